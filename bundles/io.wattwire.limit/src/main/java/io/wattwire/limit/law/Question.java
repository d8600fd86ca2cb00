package io.wattwire.limit.law;

/**
 * What an inverter is told so that the meter has something to answer: a little less than it
 * generates. One that clouds hold below its limit is not asked, nor one that is on its way down,
 * and none is stopped for it.
 */
final class Question {

    /** Share of the rated power by which an inverter may stay below a limit that it follows. */
    private static final double FOLLOWS = 0.03;

    /** Share of the rated power that stands out from what loads do all the time. */
    private static final double LESS = 0.08;

    private Question() {}

    /** {@return the limit to ask with; never above the one in force} */
    static double askedW(UnitView seen, Steps steps, double limitW) {
        double rated = seen.figures().ratedW();
        double power = seen.inverter().last().value();
        // written so that an unknown rating or power asks nothing
        if (!(power >= limitW - FOLLOWS * rated)) {
            return limitW;
        }
        double less = steps.down(power - LESS * rated);
        return Math.min(limitW, Math.max(less, Math.max(steps.lowestW(), steps.stepW())));
    }
}
