package io.wattwire.publish.homeassistant;

import com.google.gson.JsonObject;
import io.wattwire.device.model.ValueKind;
import java.util.Map;
import java.util.TreeMap;

/** What the broker was told of one asset. */
final class Announced {

    /** Channels that have had values. */
    final Map<String, ValueKind> channels = new TreeMap<>();

    /** Platforms of the components that were described, by key. */
    final Map<String, String> components = new TreeMap<>();

    /** Empty before it was described. */
    String id = "";

    /** By which the id was made; empty when by the gateway's. */
    String serial = "";

    /** Whether there ever was a component of that name. */
    boolean component;

    /** Whether a driver ever told what is behind it. */
    boolean told;

    /** Since when there is none, -1 while there is. */
    long absentSince = -1;

    /** The last payload on this connection. */
    String published = "";

    void remember(JsonObject payload) {
        components.clear();
        payload.getAsJsonObject("components")
                .entrySet()
                .forEach(
                        it ->
                                components.put(
                                        it.getKey(),
                                        it.getValue()
                                                .getAsJsonObject()
                                                .get("platform")
                                                .getAsString()));
    }
}
