package io.wattwire.driver.growatt;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.PercentLimit;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The limit of a Growatt inverter by holding register 3, percent of nominal power. Register 2
 * decides whether each write of it goes to memory that wears out, so it is made volatile first. The
 * inverter's own export limitation (122, 123, 3000) is left as the installer set it.
 */
final class GrowattPowerLimit extends PercentLimit {

    /**
     * ieb/dbus-modbus-client never went below; 0 % makes some inverters disconnect and come back
     * after a long delay.
     */
    static final double LEAST_PERCENT = 2;

    private static final String RATE = "active_power_rate";
    private static final String MEMORY = "pf_cmd_memory";

    /** What register 3 holds when no limit is set. */
    private static final double NO_LIMIT = 255;

    GrowattPowerLimit() {
        super(RATE, "nominal_power", LEAST_PERCENT);
    }

    @Override
    public Set<String> models() {
        return Set.of("min", "mid", "mod", "tl-xh", "sph");
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.C;
    }

    @Override
    public String failSafeNote() {
        return "Nothing in the inverter watches the gateway: the last percentage stays until the inverter loses its DC"
                + " supply, as a rule at night, and then it is gone";
    }

    @Override
    public Set<String> inputs() {
        return Set.of("nominal_power", MEMORY);
    }

    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        return List.of(new RegisterWrite(MEMORY, "volatile", true), percentWrite(wanted, known));
    }

    @Override
    protected OptionalDouble obeyed(OptionalDouble raw) {
        boolean unlimited = raw.isPresent() && raw.getAsDouble() == NO_LIMIT;
        return unlimited ? OptionalDouble.of(100) : super.obeyed(raw);
    }

    @Override
    public Set<String> saved() {
        return Set.of(RATE, MEMORY);
    }
}
