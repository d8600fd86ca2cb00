package io.wattwire.publish.homeassistant;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to the broker, made again whenever it is lost: says {@code online} once it stands,
 * and leaves {@code offline} as last will. One log line for each change. Thread-safe.
 */
final class Connection implements MqttCallback, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private static final long RETRY_SECONDS = 5;
    private static final long ACTION_MILLIS = 8000;
    private static final long QUIESCE_MILLIS = 200;
    private static final int AT_LEAST_ONCE = 1;

    /** A command must not come twice, and not every broker marks retained ones at QoS 1. */
    private static final int AT_MOST_ONCE = 0;

    private final String owner;
    private final HomeAssistantSettings settings;
    private final Listener listener;
    private final ScheduledExecutorService thread;
    private volatile MqttAsyncClient client;
    private volatile boolean ready;
    private volatile String problem = "not connected yet";
    private boolean told;

    /** Who hears of the connection. */
    interface Listener {

        /** It stands, and the broker may have forgotten everything. */
        void connected();

        /** It is looked after every few seconds while it stands. */
        void tick();

        /** A message; called on the client's thread, which must not wait. */
        void message(String topic, byte[] payload, boolean retained);
    }

    /** A message to publish. */
    record Message(String topic, String payload, boolean retained) {}

    Connection(String owner, HomeAssistantSettings settings, Listener listener) {
        this.owner = owner;
        this.settings = settings;
        this.listener = listener;
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread worker = new Thread(task, "wattwire-mqtt-" + owner);
                            worker.setDaemon(true);
                            return worker;
                        });
    }

    void start() {
        thread.scheduleWithFixedDelay(this::look, 0, RETRY_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            if (!isUp()) {
                connect();
            } else {
                listener.tick();
            }
        } catch (RuntimeException defect) { // else it would never be looked after again
            LOG.error("{}: a defect in the publisher, please report it", owner, defect);
        }
    }

    private boolean isUp() {
        MqttAsyncClient now = client;
        return ready && now != null && now.isConnected();
    }

    private void connect() {
        drop();
        try {
            MqttAsyncClient fresh =
                    new MqttAsyncClient(
                            settings.url(), settings.clientId(), new MemoryPersistence());
            client = fresh;
            fresh.setCallback(this);
            fresh.connect(settings.options()).waitForCompletion(ACTION_MILLIS);
            subscribe(fresh);
            send(List.of(new Message(settings.topics().availability(), "online", true)));
            LOG.info("{}: publishes to {}", owner, settings.url());
            told = false;
            listener.connected();
            synchronized (this) {
                ready = true;
                notifyAll();
            }
        } catch (MqttException | IOException | RuntimeException failure) {
            problem = reason(failure);
            if (!told) {
                LOG.warn(
                        "{}: no connection to {}: {}; tried again every {} s",
                        owner,
                        settings.url(),
                        problem,
                        RETRY_SECONDS);
            }
            told = true;
            drop();
        }
    }

    private void subscribe(MqttAsyncClient fresh) throws MqttException {
        List<String> topics = new ArrayList<>();
        if (settings.discovery()) {
            topics.add(settings.topics().birth());
        }
        if (!settings.rules().points().isEmpty()) {
            topics.add(settings.topics().commands());
        }
        for (String topic : topics) {
            IMqttToken token = fresh.subscribe(topic, AT_MOST_ONCE);
            token.waitForCompletion(ACTION_MILLIS);
            if (token.getGrantedQos().length > 0 && token.getGrantedQos()[0] > 2) {
                LOG.warn(
                        "{}: the broker does not let us hear {}; correct its access list",
                        owner,
                        topic);
            }
        }
    }

    /** Paho says the essential in the innermost cause. */
    private static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.getMessage() == null ? innermost.toString() : innermost.getMessage();
    }

    /** Waits until the connection stands. */
    void await() throws IOException, InterruptedException {
        if (isUp()) {
            return;
        }
        try {
            thread.execute(
                    () -> {
                        if (!isUp()) {
                            connect();
                        }
                    });
        } catch (RejectedExecutionException stopped) {
            throw new IOException("the publisher stops", stopped);
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ACTION_MILLIS);
        synchronized (this) {
            while (!isUp()) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                if (left <= 0) {
                    throw new IOException(settings.url() + ": " + problem);
                }
                wait(left);
            }
        }
    }

    /** Publishes at least once, in order; returns when the broker has confirmed all. */
    void send(List<Message> messages) throws IOException {
        MqttAsyncClient now = client;
        if (now == null) {
            throw new IOException(settings.url() + ": " + problem);
        }
        try {
            List<IMqttDeliveryToken> tokens = new ArrayList<>(messages.size());
            for (Message each : messages) {
                byte[] payload = each.payload().getBytes(StandardCharsets.UTF_8);
                tokens.add(now.publish(each.topic(), payload, AT_LEAST_ONCE, each.retained()));
            }
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ACTION_MILLIS);
            for (IMqttDeliveryToken token : tokens) {
                long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
                token.waitForCompletion(Math.max(1, left)); // 0 would be for ever
            }
        } catch (MqttException failure) {
            ready = false; // what is under way is given up with this connection
            problem = reason(failure);
            throw new IOException(settings.url() + ": " + problem, failure);
        }
    }

    private void drop() {
        ready = false;
        MqttAsyncClient old = client;
        client = null;
        if (old == null) {
            return;
        }
        try {
            old.disconnectForcibly(QUIESCE_MILLIS, QUIESCE_MILLIS, false);
        } catch (MqttException gone) {
            LOG.debug("{}: was not connected", owner, gone);
        }
        try {
            old.close(true);
        } catch (MqttException gone) {
            LOG.debug("{}: was closed", owner, gone);
        }
    }

    @Override
    public void messageArrived(String topic, MqttMessage message) {
        try {
            listener.message(topic, message.getPayload(), message.isRetained());
        } catch (RuntimeException defect) { // Paho would end the connection
            LOG.error("{}: a defect in the publisher, please report it", owner, defect);
        }
    }

    @Override
    public void connectionLost(Throwable cause) {
        ready = false;
        problem = reason(cause);
        LOG.warn("{}: lost {}: {}", owner, settings.url(), problem);
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
        // whoever published waits for it
    }

    /** A clean end sends no last will, so the word is said before. */
    @Override
    public void close() {
        thread.shutdownNow();
        if (isUp()) {
            try {
                MqttMessage offline = new MqttMessage("offline".getBytes(StandardCharsets.UTF_8));
                offline.setQos(AT_LEAST_ONCE);
                offline.setRetained(true);
                client.publish(settings.topics().availability(), offline)
                        .waitForCompletion(QUIESCE_MILLIS * 5);
                client.disconnect(QUIESCE_MILLIS).waitForCompletion(QUIESCE_MILLIS * 5);
            } catch (MqttException gone) {
                LOG.debug("{}: was not connected", owner, gone);
            }
        }
        drop();
    }
}
