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

    private static final int LONGEST_NUMBER = 40;

    private static final String ECHO = "full-publish-completed-echo";

    private Payload() {}

    /**
     * What a message says of a value.
     *
     * @param number NaN when there is none
     * @param fault why the message is none that a GX sends; empty for a sound one
     */
    record Content(double number, String fault) {

        private static Content not(String fault) {
            return new Content(Double.NaN, fault);
        }
    }

    /**
     * Reads the number in a message.
     *
     * @return NaN without fault when the value is invalid: {@code null} or an empty list
     */
    static Content content(byte[] payload) {
        if (payload.length > LONGEST) {
            return Content.not("the message has more than " + LONGEST + " bytes");
        }
        JsonObject object = object(payload);
        if (object == null) {
            return Content.not("the message is no JSON object");
        }
        JsonElement value = object.get("value");
        if (value == null) {
            return Content.not("the message has no value");
        }
        if (value.isJsonNull() || value.isJsonArray() && value.getAsJsonArray().isEmpty()) {
            return Content.not("");
        }
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber()
                ? number(value)
                : Content.not("its value is no number");
    }

    private static Content number(JsonElement value) {
        double number = Double.NaN;
        if (value.getAsString().length() <= LONGEST_NUMBER) {
            try {
                number = value.getAsDouble();
            } catch (NumberFormatException none) {
                // said below
            }
        }
        return Double.isFinite(number)
                ? new Content(number, "")
                : Content.not("its number is none that can be measured");
    }

    /** {@return whose request is completed; empty where the GX does not say so} */
    static Optional<String> echo(byte[] payload) {
        JsonObject object = payload.length > LONGEST ? null : object(payload);
        JsonElement echo = object == null ? null : object.get(ECHO);
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

    private static JsonObject object(byte[] payload) {
        try {
            JsonElement json = JsonParser.parseString(new String(payload, StandardCharsets.UTF_8));
            return json.isJsonObject() ? json.getAsJsonObject() : null;
        } catch (JsonParseException | IllegalStateException | StackOverflowError notJson) {
            return null;
        }
    }
}
