package io.wattwire.source.venus;

import io.wattwire.device.source.Emission;
import io.wattwire.publish.mqtt.Connection;
import io.wattwire.publish.mqtt.Listener;
import io.wattwire.publish.mqtt.Message;
import io.wattwire.publish.mqtt.Presence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a GX through the broker on it (dbus-flashmq, Venus OS 3.20 and later): asks for all values
 * once per connection, then keeps it telling changes. It only ever asks; it writes nothing.
 */
final class VenusMqtt implements Listener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(VenusMqtt.class);

    private static final long BEAT_MILLIS = 400;
    private static final long KEEP_ALIVE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);
    private static final int LONGEST_TOPIC = 300;
    private static final int LEVELS = 5;

    private final String owner;
    private final Portal portal;
    private final House house;
    private final Outlet outlet;
    private final Unreadable unreadable;
    private final Promptness promptness = new Promptness();
    private final Connection connection;
    private final String echo;
    private final ScheduledExecutorService thread;
    private volatile boolean up;
    private volatile String request = "";
    private volatile boolean complete;
    private volatile long askedNanos;
    private boolean complained;

    VenusMqtt(String owner, VenusSettings settings, Emission emission) {
        this.owner = owner;
        portal = new Portal(settings.portal(), news -> LOG.info("{}: {}", owner, news));
        house = new House(settings.choices(), news -> LOG.info("{}: {}", owner, news));
        outlet = new Outlet(owner, house, emission);
        unreadable = new Unreadable(text -> LOG.warn("{}: {}", owner, text));
        String own =
                "wattwire/" + settings.access().clientId().replaceAll("[^0-9A-Za-z_.-]", "_") + "/";
        echo = own + "echo";
        connection =
                new Connection(
                        owner,
                        settings.access(),
                        Presence.at(own + "status"),
                        topics(settings),
                        this);
        thread = Outlet.thread("wattwire-venus-beat-" + owner);
        connection.start();
        thread.scheduleWithFixedDelay(this::beat, 0, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private List<String> topics(VenusSettings settings) {
        String one = "N/" + (settings.portal().isEmpty() ? "+" : settings.portal());
        Set<String> topics = new TreeSet<>();
        topics.add(one + "/system/0/Serial");
        topics.add(one + "/full_publish_completed");
        for (Choice choice : settings.choices()) {
            for (String path : Table.paths(choice.kind())) {
                topics.add(one + "/" + choice.kind() + "/+/" + path.split("/", 2)[0] + "/#");
            }
        }
        List<String> all = new ArrayList<>(topics);
        all.add(echo);
        return all;
    }

    @Override
    public void connected() {
        house.forget();
        promptness.forget();
        request = "";
        complete = false;
        up = true;
    }

    @Override
    public void message(String topic, byte[] payload, boolean retained) {
        if (topic.equals(echo)) {
            promptness.back(new String(payload, StandardCharsets.UTF_8));
            return;
        }
        String[] levels = topic.length() > LONGEST_TOPIC ? new String[0] : topic.split("/", LEVELS);
        if (levels.length < 3) {
            return;
        }
        if (payload.length > 0) { // the serial, kept by the broker, or anything that it tells
            portal.see(levels[1]);
        }
        if (retained || !levels[1].equals(portal.id())) { // what was kept is of an unknown age
            return;
        }
        if (levels[2].equals("full_publish_completed")) {
            completed(payload);
        } else if (levels.length == LEVELS && levels[3].matches("[0-9]{1,9}")) {
            Service service = new Service(levels[2], Integer.parseInt(levels[3]));
            value(new Path(service, levels[4]), payload);
        }
    }

    private void value(Path path, byte[] payload) {
        if (payload.length == 0) {
            house.gone(path);
            return;
        }
        Payload.Content content = Payload.content(payload);
        if (!content.fault().isEmpty()) {
            unreadable.tell(path, content.fault());
        }
        boolean prompt = promptness.prompt(System.nanoTime());
        if (house.take(path, content.number(), prompt, System.currentTimeMillis())) {
            outlet.plan();
        }
    }

    /** Firmware before 3.50 does not say whose request is completed. */
    private void completed(byte[] payload) {
        String asked = request;
        if (!asked.isEmpty() && Payload.echo(payload).orElse(asked).equals(asked)) {
            complete = true;
            house.settle();
        }
    }

    private void beat() {
        try {
            portal.look();
            if (up) {
                connection.send(
                        List.of(new Message(echo, promptness.send(System.nanoTime()), false)));
                ask(System.nanoTime());
            }
        } catch (IOException lost) {
            // the connection says so, and is made again
        } catch (RuntimeException defect) { // else there would be no beat any more
            LOG.error("{}: a defect in the source, please report it", owner, defect);
        }
    }

    private void ask(long nowNanos) throws IOException {
        long silence = nowNanos - askedNanos;
        if (portal.id().isEmpty()) {
            return;
        }
        if (request.isEmpty() || !complete && silence > PATIENCE_NANOS) {
            if (!request.isEmpty() && !complained) {
                complained = true;
                LOG.warn("{}: the GX {} does not answer; is MQTT on?", owner, portal.id());
            }
            request = UUID.randomUUID().toString();
            send(Payload.publishAll(request), nowNanos);
        } else if (complete && silence > KEEP_ALIVE_NANOS) {
            complained = false;
            send(Payload.keepAlive(), nowNanos);
            house.look();
        }
    }

    private void send(String keepAlive, long nowNanos) throws IOException {
        askedNanos = nowNanos;
        connection.send(List.of(new Message("R/" + portal.id() + "/keepalive", keepAlive, false)));
    }

    @Override
    public void close() {
        thread.shutdownNow();
        connection.close();
        outlet.close();
    }
}
