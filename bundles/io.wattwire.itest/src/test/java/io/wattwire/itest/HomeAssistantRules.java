package io.wattwire.itest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Home Assistant documents about device discovery, as checks. Sources: home-assistant.io,
 * integrations "MQTT" (discovery), "MQTT Sensor", "MQTT binary sensor", "MQTT Number", "MQTT
 * Select", "MQTT Switch", "MQTT Text"; developers.home-assistant.io, "Sensor entity" (device
 * classes with their units, state classes).
 */
final class HomeAssistantRules {

    /** "Sensor entity", available device classes: supported units. */
    private static final Map<String, Set<String>> UNITS =
            Map.ofEntries(
                    Map.entry("apparent_power", Set.of("VA")),
                    Map.entry("battery", Set.of("%")),
                    Map.entry("current", Set.of("A", "mA")),
                    Map.entry("duration", Set.of("d", "h", "min", "s", "ms")),
                    Map.entry("energy", Set.of("Wh", "kWh", "MWh")),
                    Map.entry("energy_storage", Set.of("Wh", "kWh", "MWh")),
                    Map.entry("frequency", Set.of("Hz", "kHz", "MHz", "GHz")),
                    Map.entry("gas", Set.of("m³", "ft³", "CCF")),
                    Map.entry("power", Set.of("W", "kW", "MW", "GW", "TW")),
                    Map.entry("power_factor", Set.of("%", "")),
                    Map.entry("pressure", Set.of("Pa", "kPa", "hPa", "bar", "cbar", "mbar")),
                    Map.entry("reactive_power", Set.of("var")),
                    Map.entry("signal_strength", Set.of("dB", "dBm")),
                    Map.entry("temperature", Set.of("°C", "°F", "K")),
                    Map.entry("voltage", Set.of("V", "mV")),
                    Map.entry("volume_flow_rate", Set.of("m³/h", "ft³/min", "L/min", "gal/min")));

    private static final Set<String> MEASUREMENT = Set.of("measurement");
    private static final Set<String> TOTAL = Set.of("total", "total_increasing");

    /** "Sensor entity", available state classes; energy and gas are totals only. */
    private static final Map<String, Set<String>> STATE_CLASSES =
            Map.of("energy", TOTAL, "gas", TOTAL, "duration", all());

    private static final Set<String> PLATFORMS =
            Set.of("sensor", "binary_sensor", "number", "select", "switch", "text");

    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private static Set<String> all() {
        return Set.of("measurement", "total", "total_increasing");
    }

    /** What is wrong with a payload; empty when nothing is. */
    static List<String> problems(JsonObject payload) {
        HomeAssistantRules rules = new HomeAssistantRules();
        rules.device(payload);
        return rules.problems;
    }

    private void device(JsonObject payload) {
        JsonObject device = payload.getAsJsonObject("device");
        need(!device.getAsJsonArray("identifiers").isEmpty(), "device", "has no identifier");
        need(
                !text(payload.getAsJsonObject("origin"), "name").isEmpty(),
                "origin",
                "device discovery needs its name");
        need(topic(text(payload, "availability_topic")), "device", "availability_topic");
        JsonObject components = payload.getAsJsonObject("components");
        need(components.size() > 0, "components", "are none");
        components.entrySet().forEach(it -> component(it.getKey(), it.getValue()));
    }

    private void component(String key, JsonElement element) {
        JsonObject component = element.getAsJsonObject();
        String platform = text(component, "platform");
        need(PLATFORMS.contains(platform), key, "platform " + platform);
        need(
                ids.add(text(component, "unique_id")) && !text(component, "unique_id").isEmpty(),
                key,
                "device discovery needs a unique_id for each entity");
        need(!text(component, "name").isEmpty(), key, "name");
        need(topic(text(component, "state_topic")), key, "state_topic");
        boolean reads = platform.equals("sensor") || platform.equals("binary_sensor");
        need(reads || topic(text(component, "command_topic")), key, "command_topic");
        need(reads || !component.has("expire_after"), key, "only sensors expire");
        need(
                !component.has("expire_after") || component.get("expire_after").getAsInt() > 0,
                key,
                "expire_after");
        need(
                !reads || !text(component, "entity_category").equals("config"),
                key,
                "a sensor cannot be of the category config");
        switch (platform) {
            case "sensor" -> sensor(key, component);
            case "number" -> number(key, component);
            case "select" -> options(key, component);
            default -> need(!component.has("unit_of_measurement"), key, "has no unit");
        }
    }

    private void sensor(String key, JsonObject sensor) {
        String kind = text(sensor, "device_class");
        if (kind.equals("enum")) {
            options(key, sensor);
            need(!sensor.has("unit_of_measurement"), key, "an enum has no unit");
            need(!sensor.has("state_class"), key, "an enum has no state_class");
            return;
        }
        need(!sensor.has("options"), key, "options without device_class enum");
        unit(key, sensor);
        String stateClass = text(sensor, "state_class");
        boolean numeric = !sensor.has("value_template");
        need(numeric || stateClass.isEmpty(), key, "a text has no state_class");
        need(numeric || !sensor.has("unit_of_measurement"), key, "a text has no unit");
        need(stateClass.isEmpty() || all().contains(stateClass), key, "state_class " + stateClass);
        if (!kind.isEmpty() && !stateClass.isEmpty()) {
            Set<String> allowed = STATE_CLASSES.getOrDefault(kind, MEASUREMENT);
            need(allowed.contains(stateClass), key, kind + " cannot be " + stateClass);
        }
    }

    private void unit(String key, JsonObject component) {
        String kind = text(component, "device_class");
        String unit = text(component, "unit_of_measurement");
        Set<String> units = UNITS.get(kind);
        need(kind.isEmpty() || units != null, key, "unknown device_class " + kind);
        need(units == null || units.contains(unit), key, kind + " in " + unit);
    }

    private void number(String key, JsonObject number) {
        unit(key, number);
        double least = number.get("min").getAsDouble();
        double most = number.get("max").getAsDouble();
        need(least < most, key, "min " + least + " is not below max " + most);
        need(number.get("step").getAsDouble() >= 0.001, key, "the smallest step is 0.001");
    }

    private void options(String key, JsonObject component) {
        Set<String> options = new HashSet<>();
        component.getAsJsonArray("options").forEach(it -> options.add(it.getAsString()));
        int given = component.getAsJsonArray("options").size();
        need(given > 0 && options.size() == given, key, "options are there, each once");
    }

    private static boolean topic(String topic) {
        return !topic.isEmpty() && !topic.matches(".*[+#\\x00].*") && topic.length() < 65_536;
    }

    private static String text(JsonObject object, String key) {
        return object.has(key) ? object.get(key).getAsString() : "";
    }

    private void need(boolean holds, String key, String rule) {
        if (!holds) {
            problems.add(key + ": " + rule);
        }
    }
}
