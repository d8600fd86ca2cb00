package io.wattwire.source.venus;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a GX writes into a message. */
final class Payload {

    /** A number, with minimum and maximum. */
    private static final int LONGEST = 1024;

    private static final String ECHO = "full-publish-completed-echo";

    private Payload() {}

    /**
     * The number in a message.
     *
     * @return NaN when the value is invalid or no number, text for example
     */
    static double number(byte[] payload) {
        JsonElement value = member(payload, "value");
        if (value == null
                || !value.isJsonPrimitive()
                || !value.getAsJsonPrimitive().isNumber()
                || value.getAsString().length() > 40) {
            return Double.NaN;
        }
        try {
            double number = value.getAsDouble();
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException none) {
            return Double.NaN;
        }
    }

    /** {@return whose request is completed; empty where the GX does not say so} */
    static Optional<String> echo(byte[] payload) {
        JsonElement echo = member(payload, ECHO);
        return echo != null && echo.isJsonPrimitive()
                ? Optional.of(echo.getAsString())
                : Optional.empty();
    }

    /** A request for all values, whose end is marked with a text where the firmware can do so. */
    static String publishAll(String echo) {
        return "{\"keepalive-options\":[{\"" + ECHO + "\":\"" + echo + "\"}]}";
    }

    /** A request for changes, without all values. */
    static String keepAlive() {
        return "{\"keepalive-options\":[\"suppress-republish\"]}";
    }

    private static JsonElement member(byte[] payload, String name) {
        if (payload.length > LONGEST) {
            return null;
        }
        try {
            JsonElement json = JsonParser.parseString(new String(payload, StandardCharsets.UTF_8));
            JsonObject object = json.isJsonObject() ? json.getAsJsonObject() : new JsonObject();
            return object.get(name);
        } catch (JsonParseException | IllegalStateException | StackOverflowError notJson) {
            return null;
        }
    }
}
