package io.wattwire.device.model;

import java.util.Optional;
import java.util.OptionalDouble;

/** Engineering values of registers by name. */
@FunctionalInterface
public interface Values {

    /**
     * A register's value.
     *
     * @param register its name
     * @return Double, Long, String or Boolean; empty when it is unknown or invalid
     */
    Optional<Object> get(String register);

    /**
     * A register's value as a number.
     *
     * @param register its name
     * @return empty when it is unknown, invalid or not a number
     */
    default OptionalDouble number(String register) {
        return get(register).orElse(null) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }
}
