package io.wattwire.itest;

import io.wattwire.itest.wait.Await;
import io.wattwire.standalone.kapua.KapuaPayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** Kapua's side: subscribes to everything and keeps it in the order of arrival. Thread-safe. */
final class Mailbox implements AutoCloseable {
    private static final int AT_LEAST_ONCE = 1;

    private final List<Mail> mails = new ArrayList<>();
    private MqttClient client;
    private int asked;

    /** A message. */
    record Mail(String topic, byte[] bytes) {
        KuraPayload payload() {
            try {
                return KapuaPayload.decode(bytes);
            } catch (IOException e) {
                throw new AssertionError(topic + " carries no payload of Kura", e);
            }
        }
    }

    /** Subscribes, also again after the broker was gone. */
    void connect(int port) throws MqttException {
        client =
                new MqttClient(
                        "tcp://127.0.0.1:" + port, "itest-subscriber", new MemoryPersistence());
        // one listener for all: a filter's own would hear "$EDC" topics on "#", too
        client.setCallback(new Listener());
        client.connect();
        client.subscribe(new String[] {"#", "$EDC/#"}, new int[] {AT_LEAST_ONCE, AT_LEAST_ONCE});
    }

    private final class Listener implements MqttCallback {
        @Override
        public void messageArrived(String topic, MqttMessage message) {
            add(new Mail(topic, message.getPayload()));
        }

        @Override
        public void connectionLost(Throwable cause) {
            // a test that kills the broker connects again
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // nothing is published here
        }
    }

    private synchronized void add(Mail mail) {
        mails.add(mail);
    }

    synchronized List<Mail> on(String topic) {
        return mails.stream().filter(mail -> mail.topic().equals(topic)).toList();
    }

    synchronized List<String> topics() {
        return mails.stream().map(Mail::topic).distinct().sorted().toList();
    }

    void await(String topic, int count, Duration bound) {
        Await.until(
                count + " messages on " + topic,
                bound,
                () -> on(topic).size() >= count,
                () -> on(topic).size() + ", topics " + topics());
    }

    /** Sends a request and waits for the body of its answer. */
    String ask(String request, String body) throws MqttException {
        String id = Integer.toString(++asked);
        KuraPayload payload = new KuraPayload();
        payload.addMetric("requester.client.id", "itest");
        payload.addMetric("request.id", id);
        payload.setBody(body.getBytes(StandardCharsets.UTF_8));
        client.publish("$EDC/" + request, KapuaPayload.encode(payload, true), 1, false);
        String answer = "$EDC/home/itest/" + request.split("/")[2] + "/REPLY/" + id;
        await(answer, 1, Duration.ofSeconds(60));
        KuraPayload reply = on(answer).get(0).payload();
        if (!Integer.valueOf(200).equals(reply.getMetric("response.code"))) {
            throw new AssertionError(request + ": " + reply.metrics());
        }
        return new String(reply.getBody(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws MqttException {
        if (client.isConnected()) {
            client.disconnect();
        }
        client.close();
    }
}
