package io.wattwire.cli.demo;

import io.wattwire.broker.Broker;
import io.wattwire.standalone.Gateway;
import io.wattwire.standalone.GatewayException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * Stands for Kapua: a broker on loopback, and a subscriber that counts what arrives on each topic.
 */
final class KapuaBroker implements AutoCloseable {
    private static final String CONNECTION = "/graphs/kapua-connection.xml";
    private static final String TRANSPORT =
            "org.eclipse.kura.core.data.transport.mqtt.MqttDataTransport";
    private static final int AT_LEAST_ONCE = 1;

    private final Broker broker;
    private final MqttClient subscriber;
    private final Map<String, Integer> messages = new ConcurrentHashMap<>();

    KapuaBroker() throws IOException {
        broker = Broker.start(0);
        try {
            subscriber =
                    new MqttClient(
                            "tcp://127.0.0.1:" + broker.port(),
                            "wattwire-demo-subscriber",
                            new MemoryPersistence());
            // one listener for all: a filter's own would hear "$EDC" topics on "#", too
            subscriber.setCallback(new Counter());
            subscriber.connect();
            subscriber.subscribe(
                    new String[] {"#", "$EDC/#"}, new int[] {AT_LEAST_ONCE, AT_LEAST_ONCE});
        } catch (MqttException e) {
            broker.close();
            throw new IOException("the demo's broker does not answer: " + e.getMessage(), e);
        }
    }

    private final class Counter implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            messages.merge(topic, 1, Integer::sum);
        }

        @Override
        public void connectionLost(Throwable cause) {
            // the demo's broker ends with the demo
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // nothing is published here
        }
    }

    /** Points the gateway's cloud connection here. */
    void connect(Gateway gateway) throws GatewayException, IOException {
        try (InputStream connection = KapuaBroker.class.getResourceAsStream(CONNECTION)) {
            gateway.load(
                    connection,
                    "kapua-connection.xml",
                    Map.of(TRANSPORT, Map.of("broker-url", broker.url())));
        }
    }

    /** Messages that arrived, by topic. */
    Map<String, Integer> messages() {
        return new TreeMap<>(messages);
    }

    @Override
    public void close() throws IOException {
        try {
            subscriber.disconnect();
            subscriber.close();
        } catch (MqttException e) {
            throw new IOException("the demo's subscriber did not end: " + e.getMessage(), e);
        } finally {
            broker.close();
        }
    }
}
