package io.wattwire.driver.sma;

import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The set-point of a Sunny Island. Power, activation and reactive power leave in the order and the
 * one request of OpenEMS, which drives these devices.
 */
final class IslandSetPoint extends SetPoint {

    private static final String AVAILABLE = "bat_control_available";
    private static final String REACTIVE = "external_reactive_power_setpoint";

    private final Set<String> inputs;

    /**
     * @param model the generation
     * @param rating the register from which its rating is known
     */
    IslandSetPoint(String model, String rating) {
        super(model);
        inputs =
                Stream.concat(
                                LIMITS.stream(),
                                Stream.of(
                                        rating,
                                        AVAILABLE,
                                        "slave_1_serial_number",
                                        "slave_2_serial_number"))
                        .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<String> inputs() {
        return inputs;
    }

    @Override
    public FailSafeClass failSafeClass() {
        return FailSafeClass.C;
    }

    @Override
    public String failSafeNote() {
        return "The last set-point stays; owners report that the device goes back to automatic operation by itself after 10"
                + " to 30 minutes, depending on its firmware, and nobody has measured it here";
    }

    @Override
    void requireReady(Values known) {
        if (known.get(AVAILABLE).filter("no"::equals).isPresent()) {
            throw new IllegalArgumentException(
                    "the device says that its battery cannot be controlled by communication now ("
                            + AVAILABLE
                            + " = no): let the installer allow it, and look at condition and country standard");
        }
    }

    @Override
    List<RegisterWrite> closing() {
        return List.of(new RegisterWrite(REACTIVE, 0.0, false));
    }
}
