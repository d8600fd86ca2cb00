package io.wattwire.broker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class BrokerTest {
    @Test
    void bringsAMessageFromOneClientToAnother() throws Exception {
        try (Broker broker = Broker.start(0);
                MqttClient client =
                        new MqttClient(
                                broker.url().replace("mqtt:", "tcp:"),
                                "test",
                                new MemoryPersistence())) {
            LinkedBlockingQueue<byte[]> arrived = new LinkedBlockingQueue<>();
            client.connect();
            client.subscribe("a/#", 1, (topic, message) -> arrived.add(message.getPayload()));

            client.publish("a/b", new byte[] {1, 2}, 1, false);

            assertArrayEquals(new byte[] {1, 2}, arrived.poll(60, TimeUnit.SECONDS));
            client.disconnect();
        }
    }

    @Test
    void freesItsPortAtTheEnd() throws Exception {
        int port;
        try (Broker broker = Broker.start(0)) {
            port = broker.port();
            assertTrue(port > 0);
        }

        try (Broker again = Broker.start(port)) {
            assertEquals(port, again.port());
        }
    }

    @Test
    void endsTheConnectionsOfItsClients() throws Exception {
        CountDownLatch lost = new CountDownLatch(1);
        Broker broker = Broker.start(0);
        try (MqttClient client =
                new MqttClient(
                        broker.url().replace("mqtt:", "tcp:"), "test", new MemoryPersistence())) {
            client.connect();
            client.setCallback(new Losses(lost));
            broker.close();
            assertTrue(lost.await(60, TimeUnit.SECONDS));
        }
    }

    private record Losses(CountDownLatch lost) implements MqttCallback {
        @Override
        public void connectionLost(Throwable cause) {
            lost.countDown();
        }

        @Override
        public void messageArrived(String topic, MqttMessage message) {
            // nothing is subscribed
        }

        @Override
        public void deliveryComplete(IMqttDeliveryToken token) {
            // nothing is published
        }
    }

    @Test
    void refusesAPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThrows(IOException.class, () -> Broker.start(taken.getLocalPort()));
        }
    }
}
