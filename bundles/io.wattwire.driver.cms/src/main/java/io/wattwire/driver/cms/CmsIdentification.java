package io.wattwire.driver.cms;

import io.wattwire.device.model.Identification;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Tells an inverter by the model in its version record. {@code CMS 2000}, {@code SunEzy 600E} and
 * {@code SunEzy 2800} have been recorded; how an Orion calls itself has not.
 */
final class CmsIdentification implements Identification {

    private static final Map<String, String> WORDS =
            Map.of("CMS", "cms2000", "ORION", "orion", "SUNEZY", "sunezy");

    private static final Map<String, String> EXAMPLES =
            Map.of("cms2000", "CMS 2000", "orion", "ORION 2000", "sunezy", "SunEzy 600E");

    /** Version and settings as in the captures, with a serial number that nobody has. */
    private static final Map<String, Object> RECORDED =
            Map.of(
                    "phases",
                    1,
                    "maker",
                    "PHOENIXTEC",
                    "firmware",
                    "A1.00",
                    "serial_number",
                    "0905SIM001",
                    "pv_start_voltage",
                    150,
                    "start_delay",
                    30,
                    "grid_voltage_min",
                    192,
                    "grid_voltage_max",
                    256,
                    "grid_frequency_min",
                    47.51,
                    "grid_frequency_max",
                    50.19);

    @Override
    public List<String> registers() {
        return List.of("model_name", "firmware", "serial_number", "rated_power");
    }

    @Override
    public Map<String, Map<String, Object>> examples() {
        Map<String, Map<String, Object>> shown = new HashMap<>();
        EXAMPLES.forEach(
                (model, text) -> {
                    Map<String, Object> values = new HashMap<>(RECORDED);
                    values.put("model_name", text);
                    shown.put(model, values);
                });
        return shown;
    }

    @Override
    public Identity identify(Values values) {
        String told = text(values, "model_name").toUpperCase(Locale.ROOT);
        String model =
                WORDS.entrySet().stream()
                        .filter(word -> told.contains(word.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("");
        return new Identity(
                model,
                text(values, "serial_number"),
                text(values, "firmware"),
                values.number("rated_power"),
                !model.isEmpty());
    }

    private static String text(Values values, String register) {
        return String.valueOf(values.get(register).orElse(""));
    }
}
