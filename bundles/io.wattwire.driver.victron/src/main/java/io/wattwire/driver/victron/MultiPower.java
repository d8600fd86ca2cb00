package io.wattwire.driver.victron;

import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The powers at the terminals of a VE.Bus system, phase by phase, in W. All flows meet at its AC
 * input: {@code AC input = battery (AC side, + charging) + AC output}. A value that the GX lacks is
 * answered as 0, so the number of phases stands for the presence of the system: it is never 0.
 */
final class MultiPower {

    static final int MOST_PHASES = 3;

    /** Rated power of all units together; firmware since Venus OS 3.50 tells it. */
    static final String RATED = "vebus_ac_out_nominal_inverter_power";

    static final String PHASES = "vebus_ac_number_of_phases";

    private MultiPower() {}

    /** Names of one quantity on all phases. */
    static List<String> onEach(IntFunction<String> quantity) {
        return IntStream.rangeClosed(1, MOST_PHASES).mapToObj(quantity).toList();
    }

    static String acIn(int phase) {
        return "vebus_ac_in_l" + phase + "_power";
    }

    static String acOut(int phase) {
        return "vebus_ac_out_l" + phase + "_power";
    }

    static String setpoint(int phase) {
        return "vebus_setpoint_l" + phase;
    }

    static String rated(int phase) {
        return "vebus_ac_out_l" + phase + "_nominal_inverter_power";
    }

    static String grid(int phase) {
        return "system_grid_l" + phase + "_power";
    }

    /** The number of phases that the VE.Bus system has; empty when there is none. */
    static Optional<Integer> phases(Values known) {
        OptionalDouble phases = known.number(PHASES);
        boolean possible =
                phases.isPresent()
                        && phases.getAsDouble() >= 1
                        && phases.getAsDouble() <= MOST_PHASES;
        return possible ? Optional.of((int) phases.getAsDouble()) : Optional.empty();
    }

    /** The sum of one quantity on all phases; empty when a part is missing. */
    static OptionalDouble sum(Values known, IntFunction<String> quantity) {
        double sum = 0;
        for (String name : onEach(quantity)) {
            OptionalDouble part = known.number(name);
            if (part.isEmpty()) {
                return part;
            }
            sum += part.getAsDouble();
        }
        return OptionalDouble.of(sum);
    }

    /** A whole number of watts on the side of 0, which is the safe side of a battery. */
    static double towardsZero(double watts) {
        return watts < 0 ? Math.ceil(watts) : Math.floor(watts);
    }

    static double finite(double watts) {
        if (!Double.isFinite(watts)) {
            throw new IllegalArgumentException("set-point of " + watts + " W: write a number");
        }
        return watts;
    }

    static IllegalArgumentException unknown(String what) {
        return new IllegalArgumentException(
                what
                        + ": set the unit id of vebus in the setting units to the one that the GX lists under"
                        + " Modbus TCP services, and try again when it answers");
    }
}
