package io.wattwire.itest.outage;

import io.wattwire.broker.Broker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** A broker, and somebody who hears all that arrives there. */
final class Subscriber implements Server {

    private final BiFunction<String, byte[], Optional<Integer>> number;
    private final List<Integer> numbers = new ArrayList<>();
    private final int port;
    private Broker broker;
    private MqttClient client;

    /** With what a message says, if it is one with a value. */
    Subscriber(BiFunction<String, byte[], Optional<Integer>> number) throws Exception {
        this.number = number;
        Broker free = Broker.start(0);
        port = free.port();
        free.close();
    }

    @Override
    public String address() {
        return "mqtt://127.0.0.1:" + port;
    }

    @Override
    public void up() throws Exception {
        broker = Broker.start(port);
        client =
                new MqttClient(
                        "tcp://127.0.0.1:" + port, "drill-subscriber", new MemoryPersistence());
        client.connect();
        client.subscribe("#", 1, (topic, message) -> heard(topic, message.getPayload()));
    }

    private synchronized void heard(String topic, byte[] payload) {
        number.apply(topic, payload).ifPresent(numbers::add);
    }

    @Override
    public boolean mute(boolean on) {
        return false; // a broker acknowledges
    }

    @Override
    public synchronized List<Integer> numbers() {
        return List.copyOf(numbers);
    }

    @Override
    public void close() {
        if (client == null) {
            return;
        }
        try {
            client.disconnectForcibly(100, 100);
            client.close(true);
        } catch (MqttException gone) {
            throw new AssertionError(gone);
        } finally {
            broker.close();
        }
    }
}
