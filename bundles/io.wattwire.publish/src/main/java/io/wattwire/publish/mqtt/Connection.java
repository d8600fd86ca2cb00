package io.wattwire.publish.mqtt;

import io.wattwire.device.source.reason.Reason;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connection to the broker, made again whenever it is lost. One log line for each change, none
 * for each failed try. Thread-safe.
 */
public final class Connection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Connection.class);

    private static final long RETRY_SECONDS = 5;

    private final String owner;
    private final MqttAccess access;
    private final Presence presence;
    private final List<String> topics;
    private final Listener listener;
    private final ScheduledExecutorService thread;
    private volatile BrokerSession session;
    private volatile boolean ready;
    private volatile String problem = "not connected yet";
    private volatile boolean standing;
    private boolean told;

    /**
     * A connection that is not started yet.
     *
     * @param owner for names and logs
     * @param access which broker
     * @param presence what others there are told about us
     * @param topics to hear, at most once each message; wildcards allowed
     * @param listener who hears
     */
    public Connection(
            String owner,
            MqttAccess access,
            Presence presence,
            List<String> topics,
            Listener listener) {
        this.owner = owner;
        this.access = access;
        this.presence = presence;
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
            BrokerSession now = session;
            if (now == null || !isUp()) {
                connect();
            } else {
                now.hear();
                listener.tick();
            }
        } catch (MqttException lost) {
            LOG.debug("{}: connected anew next time", owner, lost);
        } catch (RuntimeException defect) { // else it would never be looked after again
            LOG.error("{}: a defect, please report it", owner, defect);
        }
    }

    private boolean isUp() {
        BrokerSession now = session;
        return ready && now != null && now.isConnected();
    }

    private void connect() {
        drop();
        try {
            BrokerSession fresh = new BrokerSession(owner, access, presence, topics, new Ear());
            session = fresh;
            fresh.begin();
            LOG.info("{}: connected to {}", owner, access.url());
            told = false;
            listener.connected();
            standing = true;
            ready = true;
        } catch (MqttException | RuntimeException failure) {
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
            thread.submit(this::connectUnlessUp)
                    .get(BrokerSession.ACTION_MILLIS, TimeUnit.MILLISECONDS);
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
        BrokerSession now = session;
        if (now == null) {
            throw new IOException(access.url() + ": " + problem);
        }
        try {
            now.publish(messages, BrokerSession.ACTION_MILLIS);
        } catch (MqttException failure) {
            ready = false; // what is under way is given up with this connection
            problem = Reason.of(failure);
            throw new IOException(access.url() + ": " + problem, failure);
        }
    }

    private void drop() {
        ready = false;
        standing = false;
        BrokerSession old = session;
        session = null;
        if (old != null) {
            old.drop();
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

    /** Ends it; whoever watches its presence is told. */
    @Override
    public void close() {
        thread.shutdownNow();
        BrokerSession last = session;
        if (last != null && isUp()) {
            last.leave();
        }
        drop();
    }
}
