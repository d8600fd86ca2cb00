package io.wattwire.publish.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.IMqttToken;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One life of a connection, by Eclipse Paho: from connecting to its end, never again. No call waits
 * for longer than 8 s. Thread-safe.
 */
final class BrokerSession {

    /** The longest that a call waits, ms. */
    static final long ACTION_MILLIS = 8000;

    private static final Logger LOG = LoggerFactory.getLogger(BrokerSession.class);

    private static final long QUIESCE_MILLIS = 200;
    private static final long FAREWELL_MILLIS = 1000;
    private static final int CONNECT_SECONDS = 8;
    private static final int MOST_IN_FLIGHT = 2000;
    private static final int AT_LEAST_ONCE = 1;
    private static final int MOST_QUALITY = 2;

    /** A command must not come twice, and not every broker marks retained ones at QoS 1. */
    private static final int AT_MOST_ONCE = 0;

    private final String owner;
    private final MqttAccess access;
    private final Presence presence;
    private final MqttAsyncClient client;
    private List<String> unheard;

    /**
     * A session that has not begun.
     *
     * @param topics to hear
     * @throws MqttException if the settings allow none
     */
    BrokerSession(
            String owner,
            MqttAccess access,
            Presence presence,
            List<String> topics,
            MqttCallback ear)
            throws MqttException {
        this.owner = owner;
        unheard = topics;
        this.access = access;
        this.presence = presence;
        client = new MqttAsyncClient(access.url(), access.clientId(), new MemoryPersistence());
        client.setCallback(ear);
    }

    /** Connects, and tells that we are there. */
    void begin() throws MqttException {
        client.connect(options()).waitForCompletion(ACTION_MILLIS);
        hear();
        for (String topic : unheard) {
            LOG.warn(
                    "{}: the broker does not let us hear {}; correct its access list",
                    owner,
                    topic);
        }
        publish(presence.arrival().stream().toList(), ACTION_MILLIS);
    }

    /** Asks for the topics that the broker has refused so far: its access list may be mended. */
    void hear() throws MqttException {
        List<String> refused = new ArrayList<>();
        for (String topic : unheard) {
            IMqttToken token = client.subscribe(topic, AT_MOST_ONCE);
            token.waitForCompletion(ACTION_MILLIS);
            if (token.getGrantedQos().length > 0 && token.getGrantedQos()[0] > MOST_QUALITY) {
                refused.add(topic);
            }
        }
        unheard = refused;
    }

    private MqttConnectOptions options() {
        MqttConnectOptions options = new MqttConnectOptions();
        // by default Paho knocks a second time, with 3.1, which also a wrong password makes it do
        options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1_1);
        options.setCleanSession(true); // commands given while nobody was here are too old
        options.setConnectionTimeout(CONNECT_SECONDS);
        options.setKeepAliveInterval(access.keepAliveSeconds());
        options.setMaxInflight(MOST_IN_FLIGHT);
        access.username().ifPresent(options::setUserName);
        access.password().ifPresent(options::setPassword);
        access.trust().ifPresent(options::setSocketFactory);
        presence.lastWill()
                .ifPresent(
                        will ->
                                options.setWill(
                                        will.topic(),
                                        bytes(will),
                                        will.retained() ? AT_LEAST_ONCE : AT_MOST_ONCE,
                                        will.retained()));
        return options;
    }

    boolean isConnected() {
        return client.isConnected();
    }

    /** Publishes at least once, in order; returns when the broker has confirmed all. */
    void publish(List<Message> messages, long withinMillis) throws MqttException {
        List<IMqttDeliveryToken> tokens = new ArrayList<>(messages.size());
        for (Message each : messages) {
            tokens.add(client.publish(each.topic(), bytes(each), AT_LEAST_ONCE, each.retained()));
        }
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(withinMillis);
        for (IMqttDeliveryToken token : tokens) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            token.waitForCompletion(Math.max(1, left)); // 0 would be for ever
        }
    }

    private static byte[] bytes(Message message) {
        return message.payload().getBytes(StandardCharsets.UTF_8);
    }

    /** Says farewell, where there is one to say, and disconnects; the broker has no will then. */
    void leave() {
        List<Message> farewell = presence.farewell().stream().toList();
        if (farewell.isEmpty()) {
            return;
        }
        try {
            publish(farewell, FAREWELL_MILLIS);
            client.disconnect(QUIESCE_MILLIS).waitForCompletion(FAREWELL_MILLIS);
        } catch (MqttException gone) {
            LOG.debug("{}: was not connected", owner, gone);
        }
    }

    /** Ends; where we have not left before, the broker takes us for lost. */
    void drop() {
        try {
            client.disconnectForcibly(QUIESCE_MILLIS, QUIESCE_MILLIS, false);
        } catch (MqttException gone) {
            LOG.debug("{}: was not connected", owner, gone);
        }
        try {
            client.close(true);
        } catch (MqttException gone) {
            LOG.debug("{}: was closed", owner, gone);
        }
    }
}
