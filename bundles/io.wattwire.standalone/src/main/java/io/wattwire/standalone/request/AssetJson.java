package io.wattwire.standalone.request;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;

/** The bodies of requests for assets and of their answers: arrays of JSON, as Kura has them. */
final class AssetJson {
    private static final String NAME = "name";
    private static final String CHANNELS = "channels";
    private static final String TYPE = "type";
    private static final String VALUE = "value";
    private static final String ERROR = "error";
    private static final int LARGEST = 256 * 1024;
    private static final int MOST = 1000;

    private AssetJson() {}

    /** One asset of a request; each channel with its type and value where it is to be written. */
    record Wanted(String asset, Map<String, Command> channels) {}

    /** What is to be written. */
    record Command(String type, String value) {}

    /**
     * Reads a body.
     *
     * @param body may be null or empty
     * @param writing whether each channel needs type and value
     * @throws KuraException if it is none, saying why
     */
    static List<Wanted> read(byte[] body, boolean writing) throws KuraException {
        List<Wanted> all = new ArrayList<>();
        if (body == null || body.length == 0) {
            return all;
        }
        for (JsonElement each : array(parse(body), "the body")) {
            JsonObject asset = object(each);
            Map<String, Command> channels = new LinkedHashMap<>();
            if (asset.has(CHANNELS)) {
                for (JsonElement one : array(asset.get(CHANNELS), CHANNELS)) {
                    JsonObject channel = object(one);
                    Command command =
                            writing ? new Command(text(channel, TYPE), text(channel, VALUE)) : null;
                    channels.put(text(channel, NAME), command);
                }
            }
            all.add(new Wanted(text(asset, NAME), channels));
        }
        return all;
    }

    private static JsonElement parse(byte[] body) throws KuraException {
        if (body.length > LARGEST) {
            throw bad("a body of " + body.length + " bytes; at most " + LARGEST);
        }
        try {
            String text =
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
            return JsonParser.parseString(text);
        } catch (CharacterCodingException | JsonParseException e) {
            throw bad("the body is no JSON");
        }
    }

    private static JsonArray array(JsonElement element, String what) throws KuraException {
        if (!element.isJsonArray() || element.getAsJsonArray().size() > MOST) {
            throw bad(what + " must be an array of at most " + MOST);
        }
        return element.getAsJsonArray();
    }

    private static JsonObject object(JsonElement element) throws KuraException {
        if (!element.isJsonObject()) {
            throw bad("an array must have objects in it");
        }
        return element.getAsJsonObject();
    }

    private static String text(JsonObject object, String property) throws KuraException {
        JsonElement element = object.get(property);
        if (element == null
                || !element.isJsonPrimitive()
                || !element.getAsJsonPrimitive().isString()) {
            throw bad(property + " is missing or no text");
        }
        return element.getAsString();
    }

    private static KuraException bad(String reason) {
        return new KuraException(KuraErrorCode.BAD_REQUEST, reason);
    }

    /** An asset that is there, or one with the reason why nothing is told of it. */
    static JsonObject asset(String name, JsonArray channels) {
        JsonObject asset = new JsonObject();
        asset.addProperty(NAME, name);
        asset.add(CHANNELS, channels);
        return asset;
    }

    static JsonObject notFound(String name) {
        JsonObject asset = new JsonObject();
        asset.addProperty(NAME, name);
        asset.addProperty(ERROR, "Asset not found");
        return asset;
    }

    /** What a channel is. */
    static JsonObject described(Channel channel) {
        JsonObject json = new JsonObject();
        json.addProperty(NAME, channel.getName());
        json.addProperty(TYPE, channel.getValueType().name());
        json.addProperty("mode", channel.getType().name());
        return json;
    }

    /** What was read. */
    static JsonObject result(ChannelRecord read) {
        ChannelStatus status = read.getChannelStatus();
        TypedValue<?> value = read.getValue();
        boolean good = status != null && status.getChannelFlag() == ChannelFlag.SUCCESS;
        if (!good || value == null) {
            String reason = status == null || good ? null : status.getExceptionMessage();
            return failed(read.getChannelName(), reason, read.getTimestamp());
        }
        String text =
                value.getType() == DataType.BYTE_ARRAY
                        ? Base64.getEncoder().encodeToString((byte[]) value.getValue())
                        : value.getValue().toString();
        JsonObject json =
                done(
                        read.getChannelName(),
                        new Command(value.getType().name(), text),
                        read.getTimestamp());
        if (read.getUnit() != null && !read.getUnit().isBlank()) {
            json.addProperty("unit", read.getUnit());
        }
        return json;
    }

    static JsonObject done(String channel, Command what, long timeMillis) {
        JsonObject json = timed(channel, timeMillis);
        json.addProperty(VALUE, what.value());
        json.addProperty(TYPE, what.type());
        return json;
    }

    static JsonObject failed(String channel, String reason, long timeMillis) {
        JsonObject json = timed(channel, timeMillis);
        json.addProperty(ERROR, reason == null ? "Unknown error" : reason);
        return json;
    }

    private static JsonObject timed(String channel, long timeMillis) {
        JsonObject json = new JsonObject();
        json.addProperty(NAME, channel);
        json.addProperty("timestamp", timeMillis == 0 ? System.currentTimeMillis() : timeMillis);
        return json;
    }
}
