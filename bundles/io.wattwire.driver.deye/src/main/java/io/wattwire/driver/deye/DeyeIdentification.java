package io.wattwire.driver.deye;

import io.wattwire.device.model.Identification;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Tells the family by the device type in holding register 0. Codes that mean two things to two
 * sources, such as 0x0200, and those of string and micro inverters are not recognised.
 */
final class DeyeIdentification implements Identification {

    /** Single-phase inverters of this rating count the power at the grid in 10 W. */
    private static final double ONE_PHASE_16K_W = 15_500;

    private static final String TYPE = "device_type";
    private static final String SERIAL = "device_serial_number";
    private static final String FIRMWARE = "device_control_board_firmware_version";
    private static final String PROTOCOL = "device_protocol_version";
    private static final String RATED_THREE_PHASES = "device_rated_power";
    private static final String RATED_ONE_PHASE = "rated_power";

    @Override
    public List<String> registers() {
        return List.of(TYPE, SERIAL, PROTOCOL, FIRMWARE, RATED_THREE_PHASES, RATED_ONE_PHASE);
    }

    @Override
    public Map<String, Map<String, Object>> examples() {
        return Map.of(
                DeyeModel.LOW_VOLTAGE,
                Map.of(TYPE, "low-voltage three-phase hybrid", RATED_THREE_PHASES, 10_000),
                DeyeModel.HIGH_VOLTAGE,
                Map.of(TYPE, "high-voltage three-phase hybrid", RATED_THREE_PHASES, 10_000),
                DeyeModel.ONE_PHASE,
                Map.of(TYPE, "single-phase hybrid", RATED_ONE_PHASE, 8000),
                DeyeModel.ONE_PHASE_16K,
                Map.of(TYPE, "single-phase hybrid", RATED_ONE_PHASE, 16_000));
    }

    @Override
    public Identity identify(Values values) {
        String type = text(values, TYPE);
        boolean onePhase = type.equals("single-phase hybrid");
        OptionalDouble rated = rated(values, onePhase ? RATED_ONE_PHASE : RATED_THREE_PHASES);
        String model = model(type, rated);
        return new Identity(model, text(values, SERIAL), firmware(values), rated, !model.isEmpty());
    }

    private static String model(String type, OptionalDouble rated) {
        return switch (type) {
            case "low-voltage three-phase hybrid" -> DeyeModel.LOW_VOLTAGE;
            case "high-voltage three-phase hybrid" -> DeyeModel.HIGH_VOLTAGE;
            case "single-phase hybrid" ->
                    rated.orElse(0) >= ONE_PHASE_16K_W
                            ? DeyeModel.ONE_PHASE_16K
                            : DeyeModel.ONE_PHASE;
            default -> "";
        };
    }

    /** The address of the other family's rating holds something else. */
    private static OptionalDouble rated(Values values, String register) {
        OptionalDouble rated = values.number(register);
        return rated.orElse(0) > 0 ? rated : OptionalDouble.empty();
    }

    private static String firmware(Values values) {
        String board = digits(values, FIRMWARE);
        String protocol = digits(values, PROTOCOL);
        return protocol.isEmpty() ? board : (board + " protocol " + protocol).strip();
    }

    /** Versions are written one digit in each hexadecimal digit. */
    private static String digits(Values values, String register) {
        OptionalDouble word = values.number(register);
        return word.isPresent() ? "%04X".formatted((int) word.getAsDouble()) : "";
    }

    private static String text(Values values, String register) {
        return values.get(register).map(value -> value.toString().strip()).orElse("");
    }
}
