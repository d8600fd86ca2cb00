package io.wattwire.device.model;

import java.util.OptionalDouble;
import java.util.Set;

/**
 * A limit of an inverter's output that the device takes in whole percent of its rated power, with a
 * register for the percentage.
 */
public abstract class PercentLimit implements PointControl {

    private static final double FULL_PERCENT = 100;

    /**
     * A limit computed from a percentage must give that percentage again, whatever its last digit
     * lost on the way.
     */
    private static final double ROUNDING = 1e-6;

    private final String percentRegister;
    private final String ratedRegister;
    private final double leastPercent;

    /**
     * A limit of one device.
     *
     * @param percentRegister takes whole percent
     * @param ratedRegister tells the rated power in W
     * @param leastPercent below it the device does something else, as to disconnect
     */
    protected PercentLimit(String percentRegister, String ratedRegister, double leastPercent) {
        this.percentRegister = percentRegister;
        this.ratedRegister = ratedRegister;
        this.leastPercent = leastPercent;
    }

    @Override
    public final String point() {
        return "inverter_power_limit";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(ratedRegister);
    }

    @Override
    public final OptionalDouble step(Values known) {
        return watts(1, known);
    }

    @Override
    public final OptionalDouble minimum(Values known) {
        return watts(leastPercent, known);
    }

    @Override
    public final OptionalDouble maximum(Values known) {
        return watts(FULL_PERCENT, known);
    }

    @Override
    public final OptionalDouble readBack(Values known) {
        OptionalDouble percent = obeyed(known.number(percentRegister));
        return percent.isPresent() ? watts(percent.getAsDouble(), known) : percent;
    }

    @Override
    public final Set<String> readBackRegisters() {
        return Set.of(percentRegister);
    }

    /**
     * What a value of the percent register means.
     *
     * @param raw as read
     * @return 0 to 100; empty when the register holds something else
     */
    protected OptionalDouble obeyed(OptionalDouble raw) {
        boolean percentage =
                raw.isPresent() && raw.getAsDouble() >= 0 && raw.getAsDouble() <= FULL_PERCENT;
        return percentage ? raw : OptionalDouble.empty();
    }

    /**
     * The write of the percent register, rounded down: a limit must not let more through than was
     * asked for.
     *
     * @param wantedWatts limit in W
     * @param known values of {@link #inputs()}
     * @return the write, left out when the register holds the percentage already
     * @throws IllegalArgumentException if the limit is no number or the rated power is not known
     */
    protected final RegisterWrite percentWrite(double wantedWatts, Values known) {
        if (!Double.isFinite(wantedWatts)) {
            throw new IllegalArgumentException("limit of " + wantedWatts + " W: write a number");
        }
        double rated =
                rated(known)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "the inverter has not told its rated power ("
                                                        + ratedRegister
                                                        + "), the base of its percentages: try again when it answers"));
        double percent = Math.floor(wantedWatts / rated * FULL_PERCENT + ROUNDING);
        double clamped = Math.max(0, Math.min(FULL_PERCENT, percent));
        return new RegisterWrite(percentRegister, clamped, true);
    }

    private OptionalDouble watts(double percent, Values known) {
        OptionalDouble rated = rated(known);
        return rated.isPresent()
                ? OptionalDouble.of(percent * rated.getAsDouble() / FULL_PERCENT)
                : rated;
    }

    /**
     * The base of the percentages.
     *
     * @param known values of {@link #inputs()}
     * @return in W, above 0; empty when it is not known
     */
    protected OptionalDouble rated(Values known) {
        OptionalDouble rated = known.number(ratedRegister);
        return rated.isPresent() && rated.getAsDouble() > 0 ? rated : OptionalDouble.empty();
    }
}
