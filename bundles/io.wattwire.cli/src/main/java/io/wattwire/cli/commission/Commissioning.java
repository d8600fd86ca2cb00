package io.wattwire.cli.commission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The course of a commissioning: looks, steps the limit, closes the link where a class is claimed,
 * and gives the inverter back what it had. Whatever happens, the last thing it does is to restore.
 */
public final class Commissioning {

    private static final double BACK_W = 1;
    private static final int RELEASES = 5;

    private final Subject subject;
    private final Plan plan;
    private final Timekeeper time;
    private final Observer observer;
    private final Consumer<String> progress;
    private final List<Check> checks = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private Survey survey;
    private String claimed = "C";

    /**
     * Prepares a commissioning; nothing is asked or written yet.
     *
     * @param subject the devices
     * @param plan what to try
     * @param time for waiting
     * @param progress gets one line for each thing done
     */
    public Commissioning(Subject subject, Plan plan, Timekeeper time, Consumer<String> progress) {
        this.subject = subject;
        this.plan = plan;
        this.time = time;
        this.observer = new Observer(subject, time);
        this.progress = progress;
    }

    /**
     * Looks without writing anything.
     *
     * @return whether there is enough to go on with
     * @throws TrialException when a device does not answer
     */
    public boolean look() throws TrialException {
        progress.accept("looking for " + plan.watch().toSeconds() + " s");
        survey = Survey.take(subject, observer, plan.watch());
        claimed =
                plan.claimedClass().isEmpty()
                        ? survey.plate().failSafeClass()
                        : plan.claimedClass();
        survey.checks(plan.capW()).forEach(this::add);
        return survey.answers() && survey.allowsSteps(plan.capW()) && survey.inverterW() > 0;
    }

    /**
     * Says what would be written.
     *
     * @return a sentence; only after {@link #look()}
     */
    public String announcement() {
        return "The limit of "
                + survey.plate().device()
                + " will go to "
                + Text.watts(survey.lowW())
                + " and back to "
                + Text.watts(survey.highW(plan.capW()))
                + ", "
                + plan.steps()
                + " times; then the limit's own law will run it down to its fall-back"
                + (claimed.equals("C")
                        ? ""
                        : ", then the link to it will be closed for "
                                + plan.away().toSeconds()
                                + " s")
                + "; afterwards it gets its present limit back.";
    }

    /** Writes: steps, loss of the link, and in any case the settings from before. */
    public void tryOut() {
        try {
            step();
            loseMeter();
            loseLink();
        } catch (TrialException e) {
            add(Check.of(false, "The trial came to its end", e.getMessage()));
        } finally {
            restore();
        }
    }

    private void step() throws TrialException {
        Stepping stepping = new Stepping(subject, observer, survey);
        double high = survey.highW(plan.capW());
        double low = survey.lowW();
        tell(stepping.to(high));
        for (int i = 0; i < plan.steps(); i++) {
            steps.add(tell(stepping.to(low)));
            steps.add(tell(stepping.to(high)));
        }
        new StepChecks(survey, steps).checks().forEach(this::add);
        Response slowest = StepChecks.slowestFall(steps);
        if (slowest != null) {
            add(loadDrop(new LoadDrop(slowest)));
        }
    }

    private void loseMeter() throws TrialException {
        Response slowest = StepChecks.slowestFall(steps);
        boolean sound = checks.stream().noneMatch(c -> c.outcome() == Check.Outcome.FAILED);
        add(
                sound && slowest != null
                        ? new MeterLoss(subject, observer, survey, plan).run(slowest)
                        : Check.notTried(
                                MeterLoss.TITLE, "something before it failed: mend that first"));
    }

    private void loseLink() throws TrialException {
        double high = survey.highW(plan.capW());
        if (!claimed.equals("C")) {
            tell(new Stepping(subject, observer, survey).to(high));
        }
        add(new LinkLoss(subject, observer, plan, claimed).run(high));
    }

    private Step tell(Step step) {
        Response response = step.response();
        progress.accept(
                "limit "
                        + Text.watts(step.commandW())
                        + ": "
                        + Text.watts(step.fromW())
                        + " -> "
                        + Text.watts(step.toW())
                        + (response == null
                                ? ", it did not follow"
                                : ", dead time "
                                        + Text.exact(response.deadTimeS())
                                        + ", lag "
                                        + Text.exact(response.lagS())));
        return step;
    }

    private Check loadDrop(LoadDrop drop) {
        double rated = survey.plate().ratedW();
        boolean all = Double.isNaN(rated) ? drop.largestW() > 0 : drop.largestW() >= rated;
        return new Check(
                "Load drop within the rules",
                all ? Check.Outcome.PASSED : Check.Outcome.NOT_HELD,
                all
                        ? "a drop of the whole rated power is over within "
                                + Text.seconds(
                                        drop.excursionS(
                                                Double.isNaN(rated) ? drop.largestW() : rated))
                        : "drops of more than "
                                + Text.watts(drop.largestW())
                                + " exceed the bound for longer than 15 s, whatever controls this"
                                + " inverter");
    }

    /** Gives the inverter its settings back while a trial is under way, in the last moment. */
    public void abort() {
        subject.end();
        try {
            release();
            progress.accept("ended early: the inverter has its settings back");
        } catch (TrialException e) {
            progress.accept(e.getMessage() + "; run 'wattwire release'");
        }
    }

    /** Many devices may be written only once a second or so. */
    private void release() throws TrialException {
        for (int tries = 1; ; tries++) {
            try {
                subject.release();
                return;
            } catch (TrialException e) {
                if (tries == RELEASES) {
                    throw e;
                }
                time.pause(Duration.ofSeconds(1));
            }
        }
    }

    private void restore() {
        String title = "The inverter has its settings back";
        try {
            release();
            double now = Observer.median(observer.watch(Duration.ofSeconds(1)), Look::limitW);
            double found = survey.foundLimitW();
            boolean same =
                    Double.isNaN(found)
                            || Math.abs(now - found) <= survey.plate().stepOrWatt() + BACK_W;
            add(
                    Check.of(
                            same,
                            title,
                            "limit "
                                    + Text.watts(now)
                                    + ", found "
                                    + Text.watts(found)
                                    + (same ? "" : "; run 'wattwire release'")));
        } catch (TrialException e) {
            add(Check.of(false, title, e.getMessage() + "; run 'wattwire release'"));
        }
    }

    private void add(Check check) {
        checks.add(check);
        progress.accept(check.outcome().text() + ": " + check.title() + " - " + check.text());
    }

    /**
     * What was found so far.
     *
     * @return the findings
     */
    public Findings findings() {
        return new Findings(
                plan,
                survey,
                claimed,
                List.copyOf(steps),
                StepChecks.slowestFall(steps),
                List.copyOf(checks),
                observer.all());
    }
}
