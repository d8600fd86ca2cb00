package io.wattwire.source.mqtt;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A JSON object of numbers: {@code {"power_active": -250.5, "l1n_voltage": 231}}. Objects in it
 * give names with an underscore between; what is no number is left out.
 */
final class JsonObjectFormat implements Format {

    private static final int DEEPEST = 4;
    private static final int MOST_VALUES = 500;

    @Override
    public Map<String, Double> read(byte[] payload) {
        Map<String, Double> values = new LinkedHashMap<>();
        collect("", object(payload), values, 0);
        return values;
    }

    static JsonObject object(byte[] payload) {
        try {
            JsonElement json = JsonParser.parseString(Format.text(payload));
            if (json.isJsonObject()) {
                return json.getAsJsonObject();
            }
        } catch (JsonParseException | StackOverflowError notJson) {
            // told below
        }
        throw new IllegalArgumentException("the message is no JSON object");
    }

    private static void collect(
            String prefix, JsonObject object, Map<String, Double> values, int depth) {
        for (Map.Entry<String, JsonElement> member : object.entrySet()) {
            String name = prefix + member.getKey();
            JsonElement value = member.getValue();
            if (values.size() >= MOST_VALUES) {
                return;
            }
            if (value.isJsonObject() && depth < DEEPEST) {
                collect(name + "_", value.getAsJsonObject(), values, depth + 1);
            } else if (value.isJsonPrimitive()) {
                number(value.getAsJsonPrimitive(), name, values);
            }
        }
    }

    private static void number(JsonPrimitive value, String name, Map<String, Double> values) {
        try {
            double number = value.isBoolean() ? Double.NaN : value.getAsDouble();
            if (Double.isFinite(number)) {
                values.put(name, number);
            }
        } catch (NumberFormatException text) {
            // a name, a time: not for a meter
        }
    }
}
