package io.wattwire.standalone.cloud;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.broker.Broker;
import io.wattwire.standalone.kapua.KapuaPayload;
import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.monitor.Publications;
import io.wattwire.standalone.system.SystemServices;
import io.wattwire.standalone.util.Properties;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.cloudconnection.request.RequestHandlerContext;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Our cloud stack with a real broker, seen by a client that knows nothing of our code. */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT) // they mostly wait, each for a broker of its own
class KapuaConnectionTest {
    @TempDir Path directory;
    private final BlockingQueue<Arrived> arrived = new LinkedBlockingQueue<>();
    private final Publications publications = new Publications();
    private final Faults faults = new Faults();
    private Broker broker;
    private MqttClient observer;
    private MqttTransport transport;
    private DataService data;
    private CloudService cloud;

    private record Arrived(String topic, MqttMessage message) {
        KuraPayload payload() throws Exception {
            return KapuaPayload.decode(message.getPayload());
        }
    }

    @BeforeEach
    void start() throws Exception {
        broker = Broker.start(0);
        observe();
    }

    @AfterEach
    void stop() throws Exception {
        if (cloud != null) {
            cloud.stop();
            data.stop();
        }
        forgetObserver();
        broker.close();
    }

    private void forgetObserver() throws Exception {
        observer.disconnectForcibly(100, 100);
        observer.close(true);
    }

    private void observe() throws Exception {
        observer =
                new MqttClient(
                        broker.url().replace("mqtt:", "tcp:"), "observer", new MemoryPersistence());
        observer.connect();
        for (String filter : new String[] {"acc/#", "$EDC/#"}) {
            observer.subscribe(
                    filter, 1, (topic, message) -> arrived.add(new Arrived(topic, message)));
        }
    }

    private void gateway(boolean autoConnect) {
        transport =
                new MqttTransport(
                        MqttSettings.of(
                                new Properties(
                                        Map.of(
                                                "broker-url", broker.url(),
                                                "topic.context.account-name", "acc",
                                                "client-id", "gw1",
                                                "lwt.payload", "gone")),
                                null,
                                null));
        data =
                new DataService(
                        SenderTest.settings(autoConnect, 9, Duration.ofSeconds(20)),
                        directory,
                        transport,
                        publications,
                        faults);
        cloud =
                new CloudService(
                        data,
                        SystemServices.create(directory),
                        faults,
                        new Properties(
                                Map.of(
                                        "kura.service.pid", "cloud",
                                        "device.display-name", "hostname")),
                        Map.of("ECHO-V1", new Echo()));
    }

    /** Answers with what it was asked. */
    private static final class Echo implements RequestHandler {
        @Override
        public KuraMessage doExec(RequestHandlerContext context, KuraMessage request) {
            KuraPayload answer = new KuraPayload();
            answer.setBody(request.getPayload().getBody());
            return new KuraMessage(answer);
        }
    }

    private void publish(int number) throws Exception {
        KuraPayload payload = new KuraPayload();
        payload.setTimestamp(new Date(1000));
        payload.addMetric("number", number);
        cloud.publish(
                new KuraMessage(
                        payload, Map.of("APP_ID", "W1", "APP_TOPIC", "A1/meter", "QOS", 1)));
    }

    private Arrived next() throws Exception {
        Arrived message = arrived.poll(60, TimeUnit.SECONDS);
        assertNotNull(message, "a message; faults: " + faults.list());
        return message;
    }

