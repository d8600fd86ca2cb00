package io.wattwire.driver.sun2000;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The most export at the grid point, kept by the inverter's own loop with its own meter. Both
 * registers are stored: set, supervised, never cycled. The register of the watts takes less than
 * nothing, which forces an import: that is no export limit and never written.
 */
final class MeterLoopLimit extends WattLimit {

    private static final String WATTS = "maximum_feed_grid_power_watt";
    private static final String PERCENT = "maximum_feed_grid_power_percent";
    private static final String MODE = "active_power_control_mode";
    private static final String IN_WATTS = "power_limited_grid_connection_watt";
    private static final String IN_PERCENT = "power_limited_grid_connection_percent";
    private static final String ZERO = "zero_power_grid_connection";

    MeterLoopLimit() {
        super(WATTS);
    }

    @Override
    public String point() {
        return "grid_export_limit";
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.B;
    }

    @Override
    public String failSafeNote() {
        return "The inverter's own loop with its own meter holds the limit without the gateway; when that meter is lost"
                + " the inverter falls back to default_maximum_feed_in_power";
    }

    /** First the watts, then the mode that makes them count: nothing opens in between. */
    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        return List.of(wattsWrite(wanted), new RegisterWrite(MODE, IN_WATTS, true));
    }

    /**
     * The limit in force. Without one there is none to tell: a plant of several inverters exports
     * more than this one makes.
     */
    @Override
    public OptionalDouble readBack(Values known) {
        return switch (String.valueOf(known.get(MODE).orElse(""))) {
            case IN_WATTS -> known.number(WATTS);
            case IN_PERCENT -> share(known.number(PERCENT), known.number(MOST));
            case ZERO -> OptionalDouble.of(0);
            default -> OptionalDouble.empty();
        };
    }

    private static OptionalDouble share(OptionalDouble percent, OptionalDouble most) {
        return percent.isPresent() && most.isPresent()
                ? OptionalDouble.of(percent.getAsDouble() * most.getAsDouble() / 100)
                : OptionalDouble.empty();
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.of(MODE, WATTS, PERCENT);
    }

    @Override
    public Set<String> saved() {
        return Set.of(MODE, WATTS);
    }
}
