package io.wattwire.driver.sessy;

import io.wattwire.device.model.Identification;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Tells a dongle by the first letter of its serial (sessypy): D at a battery, P at a P1 port, C
 * with current clamps. A P1 dongle with a Modbus meter does not tell so; its owner names the model.
 */
final class SessyIdentification implements Identification {

    @Override
    public List<String> registers() {
        return List.of("info_self_serial");
    }

    @Override
    public Map<String, Map<String, Object>> examples() {
        return Map.of(
                "sessy-battery",
                Map.of(
                        "info_self_serial",
                        "DSIMULAT",
                        "active_strategy",
                        SessySetpoint.AT_REST,
                        "active_strategy_text",
                        SessySetpoint.AT_REST,
                        "system_state",
                        "SYSTEM_STATE_RUNNING_SAFE"),
                "sessy-p1",
                Map.of("info_self_serial", "PSIMULAT", "p1_state", "P1_OK"),
                "sessy-ct",
                Map.of("info_self_serial", "CSIMULAT"));
    }

    @Override
    public Identity identify(Values values) {
        String serial = values.get("info_self_serial").map(Object::toString).orElse("");
        String model = model(serial);
        OptionalDouble rated =
                model.equals("sessy-battery")
                        ? OptionalDouble.of(SessySetpoint.MOST_W)
                        : OptionalDouble.empty();
        return new Identity(model, serial, "", rated, !model.isEmpty());
    }

    private static String model(String serial) {
        if (serial.length() < 2) {
            return "";
        }
        return switch (serial.charAt(0)) {
            case 'D' -> "sessy-battery";
            case 'P' -> "sessy-p1";
            case 'C' -> "sessy-ct";
            default -> "";
        };
    }
}
