package io.wattwire.itest.outage;

import io.wattwire.broker.Broker;
import io.wattwire.itest.Plug;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/**
 * A broker that nobody reaches at first, and somebody who hears all that arrives there, from the
 * first message on: he is there before the broker is up for others.
 */
final class Subscriber implements Server {

    private final BiFunction<String, byte[], Optional<Integer>> number;
    private final List<Integer> numbers = new ArrayList<>();
    private final Broker broker;
    private final Plug plug;
    private final MqttClient client;

    /** With what a message says, if it is one with a value. */
    Subscriber(BiFunction<String, byte[], Optional<Integer>> number) throws Exception {
        this.number = number;
        broker = Broker.start(0);
        plug = new Plug(broker.port());
        plug.pull();
        String url = "tcp://127.0.0.1:" + broker.port();
        client = new MqttClient(url, "drill-subscriber", new MemoryPersistence());
        client.connect();
        client.subscribe("#", 1, (topic, message) -> heard(topic, message.getPayload()));
    }

    @Override
    public String address() {
        return "mqtt://127.0.0.1:" + plug.port();
    }

    @Override
    public void up() {
        plug.push();
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
        plug.close();
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