    private void expectNumbers(int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            assertEquals(i, next().payload().getMetric("number"));
        }
    }

    @Test
    void birthComesFirstThenDataThenTheFarewell() throws Exception {
        gateway(true);
        publish(7);

        Arrived birth = next();
        assertEquals("$EDC/acc/gw1/MQTT/BIRTH", birth.topic());
        assertEquals(1, birth.message().getQos());
        assertEquals(0x1f, birth.message().getPayload()[0], "gzip");
        Set<String> metrics = new HashSet<>(birth.payload().metricNames());
        assertTrue(
                metrics.containsAll(
                        Set.of(
                                "uptime",
                                "display_name",
                                "model_id",
                                "serial_number",
                                "firmware_version",
                                "kura_version",
                                "application_ids",
                                "accept_encoding",
                                "payload_encoding",
                                "connection_ip",
                                "connection_interface",
                                "available_processors",
                                "total_memory")),
                metrics.toString());
        assertTrue(birth.payload().metrics().values().stream().allMatch(String.class::isInstance));

        Arrived sample = next();
        assertEquals("acc/gw1/W1/A1/meter", sample.topic());
        assertEquals(1, sample.message().getQos());
        assertEquals(new Date(1000), sample.payload().getTimestamp());
        assertEquals(7, sample.payload().getMetric("number"));

        cloud.stop();

        assertEquals("$EDC/acc/gw1/MQTT/DC", next().topic());
        assertEquals(null, arrived.poll(200, TimeUnit.MILLISECONDS), "no last will");
    }

    @Test
    void aGatewayThatVanishesLeavesItsLastWill() throws Exception {
        gateway(true);
        assertEquals("$EDC/acc/gw1/MQTT/BIRTH", next().topic());

        transport.abort();

        Arrived will = next();
        assertEquals("$EDC/acc/gw1/MQTT/LWT", will.topic());
        assertEquals("gone", new String(will.message().getPayload()));
        assertEquals("$EDC/acc/gw1/MQTT/BIRTH", next().topic(), "and it comes back");
    }

    @Test
    void aRequestIsAnsweredAlsoAfterTheConnectionWasLost() throws Exception {
        gateway(true);
        KuraPayload request = new KuraPayload();
        request.addMetric("requester.client.id", "observer");
        request.addMetric("request.id", "7");
        request.setBody(new byte[] {1, 2});
        for (int i = 0; i < 2; i++) {
            Arrived birth = nextOn("$EDC/acc/gw1/MQTT/BIRTH");
            assertEquals("ECHO-V1", birth.payload().getMetric("application_ids"));
            Arrived answer = answerTo(request);
            assertEquals("$EDC/acc/observer/ECHO-V1/REPLY/7", answer.topic());
            assertEquals(200, answer.payload().getMetric("response.code"));
            assertArrayEquals(new byte[] {1, 2}, answer.payload().getBody());
            transport.abort();
            nextOn("$EDC/acc/gw1/MQTT/LWT");
        }
        assertEquals(0, faults.list().size(), () -> "" + faults.list());
    }

    private Arrived nextOn(String topic) throws Exception {
        Arrived message = next();
        while (!message.topic().equals(topic)) {
            message = next();
        }
        return message;
    }

    /** Asked again, as the gateway listens only some time after its birth. */
    private Arrived answerTo(KuraPayload request) throws Exception {
        for (int i = 0; i < 300; i++) {
            observer.publish(
                    "$EDC/acc/gw1/ECHO-V1/EXEC/it", KapuaPayload.encode(request, false), 1, false);
            for (Arrived each = poll(); each != null; each = poll()) {
                if (each.topic().contains("/REPLY/")) {
                    return each;
                }
            }
        }
        throw new AssertionError("no answer");
    }

    private Arrived poll() throws Exception {
        return arrived.poll(100, TimeUnit.MILLISECONDS);
    }

    @Test
    void whatIsPublishedWhileTheBrokerIsAwayArrivesAfterwardsInOrder() throws Exception {
        gateway(true);
        assertEquals("$EDC/acc/gw1/MQTT/BIRTH", next().topic());
        publish(0);
        expectNumbers(0, 1);

        int port = broker.port();
        forgetObserver();
        broker.close();
        for (int i = 1; i < 20; i++) {
            publish(i);
        }
        cloud.disconnect(); // so that the observer is back before the gateway
        broker = Broker.start(port);
        observe();
        cloud.connect();

        assertEquals("$EDC/acc/gw1/MQTT/BIRTH", next().topic());
        expectNumbers(1, 20);
        assertEquals(0, publications.backlog().dropped());
    }

    @Test
    void whatWasPublishedBeforeTheProcessDiedArrivesAfterTheNextStart() throws Exception {
        gateway(false);
        for (int i = 0; i < 20; i++) {
            publish(i);
        }
        while (data.onDisk() < 20) {
            Thread.onSpinWait();
        }
        DataService killed = data; // not stopped: its thread and files are simply left

        gateway(true);

        assertEquals("$EDC/acc/gw1/MQTT/BIRTH", next().topic());
        expectNumbers(0, 20);
        killed.stop();
    }
}
