package io.wattwire.publish.homeassistant;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.wattwire.device.model.ValueKind;
import io.wattwire.device.session.StateStore;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Remembers over restarts what lies at the broker, so that it can be taken back. */
final class Memory {

    private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
    private static final String FILE = "announced";

    private final String owner;
    private final StateStore store;
    private boolean told;

    Memory(String owner, StateStore store) {
        this.owner = owner;
        this.store = store;
    }

    /** What was announced in earlier runs; nothing when it cannot be read. */
    Map<String, Announced> load() {
        Map<String, Announced> all = new TreeMap<>();
        try {
            String text = store.load(FILE).orElse("{}");
            JsonParser.parseString(text)
                    .getAsJsonObject()
                    .entrySet()
                    .forEach(it -> all.put(it.getKey(), read(it.getValue().getAsJsonObject())));
        } catch (IOException | RuntimeException damaged) {
            LOG.warn("{}: what was announced before is forgotten: {}", owner, damaged.toString());
            all.clear();
        }
        return all;
    }

    private static Announced read(JsonObject json) {
        Announced announced = new Announced();
        announced.id = json.get("id").getAsString();
        announced.serial = json.get("serial").getAsString();
        announced.component = json.get("component").getAsBoolean();
        announced.told = json.get("told").getAsBoolean();
        json.getAsJsonObject("channels")
                .entrySet()
                .forEach(
                        it ->
                                announced.channels.put(
                                        it.getKey(),
                                        ValueKind.valueOf(it.getValue().getAsString())));
        json.getAsJsonObject("components")
                .entrySet()
                .forEach(it -> announced.components.put(it.getKey(), it.getValue().getAsString()));
        return announced;
    }

    /** A disk that is full costs the memory, not the values. */
    void save(Map<String, Announced> all) {
        JsonObject json = new JsonObject();
        all.forEach((asset, announced) -> json.add(asset, write(announced)));
        try {
            store.save(FILE, json.toString());
            told = false;
        } catch (IOException disk) {
            if (!told) {
                LOG.warn("{}: what is announced cannot be remembered: {}", owner, disk.toString());
            }
            told = true;
        }
    }

    private static JsonObject write(Announced announced) {
        JsonObject json = new JsonObject();
        json.addProperty("id", announced.id);
        json.addProperty("serial", announced.serial);
        json.addProperty("component", announced.component);
        json.addProperty("told", announced.told);
        JsonObject channels = new JsonObject();
        announced.channels.forEach((name, kind) -> channels.addProperty(name, kind.name()));
        json.add("channels", channels);
        JsonObject components = new JsonObject();
        announced.components.forEach(components::addProperty);
        json.add("components", components);
        return json;
    }
}
