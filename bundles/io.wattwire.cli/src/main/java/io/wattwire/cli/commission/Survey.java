package io.wattwire.cli.commission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What is there before anything is written.
 *
 * @param plate what the devices say of themselves
 * @param inverterW power of the inverter, W
 * @param gridW power at the grid point, W
 * @param foundLimitW the limit that was in force; NaN when the inverter does not tell
 * @param noiseW how much the inverter's power moves by itself, W
 * @param looks how many
 * @param missed how many of them lacked a value
 * @param equalS longest time in which the meter showed exactly the same value, seconds
 */
record Survey(
        Nameplate plate,
        double inverterW,
        double gridW,
        double foundLimitW,
        double noiseW,
        int looks,
        int missed,
        double equalS) {

    private static final double LEAST_STEP_W = 300;
    private static final double HIGH = 0.9;
    private static final double LOW = 0.35;

    static Survey take(Subject subject, Observer observer, Duration length) throws TrialException {
        Nameplate plate = subject.nameplate();
        List<Look> looks = observer.watch(length);
        return new Survey(
                plate,
                Observer.median(looks, Look::inverterW),
                Observer.median(looks, Look::gridW),
                Observer.median(looks, Look::limitW),
                Observer.spread(looks, Look::inverterW),
                looks.size(),
                (int) looks.stream().filter(look -> !look.complete()).count(),
                longestEqual(looks));
    }

    private static double longestEqual(List<Look> looks) {
        double longest = 0;
        Look since = null;
        for (Look look : looks) {
            if (since == null || look.gridW() != since.gridW()) {
                since = look;
            }
            longest = Math.max(longest, look.secondsSince(since.nanos()));
        }
        return longest;
    }

    /** The upper level of the steps: below what the sun gives now, so that clouds matter less. */
    double highW(double capW) {
        double found = Double.isNaN(foundLimitW) ? inverterW : foundLimitW;
        return whole(Math.min(capW, Math.min(found, inverterW * HIGH)));
    }

    /** The lower level; above the minimum, as a stop would take minutes. */
    double lowW() {
        double least = plate.minimumOrZero() + 2 * plate.stepOrWatt();
        return whole(Math.max(least, inverterW * LOW));
    }

    /** The lowest limit above zero. */
    double lowestW() {
        double step = plate.stepOrWatt();
        return Math.ceil(plate.minimumOrZero() / step - 1e-6) * step;
    }

    /** Whether so few readings are missing that something can be judged by them. */
    boolean answers() {
        return missed * 10 <= looks;
    }

    private double whole(double watts) {
        return Math.floor(watts / plate.stepOrWatt()) * plate.stepOrWatt();
    }

    boolean allowsSteps(double capW) {
        double step = highW(capW) - lowW();
        return step >= LEAST_STEP_W && step >= 5 * plate.stepOrWatt();
    }

    List<Check> checks(double capW) {
        List<Check> checks = new ArrayList<>();
        checks.add(
                Check.of(
                        answers(),
                        "Both devices answer",
                        looks + " readings, " + missed + " of them incomplete"));
        checks.add(
                Check.of(
                        inverterW > 0,
                        "Sign of the inverter's power",
                        inverterW > 0
                                ? Text.watts(inverterW) + " while the sun shines"
                                : Text.watts(inverterW)
                                        + ": it has to be positive by day. At night try again"
                                        + " by day; else its measurement is turned round"));
        if (!allowsSteps(capW)) {
            checks.add(
                    Check.of(
                            false,
                            "Enough sun for the trial",
                            Text.watts(inverterW)
                                    + " leave no room for steps of 300 W above the minimum"
                                    + " and below the limit of "
                                    + Text.watts(foundLimitW)
                                    + " that was found: try again in the sun, or release the"
                                    + " inverter first"));
        }
        return checks;
    }
}
