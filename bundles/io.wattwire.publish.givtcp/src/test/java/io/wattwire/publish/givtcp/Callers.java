package io.wattwire.publish.givtcp;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.wattwire.broker.Broker;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.Delivery;
import io.wattwire.publish.Sample;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;

/** A house that is published with all its doors open, and callers who wait for their answers. */
final class Callers implements AutoCloseable {

    private static final int PATIENCE_S = 30;
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Broker BROKER = broker();

    private final String root = "GivEnergy" + NUMBER.incrementAndGet();
    private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final MqttClient client =
            new MqttClient(
                    "tcp://127.0.0.1:" + BROKER.port(), "of " + root, new MemoryPersistence());
    private final House house;
    private GivTcpTarget target;

    /** One for all tests, as it takes seconds to stop. */
    private static Broker broker() {
        try {
            Broker broker = Broker.start(0);
            Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
            return broker;
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
    }

    /** Not published yet. */
    Callers(House house) throws MqttException {
        this.house = house;
        client.setTimeToWait(TimeUnit.SECONDS.toMillis(PATIENCE_S));
        client.connect();
        client.subscribe(
                root + "/result/+/+",
                1,
                (topic, message) ->
                        replies.add(new String(message.getPayload(), StandardCharsets.UTF_8)));
    }

    /** Everything may be commanded. */
    static Callers of(House house) throws Exception {
        return of(house, Map.of("control.points", house.everything()));
    }

    /** With other settings. */
    static Callers of(House house, Map<String, Object> more) throws Exception {
        Callers callers = new Callers(house);
        callers.publish(more);
        return callers;
    }

    /** The first value comes in, and tells whose it is. */
    void publish(Map<String, Object> more) throws Exception {
        Map<String, Object> properties = new HashMap<>();
        properties.put("host", "127.0.0.1");
        properties.put("port", BROKER.port());
        properties.put("topic.root", root);
        properties.put("client.id", "gateway of " + root);
        properties.put("discovery", false);
        properties.put("rest", true);
        properties.put("http.port", 0);
        properties.put("control.enabled", true);
        properties.put("control.per.minute", 600);
        properties.putAll(more);
        SourceSettings given = new SourceSettings(properties, null);
        GivTcpSettings settings = GivTcpSettings.of("test", given);
        if (settings == null) {
            throw new AssertionError(given.plain().problems());
        }
        target = new GivTcpTarget("test", settings, house);
        Delivery delivery =
                target.deliver(
                        List.of(
                                new Sample(
                                        House.READ,
                                        "serial_number",
                                        House.SERIAL,
                                        System.currentTimeMillis())));
        if (!delivery.equals(Delivery.COMPLETE)) {
            throw new AssertionError(delivery);
        }
    }

    JsonObject mqtt(String command, String payload) throws Exception {
        say(topic(House.SERIAL, command), payload, false);
        return reply();
    }

    /** Of an inverter's commands. */
    String topic(String serial, String command) {
        return root + "/control/" + serial + "/" + command;
    }

    void say(String topic, String payload, boolean retained) throws MqttException {
        client.publish(topic, payload.getBytes(StandardCharsets.UTF_8), 1, retained);
    }

    JsonObject reply() throws InterruptedException {
        String reply = replies.poll(PATIENCE_S, TimeUnit.SECONDS);
        if (reply == null) {
            throw new AssertionError("no reply");
        }
        return JsonParser.parseString(reply).getAsJsonObject();
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(
                request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    List<Integer> ports() {
        return target.ports();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + ports().get(0) + path))
                .timeout(Duration.ofSeconds(PATIENCE_S));
    }

    static JsonObject json(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    @Override
    public void close() throws MqttException {
        target.close();
        client.disconnectForcibly(100, 100);
        client.close(true);
    }
}
