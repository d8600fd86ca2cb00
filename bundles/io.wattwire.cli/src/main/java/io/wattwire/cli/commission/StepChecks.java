package io.wattwire.cli.commission;

import java.util.ArrayList;
import java.util.List;

/** What the steps together prove. */
final class StepChecks {

    /** Of the meter's change to the inverter's. */
    private static final double LEAST_RATIO = 0.8;

    private static final double MOST_RATIO = 1.2;
    private static final double ONE_PHASE_OF_THREE = 0.45;
    private static final double NOTHING = 0.15;

    /** How far above its limit an inverter may settle, W. */
    private static final double OBEYS_W = 60;

    private final Survey survey;
    private final List<Step> steps;

    StepChecks(Survey survey, List<Step> steps) {
        this.survey = survey;
        this.steps = steps;
    }

    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        checks.add(obeys());
        checks.add(readsBack());
        checks.add(meter());
        return checks;
    }

    private Check obeys() {
        double allowance = Math.max(OBEYS_W, survey.plate().stepOrWatt());
        long obeyed =
                steps.stream()
                        .filter(step -> step.settled() && step.toW() <= step.commandW() + allowance)
                        .count();
        boolean all = obeyed == steps.size();
        return Check.of(
                all,
                "The inverter follows its limit",
                obeyed
                        + " of "
                        + steps.size()
                        + " steps"
                        + (all
                                ? ""
                                : ": see that nothing else limits it or writes to it, and that"
                                        + " its remote control is enabled"));
    }

    private Check readsBack() {
        double width = survey.plate().stepOrWatt();
        long fit = steps.stream().filter(step -> step.readBackFits(width)).count();
        boolean all = fit == steps.size();
        return Check.of(
                all,
                "The limit reads back",
                fit
                        + " of "
                        + steps.size()
                        + " steps"
                        + (all
                                ? ""
                                : ": the inverter reported "
                                        + Text.watts(steps.get(steps.size() - 1).readBackW())
                                        + " after "
                                        + Text.watts(steps.get(steps.size() - 1).commandW())
                                        + "; without a read-back the limit stays at its"
                                        + " fall-back"));
    }

    private Check meter() {
        double ratio = Observer.median(steps.stream().mapToDouble(Step::gridRatio).toArray());
        boolean good = ratio >= LEAST_RATIO && ratio <= MOST_RATIO;
        return Check.of(
                good,
                "Sign and size of the meter",
                "the meter saw "
                        + Text.ratio(ratio)
                        + " of each change of the inverter"
                        + (good ? "" : ": " + remedy(ratio)));
    }

    private static String remedy(double ratio) {
        if (Math.abs(ratio) < NOTHING || Double.isNaN(ratio)) {
            return "it does not measure this inverter; see where it sits, and that its driver is"
                    + " told the right unit id";
        }
        if (ratio < 0) {
            return "it counts the other way round; turn its current transformers, or set"
                    + " meter.invert";
        }
        return ratio < ONE_PHASE_OF_THREE
                ? "it sees one phase of three, or the ratio of its transformers is wrong"
                : "the ratio of its transformers is wrong, or the house changed its load during"
                        + " the trial: try again";
    }

    /** The slowest fall that was seen; null when there was none. */
    static Response slowestFall(List<Step> steps) {
        Response slowest = null;
        for (Step step : steps) {
            Response response = step.response();
            if (step.falls() && response != null) {
                slowest =
                        slowest == null
                                ? response
                                : new Response(
                                        Math.max(slowest.deadTimeS(), response.deadTimeS()),
                                        Math.max(slowest.lagS(), response.lagS()));
            }
        }
        return slowest;
    }
}
