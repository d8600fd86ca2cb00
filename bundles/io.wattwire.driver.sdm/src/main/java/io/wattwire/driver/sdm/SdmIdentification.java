package io.wattwire.driver.sdm;

import io.wattwire.device.model.Identification;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Values;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * Tells an Eastron meter by its meter code. ieb/dbus-modbus-client took holding register 28 for it,
 * which is the baud rate: every Eastron meter at 9600 Bd fits.
 */
final class SdmIdentification implements Identification {

    /**
     * 32, 121, 132 and 137 are in Eastron's sheets of the meters; the others come from one
     * published module for Venus OS.
     */
    private static final Map<Integer, String> MODELS =
            Map.of(
                    32, "sdm120",
                    43, "sdm230",
                    112, "sdm630",
                    121, "sdm630",
                    132, "sdm72",
                    136, "sdm630",
                    137, "sdm72-v2");

    @Override
    public List<String> registers() {
        return List.of("meter_code", "serial_number", "software_version");
    }

    @Override
    public Map<String, Map<String, Object>> examples() {
        return MODELS.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getValue,
                                code -> Map.of("meter_code", code.getKey()),
                                (one, other) -> one));
    }

    @Override
    public Identity identify(Values values) {
        String model = MODELS.getOrDefault((int) values.number("meter_code").orElse(0), "");
        return new Identity(
                model,
                whole(values.number("serial_number")),
                whole(values.number("software_version")),
                OptionalDouble.empty(),
                !model.isEmpty());
    }

    private static String whole(OptionalDouble number) {
        return number.isPresent() ? Long.toString((long) number.getAsDouble()) : "";
    }
}
