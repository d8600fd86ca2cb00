package io.wattwire.bench.days;

/** What a law made of a day. Wh and seconds. */
final class Outcome {

    /** Less than this beyond the bound is within what meters can tell. */
    private static final double TOLERANCE_W = 50;

    private double overWh;
    private double curtailedWh;
    private double usableWh;
    private double longestS;
    private double runningS;
    private long writes;

    void written(boolean changed) {
        writes += changed ? 1 : 0;
    }

    /**
     * @param exportW at the grid point
     * @param usableW what the sun offered and somebody would have taken
     */
    void account(double dtS, double exportW, double usableW, double powerW) {
        double hours = dtS / 3600;
        overWh += Math.max(0, exportW) * hours;
        usableWh += usableW * hours;
        curtailedWh += Math.max(0, usableW - powerW) * hours;
        runningS = exportW > TOLERANCE_W ? runningS + dtS : 0;
        longestS = Math.max(longestS, runningS);
    }

    void add(Outcome other) {
        overWh += other.overWh;
        curtailedWh += other.curtailedWh;
        usableWh += other.usableWh;
        writes += other.writes;
        longestS = Math.max(longestS, other.longestS);
    }

    double overWh() {
        return overWh;
    }

    double curtailedWh() {
        return curtailedWh;
    }

    double usableWh() {
        return usableWh;
    }

    double longestS() {
        return longestS;
    }

    long writes() {
        return writes;
    }
}
