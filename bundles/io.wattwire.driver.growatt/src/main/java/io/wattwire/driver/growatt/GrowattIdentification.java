package io.wattwire.driver.growatt;

import io.wattwire.device.model.Identification;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Tells a Growatt's family by the device type in holding register 43. An inverter with an unknown
 * type that answers at the VPP addresses is driven through those; an installer chooses that path
 * for others by the setting {@code model}.
 */
final class GrowattIdentification implements Identification {

    /** One source for each code, so an unknown one proves nothing but that our list is short. */
    private static final Map<Integer, String> MODELS =
            Map.of(5100, "tl-xh", 5200, "min", 5201, "min", 5001, "mid");

    /** Where a serial number may stand, the longest first: firmware fills one or the other. */
    private static final List<String> SERIALS =
            List.of(
                    "serial_number_long",
                    "serial_number_tlx",
                    "serial_number_short",
                    "vpp_serial_number");

    private static final List<String> OTHERS =
            List.of(
                    "device_type_code",
                    "firmware_version",
                    "nominal_power",
                    "vpp_protocol_version",
                    "vpp_rated_power");

    @Override
    public List<String> registers() {
        return Stream.concat(OTHERS.stream(), SERIALS.stream()).toList();
    }

    @Override
    public Map<String, Map<String, Object>> examples() {
        return Map.of(
                "min", Map.of("device_type_code", 5200, "serial_number_long", "SIM0042000"),
                "mid", Map.of("device_type_code", 5001, "serial_number_short", "SIM0042000"),
                "tl-xh", Map.of("device_type_code", 5100, "serial_number_long", "SIM0042000"),
                "vpp", Map.of("vpp_protocol_version", 201, "vpp_serial_number", "SIM0042000"));
    }

    @Override
    public Identity identify(Values values) {
        String model = model(values);
        OptionalDouble rated =
                values.number(model.equals("vpp") ? "vpp_rated_power" : "nominal_power");
        return new Identity(
                model,
                firstText(SERIALS, values),
                firstText(List.of("firmware_version"), values),
                rated.orElse(0) > 0 ? rated : OptionalDouble.empty(),
                !model.isEmpty());
    }

    /** VPP is a language that most models speak beside their own, and no model. */
    @Override
    public boolean contradicts(String configured, Identity told) {
        return !configured.equals("vpp")
                && !told.model().equals("vpp")
                && Identification.super.contradicts(configured, told);
    }

    private static String model(Values values) {
        int type = (int) values.number("device_type_code").orElse(0);
        boolean speaksVpp = values.number("vpp_protocol_version").orElse(0) > 0;
        return MODELS.getOrDefault(type, speaksVpp ? "vpp" : "");
    }

    private static String firstText(List<String> registers, Values values) {
        return registers.stream()
                .map(values::get)
                .flatMap(Optional::stream)
                .map(value -> value.toString().strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }
}
