package io.wattwire.publish.homeassistant;

import com.google.gson.JsonObject;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.ValueKind;
import io.wattwire.publish.Sample;
import io.wattwire.publish.mqtt.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the broker's retained descriptions as they should be: one for each asset that has
 * published, with the channels that came and the points that may be commanded; what is gone is
 * taken back. Remembers over restarts what it left at the broker. Thread-safe.
 */
final class Announcer {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private static final long LOOK_NANOS = 30_000_000_000L;
    private static final long GONE_NANOS = 120_000_000_000L;
    private static final long NAMELESS_NANOS = 60_000_000_000L;
    private static final int MOST_CHANNELS = 5000;

    private final String owner;
    private final HomeAssistantSettings settings;
    private final Surveyor surveyor;
    private final Memory memory;
    private final Outgoing outgoing;
    private final LongSupplier nanoClock;
    private final Discovery discovery;
    private final Map<String, Announced> all;
    private boolean changed = true;
    private boolean retired;
    private long looked;
    private final long started;

    /** How messages leave. */
    interface Outgoing {
        /** Publishes all, or throws. */
        void send(List<Message> messages) throws IOException;
    }

    Announcer(
            String owner,
            HomeAssistantSettings settings,
            Surveyor surveyor,
            Memory memory,
            Outgoing outgoing,
            LongSupplier nanoClock) {
        this.owner = owner;
        this.settings = settings;
        this.surveyor = surveyor;
        this.memory = memory;
        this.outgoing = outgoing;
        this.nanoClock = nanoClock;
        this.discovery = new Discovery(settings.topics(), settings.expireSeconds());
        this.all = memory.load();
        this.started = nanoClock.getAsLong();
        this.looked = started;
        settings.rules().points().forEach(point -> announced(point.asset()));
    }

    private Announced announced(String asset) {
        return all.computeIfAbsent(asset, name -> new Announced());
    }

    /** The broker may have forgotten everything. */
    synchronized void forgotten() {
        all.values().forEach(it -> it.published = "");
        changed = true;
    }

    /** Describes what is new before its first value is published. */
    synchronized void observe(List<Sample> batch) throws IOException {
        if (retired || !settings.discovery()) {
            return;
        }
        for (Sample sample : batch) {
            Map<String, ValueKind> channels = announced(sample.asset()).channels;
            if (!channels.containsKey(sample.channel()) && channels.size() < MOST_CHANNELS) {
                channels.put(sample.channel(), kind(sample.value()));
                changed = true;
            }
        }
        announce();
    }

    private static ValueKind kind(Object value) {
        if (value instanceof Boolean) {
            return ValueKind.BOOLEAN;
        }
        if (value instanceof Long) {
            return ValueKind.LONG;
        }
        return value instanceof Double ? ValueKind.DOUBLE : ValueKind.STRING;
    }

    /** Looks whether assets changed or are gone; call it every few seconds. */
    synchronized void tick() throws IOException {
        if (retired || !settings.discovery()) {
            return;
        }
        if (nanoClock.getAsLong() - looked >= LOOK_NANOS) {
            looked = nanoClock.getAsLong();
            removeGone();
            changed = true;
        }
        announce();
    }

    /** One that was never a component, and one that is only restarted, stay. */
    private void removeGone() throws IOException {
        long now = nanoClock.getAsLong();
        for (Iterator<Map.Entry<String, Announced>> it = all.entrySet().iterator();
                it.hasNext(); ) {
            Map.Entry<String, Announced> entry = it.next();
            Announced announced = entry.getValue();
            if (surveyor.has(entry.getKey())) {
                announced.component = true;
                announced.absentSince = -1;
            } else if (announced.component && announced.absentSince < 0) {
                announced.absentSince = now;
            } else if (announced.component && now - announced.absentSince >= GONE_NANOS) {
                takeBack(announced);
                it.remove();
                memory.save(all);
                LOG.info("{}: {} is gone, its device is taken back", owner, entry.getKey());
            }
        }
    }

    private void takeBack(Announced announced) throws IOException {
        if (!announced.id.isEmpty()) {
            outgoing.send(
                    List.of(new Message(settings.topics().description(announced.id), "", true)));
        }
    }

    private void announce() throws IOException {
        if (!changed) {
            return;
        }
        boolean different = false;
        for (Map.Entry<String, Announced> entry : all.entrySet()) {
            different |= announce(entry.getKey(), entry.getValue());
        }
        if (different) {
            memory.save(all);
        }
        changed = false;
    }

    private boolean announce(String asset, Announced announced) throws IOException {
        AssetView view = surveyor.view(asset, announced.channels);
        if (!isSettled(asset, announced, view)) {
            return false;
        }
        name(asset, announced, view.identity());
        JsonObject payload = discovery.payload(announced.id, view);
        if (payload.toString().equals(announced.published)) {
            return false;
        }
        outgoing.send(messages(announced, payload));
        announced.published = payload.toString();
        announced.remember(payload);
        return true;
    }

    /**
     * Nothing is taken back because a part of the gateway has not started yet, and a device gets a
     * while to tell its serial number, by which it is called for ever.
     */
    private boolean isSettled(String asset, Announced announced, AssetView view) {
        boolean there = surveyor.has(asset);
        boolean tells = !view.title().isEmpty();
        if (announced.component && !there || announced.told && !tells) {
            return false;
        }
        announced.component |= there;
        announced.told |= tells;
        if (!announced.id.isEmpty()) {
            return true;
        }
        boolean empty = view.channels().isEmpty() && view.controls().isEmpty();
        boolean young = nanoClock.getAsLong() - started < NAMELESS_NANOS;
        return !empty && !(young && tells && !view.identity().recognised());
    }

    /** What is no longer there is named once more with its platform alone: that takes it back. */
    private List<Message> messages(Announced announced, JsonObject payload) {
        String topic = settings.topics().description(announced.id);
        List<Message> messages = new ArrayList<>();
        JsonObject farewell = payload.deepCopy();
        JsonObject components = farewell.getAsJsonObject("components");
        boolean any = false;
        for (Map.Entry<String, String> old : announced.components.entrySet()) {
            if (!components.has(old.getKey())) {
                JsonObject gone = new JsonObject();
                gone.addProperty("platform", old.getValue());
                components.add(old.getKey(), gone);
                any = true;
            }
        }
        if (any) {
            messages.add(new Message(topic, farewell.toString(), true));
        }
        messages.add(new Message(topic, payload.toString(), true));
        return messages;
    }

    /** An id lasts: a device that tells its serial later keeps the name it was announced by. */
    private void name(String asset, Announced announced, Identity identity) throws IOException {
        String serial = Topics.id(identity.serial().strip());
        boolean exchanged =
                !announced.serial.isEmpty()
                        && !serial.isEmpty()
                        && !announced.serial.equals(serial);
        if (exchanged) {
            takeBack(announced);
            announced.id = "";
            announced.components.clear();
        }
        if (announced.id.isEmpty()) {
            String id =
                    serial.isEmpty()
                            ? "wattwire_" + settings.gateway() + "_" + Topics.id(asset)
                            : "wattwire_" + serial;
            boolean taken = all.values().stream().anyMatch(other -> other.id.equals(id));
            announced.id = taken ? id + "_" + Topics.id(asset) : id;
            announced.serial = serial;
        }
    }

    /** The owner removed the publisher: nothing of it stays at the broker. */
    synchronized void retire() throws IOException {
        retired = true;
        for (Announced announced : all.values()) {
            takeBack(announced);
        }
        all.clear();
        memory.save(all);
    }
}
