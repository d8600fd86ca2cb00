package io.wattwire.publish.givtcp;

import io.wattwire.publish.givtcp.data.Discovery;
import io.wattwire.publish.givtcp.data.Published;
import io.wattwire.publish.givtcp.data.Snapshot;
import io.wattwire.publish.mqtt.Connection;
import io.wattwire.publish.mqtt.Listener;
import io.wattwire.publish.mqtt.Message;
import io.wattwire.publish.mqtt.Presence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One inverter at the broker. It has a connection of its own, as GivTCP has one per inverter: a
 * connection has one last will, and each inverter has a status.
 */
final class Station implements Listener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Station.class);

    private static final int BATCH = 1000;
    private static final long SILENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final String owner;
    private final GivTcpSettings settings;
    private final String serial;
    private final Doors doors;
    private final Supplier<Set<String>> commanded;
    private final Connection connection;
    private final String availability;
    private final List<String> controls;

    /** Topics of descriptions by the paths that they describe. */
    private final Map<String, String> announced = new TreeMap<>();

    private boolean fresh = true;
    private boolean silent;
    private long seenNanos = System.nanoTime();

    Station(
            String owner,
            GivTcpSettings settings,
            String serial,
            Doors doors,
            Supplier<Set<String>> commanded) {
        this.owner = owner;
        this.settings = settings;
        this.serial = serial;
        this.doors = doors;
        this.commanded = commanded;
        availability = Discovery.availability(settings.root(), serial, settings.form());
        controls =
                List.of(
                        settings.root() + "/control/" + serial + "/",
                        settings.root() + "/" + serial + "/control/");
        boolean listens = !settings.doors().rules().points().isEmpty();
        connection =
                new Connection(
                        owner + " " + serial,
                        settings.access().orElseThrow().as("-" + serial),
                        Presence.at(availability),
                        listens ? controls.stream().map(it -> it + "#").toList() : List.of(),
                        this);
        connection.start();
    }

    /** Publishes the values of a cycle; what is new among them is described first. */
    void publish(Snapshot snapshot) throws IOException, InterruptedException {
        connection.await();
        Map<String, String> values = Published.of(snapshot.structure());
        send(describe(values, Discovery.maxRate(snapshot.structure(), serial)));
        List<Message> messages = new ArrayList<>(values.size());
        if (speaksAgain()) {
            messages.add(new Message(availability, "online", true));
        }
        values.forEach(
                (path, text) -> {
                    String topic = settings.root() + "/" + serial + "/" + path;
                    if (!topic.equals(availability)) { // the connection says that, retained
                        messages.add(new Message(topic, text, false));
                    }
                });
        send(messages);
    }

    private void send(List<Message> messages) throws IOException {
        for (int from = 0; from < messages.size(); from += BATCH) {
            connection.send(messages.subList(from, Math.min(from + BATCH, messages.size())));
        }
    }

    private synchronized boolean speaksAgain() {
        seenNanos = System.nanoTime();
        boolean again = silent;
        silent = false;
        return again;
    }

    private synchronized List<Message> describe(Map<String, String> values, double maxRate) {
        if (settings.discovery().isEmpty()) {
            return List.of();
        }
        if (fresh) {
            announced.clear();
            fresh = false;
        }
        Discovery discovery =
                new Discovery(
                        settings.discovery().get(),
                        settings.root(),
                        serial,
                        settings.form(),
                        commanded.get());
        List<Message> messages = new ArrayList<>();
        for (String path : values.keySet()) {
            if (!path.startsWith("raw/") && !announced.containsKey(path)) {
                Message message = discovery.of(path, maxRate);
                announced.put(path, message.topic());
                messages.add(message);
            }
        }
        return messages;
    }

    /** The broker may have forgotten the descriptions. */
    @Override
    public synchronized void connected() {
        fresh = true;
        silent = false;
    }

    /** Values that stay away are as good as a gateway that is gone. */
    @Override
    public void tick() {
        synchronized (this) {
            if (silent || System.nanoTime() - seenNanos < SILENCE_NANOS) {
                return;
            }
            silent = true;
        }
        try {
            connection.send(List.of(new Message(availability, "offline", true)));
        } catch (IOException lost) {
            LOG.debug("{}: the broker is gone", owner, lost);
        }
    }

    @Override
    public void message(String topic, byte[] payload, boolean retained) {
        for (String control : controls) {
            if (topic.startsWith(control)) {
                String command = topic.substring(topic.lastIndexOf('/') + 1);
                doors.command(serial, command, payload, retained);
                return;
            }
        }
    }

    /** Says what became of a command; not below the topics that are heard. */
    void answer(String command, String json) {
        String topic = settings.root() + "/" + serial + "/result/" + command;
        try {
            connection.send(List.of(new Message(topic, json, false)));
        } catch (IOException lost) {
            LOG.debug("{}: the broker is gone", owner, lost);
        }
    }

    /** Takes the descriptions back. */
    void retire() throws IOException {
        List<Message> nothing;
        synchronized (this) {
            nothing = announced.values().stream().map(it -> new Message(it, "", true)).toList();
        }
        send(nothing);
    }

    @Override
    public void close() {
        connection.close();
    }
}
