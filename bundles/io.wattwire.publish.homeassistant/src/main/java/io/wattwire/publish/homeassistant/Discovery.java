package io.wattwire.publish.homeassistant;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.wattwire.device.model.ValueKind;
import io.wattwire.publish.control.Span;
import io.wattwire.publish.control.Writable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Describes an asset as one device to Home Assistant's device discovery: a sensor or binary sensor
 * for each channel, a number, select, switch or text for each point that may be commanded.
 */
public final class Discovery {

    /** Home Assistant shows no longer text as a state. */
    private static final int LONGEST_STATE = 255;

    private static final double SMALLEST_STEP = 0.001;
    private static final String OTHER = "other";

    private final Topics topics;
    private final int expireSeconds;

    /**
     * Makes a describer.
     *
     * @param topics where values are
     * @param expireSeconds after which time without a value a sensor is unavailable; 0 for never
     */
    public Discovery(Topics topics, int expireSeconds) {
        this.topics = topics;
        this.expireSeconds = expireSeconds;
    }

    /**
     * Describes a device.
     *
     * @param id unique and lasting: letters, digits, underscore, hyphen
     * @param view what it is
     * @return the payload
     */
    public JsonObject payload(String id, AssetView view) {
        JsonObject payload = new JsonObject();
        payload.add("device", device(id, view));
        JsonObject origin = new JsonObject();
        origin.addProperty("name", "Wattwire");
        payload.add("origin", origin);
        payload.addProperty("availability_topic", topics.availability());
        JsonObject all = new JsonObject();
        components(id, view).forEach(all::add);
        payload.add("components", all);
        return payload;
    }

    private static JsonObject device(String id, AssetView view) {
        JsonObject device = new JsonObject();
        JsonArray identifiers = new JsonArray();
        identifiers.add(id);
        device.add("identifiers", identifiers);
        device.addProperty("name", view.asset());
        String model = (view.title() + " " + view.identity().model()).strip();
        text(device, "model", model);
        text(device, "sw_version", view.identity().firmware());
        text(device, "serial_number", view.identity().serial());
        return device;
    }

    private Map<String, JsonObject> components(String id, AssetView view) {
        Map<String, JsonObject> components = new TreeMap<>();
        for (ChannelView channel : view.channels()) {
            String key = Topics.id(channel.name());
            JsonObject sensor = sensor(channel);
            sensor.addProperty("unique_id", id + "_" + key);
            sensor.addProperty("state_topic", topics.state(view.asset(), channel.name()));
            if (expireSeconds > 0) {
                sensor.addProperty("expire_after", expireSeconds);
            }
            components.put(key, sensor);
        }
        for (Writable writable : view.controls()) {
            String key = Topics.id(writable.point().channel()) + "_set";
            JsonObject control = control(writable);
            control.addProperty("unique_id", id + "_" + key);
            control.addProperty("name", title(writable.point().channel()));
            control.addProperty("command_topic", topics.command(writable.point()));
            control.addProperty(
                    "state_topic",
                    topics.state(writable.point().asset(), writable.point().channel()));
            control.addProperty("retain", false);
            components.put(key, control);
        }
        return components;
    }

    private static JsonObject sensor(ChannelView channel) {
        JsonObject sensor = new JsonObject();
        sensor.addProperty(
                "platform", channel.kind() == ValueKind.BOOLEAN ? "binary_sensor" : "sensor");
        sensor.addProperty("name", title(channel.name()));
        if (channel.name().startsWith("link_") || channel.name().endsWith("_age_ms")) {
            sensor.addProperty("entity_category", "diagnostic");
        }
        switch (channel.kind()) {
            case BOOLEAN -> {
                sensor.addProperty("payload_on", "true");
                sensor.addProperty("payload_off", "false");
            }
            case STRING -> text(sensor, channel.options());
            default -> number(sensor, channel);
        }
        return sensor;
    }

    /** A state that the table has no label for must not be an error there. */
    private static void text(JsonObject sensor, List<String> labels) {
        if (labels.isEmpty()) {
            sensor.addProperty("value_template", "{{ value[:" + LONGEST_STATE + "] }}");
            return;
        }
        JsonArray options = array(labels);
        String known = options.toString();
        if (!labels.contains(OTHER)) {
            options.add(OTHER);
        }
        sensor.addProperty("device_class", "enum");
        sensor.add("options", options);
        sensor.addProperty(
                "value_template", "{{ value if value in " + known + " else '" + OTHER + "' }}");
    }

    private static void number(JsonObject sensor, ChannelView channel) {
        Quantity quantity = Quantity.of(channel.meant(), channel.unit(), channel.falls());
        text(sensor, "device_class", quantity.deviceClass());
        text(sensor, "unit_of_measurement", quantity.unit());
        if (channel.kind() == ValueKind.DOUBLE || !quantity.unit().isEmpty()) {
            sensor.addProperty("state_class", quantity.stateClass());
        }
        channel.decimals()
                .ifPresent(digits -> sensor.addProperty("suggested_display_precision", digits));
    }

    private static JsonObject control(Writable writable) {
        JsonObject control = new JsonObject();
        switch (writable.form()) {
            case NUMBER -> {
                control.addProperty("platform", "number");
                range(control, writable);
            }
            case CHOICE -> {
                control.addProperty("platform", "select");
                control.add("options", array(writable.options()));
            }
            case FLAG -> {
                control.addProperty("platform", "switch");
                control.addProperty("payload_on", "true");
                control.addProperty("payload_off", "false");
            }
            default -> {
                control.addProperty("platform", "text");
                control.addProperty("max", 64);
            }
        }
        return control;
    }

    private static void range(JsonObject control, Writable writable) {
        Span span = writable.span();
        control.addProperty("min", span.least());
        control.addProperty("max", Math.max(span.most(), span.least() + SMALLEST_STEP));
        control.addProperty("step", span.step() == 0 ? 1 : Math.max(SMALLEST_STEP, span.step()));
        control.addProperty("mode", "box");
        Quantity quantity = Quantity.of(writable.point().channel(), writable.unit(), false);
        text(control, "device_class", quantity.deviceClass());
        text(control, "unit_of_measurement", quantity.unit());
    }

    private static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    private static void text(JsonObject object, String key, String text) {
        if (!text.isEmpty()) {
            object.addProperty(key, text);
        }
    }

    /** {@code pv1_power} as {@code PV1 power}. */
    static String title(String name) {
        StringBuilder title = new StringBuilder();
        for (String word : name.split("_")) {
            boolean letters = word.matches("(pv|soc|soh|ev|ac|dc|bms|l)\\d*");
            title.append(title.isEmpty() ? "" : " ")
                    .append(letters ? word.toUpperCase(Locale.ROOT) : word);
        }
        if (!title.isEmpty()) {
            title.setCharAt(0, Character.toUpperCase(title.charAt(0)));
        }
        return title.toString();
    }
}
