package io.wattwire.driver.givenergy;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.PercentLimit;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The most that a GivEnergy with one phase gives at its AC terminals, battery and PV together:
 * whole percent of its rated power, which its device type tells. A stored setting.
 */
final class PowerLimit extends PercentLimit {

    private static final String RATE = "active_power_rate";

    /** What 0 % does is not known. */
    private static final double LEAST_PERCENT = 1;

    PowerLimit() {
        super(RATE, GivEnergyIdentification.TYPE, LEAST_PERCENT);
    }

    @Override
    public Set<String> models() {
        return GivEnergyModel.ONE_PHASE;
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.C;
    }

    @Override
    public String failSafeNote() {
        return "Nothing in the inverter watches the gateway: the last percentage stays, stored";
    }

    /** The owner's rated power wins over that of the type. */
    @Override
    protected OptionalDouble rated(Values known) {
        OptionalDouble owners = known.number("inverter_rated_power");
        OptionalDouble type = known.number(GivEnergyIdentification.TYPE);
        return owners.isPresent() || type.isEmpty()
                ? owners
                : DeviceType.of(type.getAsDouble()).ratedW();
    }

    @Override
    public List<RegisterWrite> commands(double wanted, Values known) {
        return List.of(percentWrite(wanted, known));
    }

    @Override
    public Set<String> saved() {
        return Set.of(RATE);
    }
}
