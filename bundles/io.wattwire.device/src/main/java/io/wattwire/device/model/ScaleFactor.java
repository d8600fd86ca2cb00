package io.wattwire.device.model;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/** The power of ten that one register tells for others. */
final class ScaleFactor {

    /** SunSpec's range of {@code sunssf}; what is beyond is no exponent, whatever it is. */
    private static final int MOST = 10;

    private ScaleFactor() {}

    /** 10 to the power of a whole number from -10 to 10, exactly; empty for all else. */
    static Optional<Double> of(OptionalDouble exponent) {
        int power = (int) exponent.orElse(MOST + 1);
        boolean whole = exponent.isPresent() && power == exponent.getAsDouble();
        return whole && Math.abs(power) <= MOST
                ? Optional.of(BigDecimal.ONE.scaleByPowerOfTen(power).doubleValue())
                : Optional.empty();
    }
}
