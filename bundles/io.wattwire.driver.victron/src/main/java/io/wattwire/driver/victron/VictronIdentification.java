package io.wattwire.driver.victron;

import io.wattwire.device.model.Identification;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Tells a GX by its portal id: the MAC address of the GX, twelve hexadecimal digits, which stands
 * at address 800 of every GX and nothing else. The two other models are never taken by themselves:
 * the owner chooses them.
 */
final class VictronIdentification implements Identification {

    private static final Pattern PORTAL_ID = Pattern.compile("[0-9a-fA-F]{12}");
    private static final String SERIAL = "system_serial";
    private static final String FIRMWARE = "system_firmware_version";

    @Override
    public List<String> registers() {
        return List.of(SERIAL, FIRMWARE, MultiPower.RATED);
    }

    @Override
    public Map<String, Map<String, Object>> examples() {
        return Map.of("gx", Map.of(SERIAL, "c0619ab42000", FIRMWARE, 0x35600));
    }

    @Override
    public Identity identify(Values values) {
        String serial = values.get(SERIAL).map(Object::toString).orElse("").strip();
        boolean recognised = PORTAL_ID.matcher(serial).matches();
        OptionalDouble firmware = values.number(FIRMWARE);
        return new Identity(
                recognised ? "gx" : "",
                recognised ? serial : "",
                firmware.isPresent() ? Long.toHexString((long) firmware.getAsDouble()) : "",
                values.number(MultiPower.RATED),
                recognised);
    }
}
