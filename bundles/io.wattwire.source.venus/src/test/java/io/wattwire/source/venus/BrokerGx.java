package io.wattwire.source.venus;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.client.mqttv3.IMqttMessageListener;
import org.eclipse.paho.client.mqttv3.MqttAsyncClient;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * What a GX does on its broker, as dbus-flashmq's page describes it: tells changes, tells all on
 * request and says when it is done, keeps its serial retained.
 */
final class BrokerGx implements Gx, AutoCloseable {

    static final String PORTAL = "c0619ab00001";
    private static final long WAIT_MILLIS = 20_000;

    private final MqttAsyncClient client;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final AtomicInteger fullPublishes = new AtomicInteger();

    BrokerGx(String url, MqttConnectOptions options) throws MqttException {
        client = new MqttAsyncClient(url, "gx", new MemoryPersistence());
        client.connect(options).waitForCompletion(WAIT_MILLIS);
        IMqttMessageListener asked =
                (topic, message) -> asked(new String(message.getPayload(), StandardCharsets.UTF_8));
        client.subscribe("R/" + PORTAL + "/keepalive", 0, asked).waitForCompletion(WAIT_MILLIS);
        send("N/" + PORTAL + "/system/0/Serial", "{\"value\":\"" + PORTAL + "\"}", true);
    }

    private synchronized void asked(String payload) throws MqttException {
        if (!payload.contains("suppress-republish")) {
            tellAll(payload.replaceAll(".*echo\":\"([^\"]*)\".*", "$1"));
        }
    }

    @Override
    public void tellAll() throws MqttException {
        tellAll("of somebody else");
    }

    private synchronized void tellAll(String echo) throws MqttException {
        fullPublishes.incrementAndGet();
        for (Map.Entry<String, String> value : values.entrySet()) {
            send(value.getKey(), value.getValue(), false);
        }
        send(
                "N/" + PORTAL + "/full_publish_completed",
                "{\"full-publish-completed-echo\":\"" + echo + "\",\"value\":1702459522}",
                false);
    }

    @Override
    public synchronized void show(String path, double value) throws MqttException {
        String topic = "N/" + PORTAL + "/" + path;
        values.put(topic, "{\"value\":" + value + "}");
        send(topic, values.get(topic), false);
    }

    private void send(String topic, String payload, boolean retained) throws MqttException {
        MqttMessage message = new MqttMessage(payload.getBytes(StandardCharsets.UTF_8));
        message.setQos(retained ? 1 : 0); // some brokers keep none of QoS 0
        message.setRetained(retained);
        client.publish(topic, message);
    }

    int fullPublishes() {
        return fullPublishes.get();
    }

    @Override
    public void close() throws MqttException {
        client.disconnectForcibly(100, 100);
        client.close();
    }
}
