package io.wattwire.publish.homeassistant;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import io.wattwire.device.session.StateStore;
import io.wattwire.publish.Delivery;
import io.wattwire.publish.Sample;
import io.wattwire.publish.Target;
import io.wattwire.publish.control.ControlGate;
import io.wattwire.publish.control.ControlPoint;
import io.wattwire.publish.control.Plant;
import io.wattwire.publish.mqtt.Connection;
import io.wattwire.publish.mqtt.Listener;
import io.wattwire.publish.mqtt.Message;
import io.wattwire.publish.mqtt.Presence;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes each value on a topic of its own. A value of now goes to the channel's topic; one that
 * an outage held up goes to the topic {@code late} below it with its time, as a reader of the first
 * would take it for one of now.
 */
final class HomeAssistantTarget implements Target, Listener, Commands.Answers {

    private static final Logger LOG = LoggerFactory.getLogger(HomeAssistantTarget.class);

    private static final int BATCH = 1000;
    private static final long LATE_MILLIS = 60_000;
    private static final int MOST_SERIES = 20_000;
    private static final Gson GSON = new Gson();

    private final String owner;
    private final HomeAssistantSettings settings;
    private final Connection connection;
    private final Announcer announcer;
    private final Commands commands;
    private final Map<String, Sample> latest = new LinkedHashMap<>();

    HomeAssistantTarget(
            String owner, HomeAssistantSettings settings, Plant plant, StateStore state) {
        this.owner = owner;
        this.settings = settings;
        connection =
                new Connection(
                        owner,
                        settings.access(),
                        Presence.at(settings.topics().availability()),
                        settings.heard(),
                        this);
        announcer =
                new Announcer(
                        owner,
                        settings,
                        new Surveyor(owner, plant, settings.rules()),
                        new Memory(owner, state),
                        connection::send,
                        System::nanoTime);
        ControlGate gate = new ControlGate(owner, settings.rules(), plant, System::nanoTime);
        commands = new Commands(owner, settings, gate, this);
        connection.start();
    }

    @Override
    public Delivery deliver(List<Sample> batch) throws IOException, InterruptedException {
        connection.await();
        announcer.observe(batch);
        List<Message> messages = new ArrayList<>(batch.size());
        long now = System.currentTimeMillis();
        boolean caughtUp = batch.size() < BATCH;
        Set<String> later = new HashSet<>();
        for (int i = batch.size() - 1; i >= 0; i--) {
            Sample sample = batch.get(i);
            boolean last = later.add(sample.series());
            boolean present = now - sample.timeMillis() < LATE_MILLIS || caughtUp && last;
            messages.add(present ? state(sample) : late(sample));
            if (last && present) {
                remember(sample);
            }
        }
        Collections.reverse(messages);
        connection.send(messages);
        return Delivery.COMPLETE;
    }

    private Message state(Sample sample) {
        String topic = settings.topics().state(sample.asset(), sample.channel());
        return new Message(topic, text(sample.value()), false);
    }

    private Message late(Sample sample) {
        JsonObject json = new JsonObject();
        json.addProperty("time", sample.timeMillis());
        json.add("value", GSON.toJsonTree(sample.value()));
        String topic = settings.topics().late(sample.asset(), sample.channel());
        return new Message(topic, json.toString(), false);
    }

    /** Numbers as decimals without an exponent, which not every reader takes. */
    static String text(Object value) {
        if (value instanceof Double number) {
            return number == 0
                    ? "0"
                    : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
        return value.toString();
    }

    private synchronized void remember(Sample sample) {
        if (latest.size() < MOST_SERIES || latest.containsKey(sample.series())) {
            latest.put(sample.series(), sample);
        }
    }

    @Override
    public int largestBatch() {
        return BATCH;
    }

    @Override
    public void connected() {
        announcer.forgotten();
        tick();
    }

    @Override
    public void tick() {
        try {
            announcer.tick();
        } catch (IOException lost) {
            LOG.debug("{}: descriptions wait for the broker", owner, lost);
        }
    }

    @Override
    public void message(String topic, byte[] payload, boolean retained) {
        if (!topic.equals(settings.topics().birth())) {
            commands.message(topic, payload, retained);
        } else if (!retained && "online".equals(new String(payload, StandardCharsets.UTF_8))) {
            commands.later(this::sayAgain);
        }
    }

    /** Home Assistant has started and knows no states yet. */
    private void sayAgain() {
        List<Message> messages = new ArrayList<>();
        long oldest = System.currentTimeMillis() - 1000L * settings.expireSeconds();
        synchronized (this) {
            for (Sample sample : latest.values()) {
                if (settings.expireSeconds() == 0 || sample.timeMillis() > oldest) {
                    messages.add(state(sample));
                }
            }
        }
        publish(messages);
    }

    private void publish(List<Message> messages) {
        try {
            for (int from = 0; from < messages.size(); from += BATCH) {
                connection.send(messages.subList(from, Math.min(from + BATCH, messages.size())));
            }
        } catch (IOException lost) {
            LOG.debug("{}: the broker is gone", owner, lost);
        }
    }

    @Override
    public void answer(String topic, String payload) {
        publish(List.of(new Message(topic, payload, false)));
    }

    /** A point that is only written has no other way to show what holds. */
    @Override
    public void commanded(ControlPoint point, String value) {
        Sample sample =
                new Sample(point.asset(), point.channel(), value, System.currentTimeMillis());
        remember(sample);
        publish(List.of(state(sample)));
    }

    @Override
    public void retire() {
        try {
            announcer.retire();
        } catch (IOException lost) {
            LOG.warn(
                    "{}: descriptions stay at the broker, as it is not there: {}; remove its"
                            + " retained messages below {}/device",
                    owner,
                    lost.getMessage(),
                    settings.topics().prefix());
        }
    }

    @Override
    public void close() {
        commands.close();
        connection.close();
    }
}
