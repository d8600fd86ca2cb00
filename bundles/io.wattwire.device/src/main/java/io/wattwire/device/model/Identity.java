package io.wattwire.device.model;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Who answers on a link.
 *
 * @param model name of the model, empty when unknown
 * @param serial serial number, empty when unknown; personal, to be masked in logs
 * @param firmware version as the device tells it, empty when unknown
 * @param ratedPowerW AC rating in W
 * @param recognised false when the answers fit no known model; such a device is read, but not
 *     written
 */
public record Identity(
        String model,
        String serial,
        String firmware,
        OptionalDouble ratedPowerW,
        boolean recognised) {

    /** Checks that nothing is null. {@inheritDoc} */
    public Identity {
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(serial, "serial");
        Objects.requireNonNull(firmware, "firmware");
        Objects.requireNonNull(ratedPowerW, "ratedPowerW");
    }

    /**
     * An identity of which nothing is known.
     *
     * @return not recognised, all texts empty
     */
    public static Identity unknown() {
        return new Identity("", "", "", OptionalDouble.empty(), false);
    }
}
