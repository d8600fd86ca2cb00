package io.wattwire.driver.givenergy;

import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The rate of charging or discharging as GivTCP has it: 100 is all that the inverter can, and the
 * register takes a third of the percentage, rounded down.
 */
final class Rate extends Command {

    private static final double FULL = 100;
    private static final double MOST = 50;
    private static final double THIRD = 3;

    private final String register;

    Rate(String name, String register, Set<String> models) {
        super(name, "0 to 100", models);
        this.register = register;
    }

    @Override
    public List<RegisterWrite> commands(Object wanted, Values known) {
        double percent = Given.percent(name(), wanted, 0, FULL);
        return List.of(write(register, percent >= FULL ? MOST : Math.floor(percent / THIRD)));
    }

    @Override
    public Optional<Object> readBack(Values known) {
        OptionalDouble held = known.number(register);
        return held.isPresent()
                ? Optional.of(Math.min(FULL, THIRD * held.getAsDouble()))
                : Optional.empty();
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.of(register);
    }
}
