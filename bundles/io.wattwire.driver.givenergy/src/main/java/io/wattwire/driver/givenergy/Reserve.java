package io.wattwire.driver.givenergy;

import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The state of charge below which the battery gives nothing; the device keeps at least 4 %. */
final class Reserve extends Command {

    private static final String REGISTER = "battery_discharge_min_power_reserve";
    private static final double LEAST = 4;

    Reserve(Set<String> models) {
        super("battery_reserve", "0 to 100; below 4 is 4", models);
    }

    @Override
    public List<RegisterWrite> commands(Object wanted, Values known) {
        return of(wanted);
    }

    /** The writes of a percentage. */
    static List<RegisterWrite> of(Object percent) {
        double wanted = Given.percent("battery_reserve", percent, 0, 100);
        return List.of(write(REGISTER, Math.max(LEAST, wanted)));
    }

    @Override
    public Optional<Object> readBack(Values known) {
        return known.get(REGISTER);
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.of(REGISTER);
    }
}
