package io.wattwire.driver.victron;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The limit of a PV inverter behind the GX (1056, W). The GX passes it on and takes it back when it
 * is not repeated for 60 s. In ESS modes 1 and 2 the GX writes the same value for its own feed-in
 * limit: while it does, ours only lowers.
 */
final class PvInverterLimit implements PointControl {

    private static final String LIMIT = "pvinverter_power_limit";
    private static final String RATED = "pvinverter_max_power";
    private static final String GX_LIMITS = "hub4_pv_limiter_active";
    private static final String ACTIVE = "Feed-in limiting active";

    @Override
    public String point() {
        return "inverter_power_limit";
    }

    @Override
    public Set<String> models() {
        return Set.of("gx-pvinverter");
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.C; // its watchdog opens the inverter, which is worse than none
    }

    @Override
    public String failSafeNote() {
        return "60 s after the last command the GX opens the inverter to its full power again; the inverter itself"
                + " was told to do so 120 s after the GX falls silent";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(RATED, LIMIT, GX_LIMITS);
    }

    @Override
    public OptionalDouble step(Values known) {
        return OptionalDouble.of(1);
    }

    @Override
    public OptionalDouble minimum(Values known) {
        return OptionalDouble.of(0);
    }

    @Override
    public OptionalDouble maximum(Values known) {
        return known.number(RATED);
    }

    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        double watts = Math.floor(Math.max(0, MultiPower.finite(wanted)));
        double rated =
                known.number(RATED)
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "the GX has not told the rated power of the PV inverter ("
                                                        + RATED
                                                        + "): set the unit id of pvinverter in the setting units, and try"
                                                        + " again when it answers"));
        boolean gxLimits = known.get(GX_LIMITS).filter(ACTIVE::equals).isPresent();
        if (gxLimits && watts > known.number(LIMIT).orElse(0)) {
            throw new IllegalArgumentException(
                    "the GX limits the PV inverter itself now ("
                            + GX_LIMITS
                            + "), and its limit is not raised from here: write a lower one");
        }
        return List.of(new RegisterWrite(LIMIT, Math.min(watts, rated), false));
    }

    @Override
    public OptionalDouble readBack(Values known) {
        return known.number(LIMIT);
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.of(LIMIT);
    }

    @Override
    public Set<String> saved() {
        return Set.of(LIMIT);
    }
}
