package io.wattwire.source.influxdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.wattwire.device.source.SourceSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers as InfluxDB 1.x does. */
class PollingTest {

    private record Emitted(Map<String, Double> values, long time) {}

    private final BlockingQueue<Emitted> emitted = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    private volatile String answer = series(1000, "-250.5");
    private volatile int status = 200;
    private volatile boolean hanging;
    private volatile String authorization;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/query",
                exchange -> {
                    asked.add(
                            URLDecoder.decode(
                                    exchange.getRequestURI().getRawQuery(),
                                    StandardCharsets.UTF_8));
                    authorization = exchange.getRequestHeaders().getFirst("Authorization");
                    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, body.length);
                    if (hanging) {
                        exchange.getResponseBody().write(body, 0, 10);
                        exchange.getResponseBody().flush();
                        return;
                    }
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static String series(long time, String power) {
        return "{\"results\":[{\"series\":[{\"columns\":[\"time\",\"device\",\"power_active\","
                + "\"voltage\"],\"values\":[["
                + time
                + ",\"main\","
                + power
                + ",null],["
                + (time - 500)
                + ",\"main\",1,230.5]]}]}]}";
    }

    private InfluxSettings settings(Object... more) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("url", "http://127.0.0.1:" + server.getAddress().getPort() + "/");
        properties.put("database", "measurements");
        properties.put("measurement", "po\"wer");
        properties.put("interval.s", 1);
        for (int i = 0; i < more.length; i += 2) {
            properties.put((String) more[i], more[i + 1]);
        }
        return InfluxSettings.of(new SourceSettings(properties, null));
    }

    private Polling polling(InfluxSettings settings) {
        return new Polling(
                "source", settings, (values, time) -> emitted.add(new Emitted(values, time)));
    }

    private Emitted next() throws InterruptedException {
        return emitted.poll(60, TimeUnit.SECONDS);
    }

    @Test
    void emitsEachColumnsNewestNumberUnderTheNameOfTheMeter() throws Exception {
        try (Polling polling = polling(settings("where.key", "device", "where.value", "ma'in"))) {
            Emitted first = next();
            assertEquals(
                    Map.of("power_active", -250.5, "voltage_ln", 230.5, "l1n_voltage", 230.5),
                    first.values());
            assertEquals(1000, first.time());
            assertNotNull(polling);
        }
        assertEquals(
                "epoch=ms&db=measurements&q=SELECT * FROM \"po\\\"wer\" WHERE \"device\" ="
                        + " 'ma\\'in' AND time > now() - 10s AND time < now() + 10s"
                        + " ORDER BY time DESC LIMIT 50",
                asked.poll());
    }

    @Test
    void whatItHasSeenIsNotEmittedAgain() throws Exception {
        try (Polling polling = polling(settings())) {
            assertEquals(3, next().values().size());
            asked.clear();
            assertNotNull(asked.poll(60, TimeUnit.SECONDS), "asks again");
            assertTrue(next().values().isEmpty(), "nothing is new");
            answer = series(1200, "7");
            Emitted fresh = next();
            while (fresh.values().isEmpty()) {
                fresh = next();
            }
            assertEquals(7.0, fresh.values().get("power_active"));
            assertNull(fresh.values().get("voltage_lx"));
            assertNotNull(polling);
        }
    }

    @Test
    void aRefusalAndNonsenseEmitNothingAndItRecovers() throws Exception {
        status = 401;
        try (Polling polling = polling(settings())) {
            assertNotNull(asked.poll(60, TimeUnit.SECONDS));
            answer = "<html>not JSON</html>";
            status = 200;
            assertNotNull(asked.poll(60, TimeUnit.SECONDS));
            assertTrue(emitted.isEmpty());
            answer = series(2000, "5");
            assertEquals(5.0, next().values().get("power_active"));
            assertNotNull(polling);
        }
    }

    @Test
    void aServerThatStopsAmidItsAnswerIsAskedAgain() throws Exception {
        hanging = true;
        try (Polling polling = polling(settings())) {
            assertNotNull(asked.poll(30, TimeUnit.SECONDS));
            hanging = false;
            assertEquals(-250.5, emitted.poll(60, TimeUnit.SECONDS).values().get("power_active"));
            assertNotNull(polling);
        }
    }

    @Test
    void anAnswerWithoutEndIsLeft() throws Exception {
        answer = " ".repeat(3_000_000);
        try (Polling polling = polling(settings())) {
            assertNotNull(asked.poll(30, TimeUnit.SECONDS));
            answer = series(3000, "6");
            assertEquals(6.0, emitted.poll(60, TimeUnit.SECONDS).values().get("power_active"));
            assertNotNull(polling);
        }
    }

    @Test
    void aUserIsNamedAndNeverPrinted() throws Exception {
        InfluxSettings settings = settings("username", "reader");
        assertTrue(!settings.toString().contains("reader"), settings.toString());
        try (Polling polling = polling(settings)) {
            next();
            assertEquals("Basic cmVhZGVyOg==", authorization);
            assertNotNull(polling);
        }
    }

    @Test
    void wrongSettingsAreNamed() {
        SourceSettings wrong =
                new SourceSettings(Map.of("url", "ftp://x", "interval.s", "often"), null);
        assertNull(InfluxSettings.of(wrong));
        String problems = String.join("\n", wrong.plain().problems());
        for (String each : new String[] {"url", "database", "measurement", "interval.s"}) {
            assertTrue(problems.contains(each), problems);
        }
    }
}
