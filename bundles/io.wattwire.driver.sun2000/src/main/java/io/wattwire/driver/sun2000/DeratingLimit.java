package io.wattwire.driver.sun2000;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The limit of the inverter's power in W, without a meter. The register is stored: rises are
 * budgeted by the engine, so this is for a static limit or a few steps a day.
 */
final class DeratingLimit extends WattLimit {

    private static final String LIMIT = "active_power_fixed_value_derating";
    private static final String SCHEDULING = "remote_power_scheduling";

    DeratingLimit() {
        super(LIMIT);
    }

    @Override
    public String point() {
        return "inverter_power_limit";
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.C;
    }

    @Override
    public String failSafeNote() {
        return "Nothing in the inverter is known to watch the gateway: the last limit stays, also over a restart, as it is"
                + " stored; it lapses, and so opens, only where the installer set schedule_command_hold_time";
    }

    @Override
    public Set<String> inputs() {
        return Set.of(MOST, SCHEDULING);
    }

    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        OptionalDouble scheduling = known.number(SCHEDULING);
        if (scheduling.isPresent() && scheduling.getAsDouble() == 0) {
            throw new IllegalArgumentException(
                    "the inverter ignores limits, as remote power scheduling ("
                            + SCHEDULING
                            + ") is off: let the installer switch it on in the app");
        }
        return List.of(wattsWrite(wanted));
    }

    /** A stored limit above what the inverter can make is none. */
    @Override
    public OptionalDouble readBack(Values known) {
        OptionalDouble limit = known.number(LIMIT);
        OptionalDouble most = known.number(MOST);
        return limit.isPresent() && most.isPresent()
                ? OptionalDouble.of(Math.min(limit.getAsDouble(), most.getAsDouble()))
                : limit;
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
