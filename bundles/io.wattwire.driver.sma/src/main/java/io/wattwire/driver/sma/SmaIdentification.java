package io.wattwire.driver.sma;

import io.wattwire.device.model.Identification;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Tells an SMA device by the type in register 30053. The sheet of Sunny Island has the -12 only;
 * the types of the others come from OpenEMS and from lists of other projects.
 */
final class SmaIdentification implements Identification {

    /** The kinds of release that the last byte of a firmware version names. */
    private static final String RELEASES = "NEABRS";

    @Override
    public List<String> registers() {
        return List.of(
                "device_class",
                "device_type",
                "serial_number",
                "software_package",
                "maximum_active_power");
    }

    @Override
    public Map<String, Map<String, Object>> examples() {
        return Map.of(
                "si", Map.of("device_type", "Sunny Island 6.0H-12", "serial_number", 42_000),
                "si-11", Map.of("device_type", "Sunny Island 6.0H-11", "serial_number", 42_000),
                "sbs", Map.of("device_type", "Sunny Boy Storage 3.7", "serial_number", 42_000));
    }

    @Override
    public Identity identify(Values values) {
        String type = values.get("device_type").map(Object::toString).orElse("");
        String model = model(type);
        return new Identity(
                model,
                serial(values.number("serial_number")),
                firmware(values.number("software_package")),
                Ratings.ofOneDevice(values),
                !model.isEmpty());
    }

    private static String model(String type) {
        if (type.startsWith("Sunny Boy Storage")) {
            return "sbs";
        }
        if (!type.startsWith("Sunny Island")) {
            return "";
        }
        return type.endsWith("-11") ? "si-11" : "si";
    }

    private static String serial(OptionalDouble number) {
        return number.orElse(0) > 0 ? String.valueOf((long) number.getAsDouble()) : "";
    }

    /** Major and minor are BCD, the build is a number, the last byte says what release it is. */
    private static String firmware(OptionalDouble packed) {
        if (packed.orElse(0) <= 0) {
            return "";
        }
        long bits = (long) packed.getAsDouble();
        int release = (int) (bits & 0xFF);
        String kind =
                release < RELEASES.length()
                        ? RELEASES.substring(release, release + 1)
                        : String.valueOf(release);
        return "%x.%02x.%02d.%s"
                .formatted(bits >>> 24 & 0xFF, bits >>> 16 & 0xFF, bits >>> 8 & 0xFF, kind);
    }
}
