package io.wattwire.driver.givenergy;

import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The state of charge at which charging from the grid ends. 100 is none, as GivTCP has it; on keeps
 * the percentage that the device has.
 */
final class ChargeTarget extends Command {

    private static final String TARGET_ON = "enable_charge_target";
    private static final String TARGET = "charge_target_soc";
    private static final double LEAST = 4;
    private static final double FULL = 100;

    ChargeTarget(Set<String> models) {
        super("charge_target", "4 to 100, on or off", models);
    }

    @Override
    public Set<String> inputs() {
        return Set.of(TARGET);
    }

    @Override
    public List<RegisterWrite> commands(Object wanted, Values known) {
        String text = Given.text(wanted);
        if (text.equals("off") || text.equals("disable") || text.equals("false")) {
            return to(FULL);
        }
        if (text.equals("on") || text.equals("enable") || text.equals("true")) {
            OptionalDouble before = known.number(TARGET);
            return List.of(
                    write(TARGET_ON, true), write(TARGET, Math.max(LEAST, before.orElse(FULL))));
        }
        return of(wanted);
    }

    /** The writes of a percentage. */
    static List<RegisterWrite> of(Object percent) {
        return to(Given.percent("charge_target", percent, LEAST, FULL));
    }

    private static List<RegisterWrite> to(double percent) {
        return List.of(write(TARGET_ON, percent < FULL), write(TARGET, percent));
    }

    @Override
    public Optional<Object> readBack(Values known) {
        return known.get(TARGET_ON)
                .map(on -> on.equals(true) ? known.get(TARGET).orElse("unknown") : "off");
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.of(TARGET_ON, TARGET);
    }
}
