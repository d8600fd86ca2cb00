package io.wattwire.driver.sunspec;

import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A limit in percent of the power that is set as the inverter's maximum. */
abstract class PercentLimit implements PointControl {

    static final String ENABLED = "enabled";
    private static final String DISABLED = "disabled";
    private static final int MOST_POWER_OF_TEN = 2;

    private final String model;
    private final int number;
    private final String limit;
    private final String scale;
    private final String enabled;
    private final List<String> bases;

    /**
     * @param model the register that holds the SunSpec model's number, and that number: after a
     *     reconnect another device may be there
     * @param bases registers that tell 100 % in W; the first that has a value counts
     */
    PercentLimit(
            String model,
            int number,
            String limit,
            String scale,
            String enabled,
            List<String> bases) {
        this.model = model;
        this.number = number;
        this.limit = limit;
        this.scale = scale;
        this.enabled = enabled;
        this.bases = bases;
    }

    @Override
    public String point() {
        return "inverter_power_limit";
    }

    @Override
    public OptionalDouble step(Values known) {
        OptionalDouble base = base(known);
        OptionalInt power = powerOfTen(known);
        return base.isPresent() && power.isPresent()
                ? OptionalDouble.of(base.getAsDouble() * Math.pow(10, power.getAsInt()) / 100)
                : OptionalDouble.empty();
    }

    @Override
    public OptionalDouble minimum(Values known) {
        return OptionalDouble.of(0);
    }

    @Override
    public OptionalDouble maximum(Values known) {
        return base(known);
    }

    private OptionalDouble base(Values known) {
        return bases.stream()
                .map(known::number)
                .flatMapToDouble(OptionalDouble::stream)
                .filter(watts -> watts > 0)
                .findFirst();
    }

    private OptionalInt powerOfTen(Values known) {
        OptionalDouble power = known.number(scale);
        return power.isPresent() && power.getAsDouble() <= MOST_POWER_OF_TEN
                ? OptionalInt.of((int) power.getAsDouble())
                : OptionalInt.empty();
    }

    /** The write of the percentage, rounded down to what the scale can say. */
    final RegisterWrite percentWrite(double wanted, Values known) {
        if (!Double.isFinite(wanted)) {
            throw new IllegalArgumentException("limit of " + wanted + " W: write a number");
        }
        if (known.number(model).orElse(0) != number) {
            throw new IllegalArgumentException(
                    "the device no longer shows SunSpec model " + number + "; read it again");
        }
        double base = base(known).orElseThrow(() -> unknown(String.join(" or ", bases)));
        int power = powerOfTen(known).orElseThrow(() -> unknown(scale));
        BigDecimal percent =
                BigDecimal.valueOf(Math.max(0, Math.min(100, wanted / base * 100)))
                        .setScale(9, RoundingMode.HALF_EVEN) // binary noise is no step
                        .setScale(-power, RoundingMode.FLOOR);
        return new RegisterWrite(limit, percent.doubleValue(), false);
    }

    private static IllegalArgumentException unknown(String register) {
        return new IllegalArgumentException(
                "the inverter gives no " + register + ", without which no percentage can be said");
    }

    /** The write that makes the device take up what was written before it, each time anew. */
    final RegisterWrite enable() {
        return new RegisterWrite(enabled, ENABLED, false);
    }

    /** What is obeyed in W; all that it can while the limit is off. */
    final OptionalDouble obeyed(Values known) {
        OptionalDouble base = base(known);
        Object state = known.get(enabled).orElse("");
        if (base.isEmpty() || DISABLED.equals(state)) {
            return base;
        }
        OptionalDouble percent = known.number(limit);
        return ENABLED.equals(state) && percent.isPresent()
                ? OptionalDouble.of(percent.getAsDouble() * base.getAsDouble() / 100)
                : OptionalDouble.empty();
    }
}
