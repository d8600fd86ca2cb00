package io.wattwire.standalone.cloud;

import io.wattwire.device.source.reason.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import org.eclipse.paho.client.mqttv3.IMqttActionListener;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection by Eclipse Paho; a new client for each, so that no state of an old one is left. */
final class MqttTransport implements Transport {
    private static final Logger LOG = LoggerFactory.getLogger(MqttTransport.class);
    private static final long ABORT_MS = 100;
    private static final long GRACE_MS = 1000;
    private static final int AT_MOST_ONCE = 0;
    private static final int MOST_QOS = 2;
    private static final String TRUST =
            "check the address, or add its authority to Java's trust store";

    private final MqttSettings settings;
    private volatile MqttAsyncClient client;
    private volatile Inbox inbox = (topic, payload, retained) -> {};

    MqttTransport(MqttSettings settings) {
        this.settings = settings;
    }

    @Override
    public String account() {
        return settings.account();
    }

    @Override
    public String clientId() {
        return settings.clientId();
    }

    @Override
    public String broker() {
        return settings.url();
    }

    @Override
    public void connect(Runnable changed) throws IOException {
        abort();
        try {
            MqttAsyncClient fresh =
                    new MqttAsyncClient(
                            settings.url(), settings.clientId(), new MemoryPersistence());
            client = fresh;
            fresh.setCallback(new Events(changed));
            fresh.connect(settings.options())
                    .waitForCompletion(settings.timeoutSeconds() * 1000L + GRACE_MS);
        } catch (MqttException | IllegalArgumentException e) {
            throw new IOException(reason(e), e);
        }
    }

    private static String reason(Exception e) {
        return Reason.of(e, TRUST);
    }

    @Override
    public boolean isConnected() {
        MqttAsyncClient current = client;
        return current != null && current.isConnected();
    }

    @Override
    public void publish(Message message, Consumer<Throwable> done) throws IOException {
        MqttAsyncClient current = client;
        if (current == null) {
            throw new IOException("not connected");
        }
        try {
            current.publish(
                    message.topic(),
                    message.payload(),
                    message.qos(),
                    message.retain(),
                    null,
                    new Done(done));
        } catch (MqttException | IllegalArgumentException e) {
            throw new IOException(reason(e), e);
        }
    }

    @Override
    public void subscribe(String filter, Inbox listener) throws IOException {
        MqttAsyncClient current = client;
        if (current == null) {
            throw new IOException("not connected");
        }
        inbox = listener;
        try {
            IMqttToken token = current.subscribe(filter, AT_MOST_ONCE);
            token.waitForCompletion(settings.timeoutSeconds() * 1000L + GRACE_MS);
            if (token.getGrantedQos().length > 0 && token.getGrantedQos()[0] > MOST_QOS) {
                throw new IOException("its access list does not let us hear " + filter);
            }
        } catch (MqttException | IllegalArgumentException e) {
            throw new IOException(reason(e), e);
        }
    }

    @Override
    public void disconnect(Duration quiesce) {
        MqttAsyncClient current = client;
        if (current != null) {
            try {
                current.disconnect(quiesce.toMillis())
                        .waitForCompletion(quiesce.toMillis() + GRACE_MS);
            } catch (MqttException e) {
                LOG.debug("Disconnect from {} failed: {}", settings.url(), reason(e));
            }
        }
        abort();
    }

    @Override
    public void abort() {
        MqttAsyncClient old = client;
        client = null;
        if (old == null) {
            return;
        }
        try {
            old.setCallback(null);
            if (old.isConnected()) {
                old.disconnectForcibly(ABORT_MS, ABORT_MS, false);
            }
        } catch (MqttException e) {
            LOG.debug("Connection to {} does not end: {}", settings.url(), reason(e));
        }
        try {
            old.close(true);
        } catch (MqttException e) {
            LOG.debug("Client of {} does not close: {}", settings.url(), reason(e));
        }
    }

    /** Tells of a lost connection and of messages. */
    private final class Events implements MqttCallback {
        private final Runnable changed;

        Events(Runnable changed) {
            this.changed = changed;
        }

        @Override
        public void connectionLost(Throwable cause) {
            changed.run();
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            inbox.arrived(topic, message.getPayload(), message.isRetained());
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // each message has its own listener
        }
    }

    /** Tells of one message. */
    private record Done(Consumer<Throwable> done) implements IMqttActionListener {
        @Override
        public void onSuccess(IMqttToken token) {
            done.accept(null);
        }

        @Override
        public void onFailure(IMqttToken token, Throwable cause) {
            done.accept(cause == null ? new IOException("not delivered") : cause);
        }
    }
}
