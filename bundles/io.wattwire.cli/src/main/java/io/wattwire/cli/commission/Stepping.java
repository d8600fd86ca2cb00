package io.wattwire.cli.commission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Steps the limit down and up, and measures how the inverter and the meter follow. */
final class Stepping {

    private static final Duration BEFORE = Duration.ofSeconds(1);
    private static final long REST_NANOS = 2_000_000_000L;
    private static final int REST_LOOKS = 5;
    private static final long LONGEST_STILL_NANOS = 30_000_000_000L;
    private static final long LONGEST_NANOS = 90_000_000_000L;
    private static final double REST_W = 40;
    private static final double REST_SHARE = 0.02;
    private static final double DRIFT_W = 5;
    private static final double DRIFT_SHARE = 0.001;

    private final Subject subject;
    private final Observer observer;
    private final Survey survey;

    Stepping(Subject subject, Observer observer, Survey survey) {
        this.subject = subject;
        this.observer = observer;
        this.survey = survey;
    }

    /** Commands one limit and waits until the inverter's power has come to rest. */
    Step to(double limitW) throws TrialException {
        List<Look> before = observer.watch(BEFORE);
        double from = Observer.median(before, Look::inverterW);
        double gridBefore = Observer.median(before, Look::gridW);
        long start = observer.now();
        subject.limit(limitW);
        List<Look> after = new ArrayList<>();
        boolean settled = false;
        boolean waits = true;
        while (waits) {
            after.add(observer.look());
            List<Look> rest = rest(after);
            boolean moved =
                    Math.abs(Observer.median(rest, Look::inverterW) - limitW) < half(from, limitW);
            settled = moved && restful(rest);
            long passed = observer.now() - start;
            waits = !settled && passed < (moved ? LONGEST_NANOS : LONGEST_STILL_NANOS);
        }
        return judged(limitW, from, gridBefore, start, after, settled);
    }

    private Step judged(
            double limitW,
            double from,
            double gridBefore,
            long start,
            List<Look> after,
            boolean settled) {
        List<Look> rest = rest(after);
        double to = Observer.median(rest, Look::inverterW);
        double gridAfter = Observer.median(rest, Look::gridW);
        List<Response.Point> course = new ArrayList<>();
        for (Look look : after) {
            if (!Double.isNaN(look.inverterW())) {
                course.add(new Response.Point(look.secondsSince(start), look.inverterW()));
            }
        }
        return new Step(
                limitW,
                from,
                to,
                -(gridAfter - gridBefore) / (to - from),
                after.get(after.size() - 1).limitW(),
                settled,
                settled ? Response.fit(course, from, to) : null);
    }

    private static double half(double from, double limitW) {
        return Math.max(REST_W, Math.abs(from - limitW) / 2);
    }

    private static List<Look> rest(List<Look> after) {
        long end = after.get(after.size() - 1).nanos();
        return after.stream().filter(look -> end - look.nanos() <= REST_NANOS).toList();
    }

    /** Neither far from each other nor still on their way, as those of a slow inverter are. */
    private boolean restful(List<Look> rest) {
        double rated = survey.plate().ratedW();
        double known = Double.isNaN(rated) ? 0 : rated;
        double band = Math.max(REST_W, known * REST_SHARE);
        double drift = Math.max(DRIFT_W, known * DRIFT_SHARE);
        long span = rest.get(rest.size() - 1).nanos() - rest.get(0).nanos();
        return rest.size() >= REST_LOOKS
                && span >= REST_NANOS * 3 / 4
                && Observer.spread(rest, Look::inverterW) <= band
                && driftW(rest) <= drift;
    }

    private static double driftW(List<Look> rest) {
        int third = rest.size() / 3;
        List<Look> first = rest.subList(0, third);
        List<Look> last = rest.subList(rest.size() - third, rest.size());
        return Math.abs(
                Observer.median(last, Look::inverterW) - Observer.median(first, Look::inverterW));
    }
}
