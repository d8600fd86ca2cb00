package io.wattwire.cli.commission;

import java.util.List;

/**
 * How the inverter follows a step of its limit: nothing for the dead time, then a lag of the first
 * order.
 *
 * @param deadTimeS from the command to the first movement, seconds
 * @param lagS time constant of the lag, seconds
 */
record Response(double deadTimeS, double lagS) {

    /** Nearer to the end than this counts as arrived, W. */
    static final double ARRIVED_W = 70;

    private static final double LONGEST_DEAD_S = 20;
    private static final double LONGEST_LAG_S = 40;
    private static final double FINEST_S = 0.02;
    private static final int TRIES = 24;

    /**
     * A point of a measured course.
     *
     * @param seconds since the command
     * @param watts power of the inverter
     */
    record Point(double seconds, double watts) {}

    /**
     * The response that comes nearest to a measured course, in the least squares. Where the
     * inverter moved slower than any such lag (a ramp), the lag is what makes it arrive no sooner
     * than it did.
     *
     * @param course in the order of time
     * @param fromW power before the command
     * @param toW power in the end
     */
    static Response fit(List<Point> course, double fromW, double toW) {
        double last = course.isEmpty() ? 0 : course.get(course.size() - 1).seconds();
        double deadHigh = Math.min(LONGEST_DEAD_S, last);
        double deadLow = 0;
        double lagLow = FINEST_S;
        double lagHigh = Math.min(LONGEST_LAG_S, Math.max(1, last));
        Response best = new Response(0, FINEST_S);
        // a grid around the best so far, finer each time
        while (deadHigh - deadLow > FINEST_S || lagHigh - lagLow > FINEST_S) {
            best = search(course, fromW, toW, deadLow, deadHigh, lagLow, lagHigh);
            double deadSpan = (deadHigh - deadLow) / 4;
            double lagSpan = (lagHigh - lagLow) / 4;
            deadLow = Math.max(0, best.deadTimeS - deadSpan);
            deadHigh = best.deadTimeS + deadSpan;
            lagLow = Math.max(FINEST_S / 2, best.lagS - lagSpan);
            lagHigh = best.lagS + lagSpan;
        }
        return best.noSoonerThan(arrival(course, toW), Math.abs(fromW - toW));
    }

    private static Response search(
            List<Point> course,
            double fromW,
            double toW,
            double deadLow,
            double deadHigh,
            double lagLow,
            double lagHigh) {
        Response best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int d = 0; d <= TRIES; d++) {
            double dead = deadLow + (deadHigh - deadLow) * d / TRIES;
            for (int l = 0; l <= TRIES; l++) {
                double lag = lagLow + (lagHigh - lagLow) * l / TRIES;
                Response tried = new Response(dead, lag);
                double error = tried.error(course, fromW, toW);
                if (error < least) {
                    least = error;
                    best = tried;
                }
            }
        }
        return best == null ? new Response(0, FINEST_S) : best;
    }

    private double error(List<Point> course, double fromW, double toW) {
        double sum = 0;
        for (Point point : course) {
            double off = point.watts() - at(point.seconds(), fromW, toW);
            sum += off * off;
        }
        return sum;
    }

    private double at(double seconds, double fromW, double toW) {
        if (seconds <= deadTimeS) {
            return fromW;
        }
        return toW + (fromW - toW) * Math.exp(-(seconds - deadTimeS) / lagS);
    }

    /** When the course was near its end for good, seconds after the command. */
    static double arrival(List<Point> course, double toW) {
        double arrived = 0;
        for (Point point : course) {
            if (Math.abs(point.watts() - toW) > ARRIVED_W) {
                arrived = point.seconds();
            }
        }
        return arrived;
    }

    private Response noSoonerThan(double arrivedS, double stepW) {
        double foldings = Math.log(stepW / ARRIVED_W);
        if (foldings <= 0 || arrivalS(stepW) >= arrivedS) {
            return this;
        }
        return new Response(deadTimeS, (arrivedS - deadTimeS) / foldings);
    }

    /** How long a step of so many watts takes until it is nearly over, seconds. */
    double arrivalS(double stepW) {
        return deadTimeS + lagS * Math.max(0, Math.log(stepW / ARRIVED_W));
    }
}
