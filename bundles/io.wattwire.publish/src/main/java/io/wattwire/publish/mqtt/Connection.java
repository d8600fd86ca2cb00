package io.wattwire.publish.mqtt;

import io.wattwire.device.source.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to the broker, made again whenever it is lost: says {@code online} once it stands,
 * and leaves {@code offline} as last will. One log line for each change. Thread-safe.
 */
public final class Connection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private static final long RETRY_SECONDS = 5;
    private static final long ACTION_MILLIS = 8000;
    private static final long QUIESCE_MILLIS = 200;
    private static final int CONNECT_SECONDS = 8;
    private static final int MOST_IN_FLIGHT = 2000;
    private static final int AT_LEAST_ONCE = 1;
    private static final byte[] OFFLINE = "offline".getBytes(StandardCharsets.UTF_8);

    /** A command must not come twice, and not every broker marks retained ones at QoS 1. */
    private static final int AT_MOST_ONCE = 0;

    private final String owner;
    private final MqttAccess access;
    private final String availability;
    private final List<String> topics;
    private final Listener listener;
    private final ScheduledExecutorService thread;
    private volatile MqttAsyncClient client;
    private volatile boolean ready;
    private volatile String problem = "not connected yet";
    private volatile boolean standing;
    private boolean told;

    /**
     * A connection that is not started yet.
     *
     * @param owner for names and logs
     * @param access which broker
     * @param availability topic of {@code online} and {@code offline}, both retained
     * @param topics to hear, at most once each message; wildcards allowed
     * @param listener who hears
     */
    public Connection(
            String owner,
            MqttAccess access,
            String availability,
            List<String> topics,
            Listener listener) {
        this.owner = owner;
        this.access = access;
        this.availability = availability;
        this.topics = List.copyOf(topics);
        this.listener = listener;
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread worker = new Thread(task, "wattwire-mqtt-" + owner);
                            worker.setDaemon(true);
                            return worker;
                        });
    }

    /** Begins to connect, on a thread of its own. */
    public void start() {
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
            LOG.error("{}: a defect, please report it", owner, defect);
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
                    new MqttAsyncClient(access.url(), access.clientId(), new MemoryPersistence());
            client = fresh;
            fresh.setCallback(new Ear());
            fresh.connect(options()).waitForCompletion(ACTION_MILLIS);
            subscribe(fresh);
            send(List.of(new Message(availability, "online", true)));
            LOG.info("{}: connected to {}", owner, access.url());
            told = false;
            listener.connected();
            standing = true;
            ready = true;
        } catch (MqttException | IOException | RuntimeException failure) {
            problem = Reason.of(failure);
            if (!told) {
                LOG.warn(
                        "{}: no connection to {}: {}; tried again every {} s",
                        owner,
                        access.url(),
                        problem,
                        RETRY_SECONDS);
            }
            told = true;
            drop();
        }
    }

    private MqttConnectOptions options() {
        MqttConnectOptions options = new MqttConnectOptions();
        options.setCleanSession(true); // commands given while nobody was here are too old
        options.setConnectionTimeout(CONNECT_SECONDS);
        options.setKeepAliveInterval(access.keepAliveSeconds());
        options.setMaxInflight(MOST_IN_FLIGHT);
        access.username().ifPresent(options::setUserName);
        access.password().ifPresent(options::setPassword);
        access.trust().ifPresent(options::setSocketFactory);
        options.setWill(availability, OFFLINE, AT_LEAST_ONCE, true);
        return options;
    }

    private void subscribe(MqttAsyncClient fresh) throws MqttException {
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

    /**
     * Waits until the connection stands, or does not on being tried once more; 8 s at most.
     *
     * @throws IOException with the reason if it does not
     * @throws InterruptedException if the caller is stopped meanwhile
     */
    public void await() throws IOException, InterruptedException {
        if (isUp()) {
            return;
        }
        try {
            thread.submit(this::connectUnlessUp).get(ACTION_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            throw new IOException("the component stops", stopped);
        } catch (ExecutionException | TimeoutException late) {
            LOG.debug("{}: still connecting", owner, late);
        }
        if (!isUp()) {
            throw new IOException(access.url() + ": " + problem);
        }
    }

    private void connectUnlessUp() {
        if (!isUp()) {
            connect();
        }
    }

    /**
     * Publishes at least once, in order; returns when the broker has confirmed all, after 8 s at
     * most.
     *
     * @param messages at most 2000
     * @throws IOException with the reason if it has not
     */
    public void send(List<Message> messages) throws IOException {
        MqttAsyncClient now = client;
        if (now == null) {
            throw new IOException(access.url() + ": " + problem);
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
            problem = Reason.of(failure);
            throw new IOException(access.url() + ": " + problem, failure);
        }
    }

    private void drop() {
        ready = false;
        standing = false;
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

    /** Hears the client. */
    private final class Ear implements MqttCallback {

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            try {
                listener.message(topic, message.getPayload(), message.isRetained());
            } catch (RuntimeException defect) { // Paho would end the connection
                LOG.error("{}: a defect, please report it", owner, defect);
            }
        }

        @Override
        public void connectionLost(Throwable cause) {
            ready = false;
            problem = Reason.of(cause);
            if (standing) { // a try that fails may end here, too
                LOG.warn("{}: lost {}: {}", owner, access.url(), problem);
            }
            standing = false;
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // whoever published waits for it
        }
    }

    /** A clean end sends no last will, so the word is said before. */
    @Override
    public void close() {
        thread.shutdownNow();
        if (isUp()) {
            try {
                MqttMessage offline = new MqttMessage(OFFLINE);
                offline.setQos(AT_LEAST_ONCE);
                offline.setRetained(true);
                client.publish(availability, offline).waitForCompletion(QUIESCE_MILLIS * 5);
                client.disconnect(QUIESCE_MILLIS).waitForCompletion(QUIESCE_MILLIS * 5);
            } catch (MqttException gone) {
                LOG.debug("{}: was not connected", owner, gone);
            }
        }
        drop();
    }
}
