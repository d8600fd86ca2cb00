package io.wattwire.publish.influxdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.Delivery;
import io.wattwire.publish.Sample;
import io.wattwire.publish.TryLaterException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfluxTargetTest {

    private final List<String> stored = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final Map<String, Object> properties = new HashMap<>();
    private HttpServer server;
    private int status = 204;
    private String body = "";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext("/", this::handle);
        server.start();
        properties.put("url", "http://127.0.0.1:" + server.getAddress().getPort());
        properties.put("database", "home");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    /** A database that takes no field named "bad", and then nothing of its request. */
    private void handle(HttpExchange exchange) throws IOException {
        requests.add(exchange.getRequestURI().toString());
        String text =
                new String(
                        new GZIPInputStream(exchange.getRequestBody()).readAllBytes(),
                        StandardCharsets.UTF_8);
        boolean bad = text.contains("bad=");
        byte[] answer =
                (bad ? "{\"error\":\"field type conflict\"}" : body)
                        .getBytes(StandardCharsets.UTF_8);
        int code = bad ? 400 : status;
        if (code == 204) {
            text.lines().forEach(stored::add);
        }
        exchange.getResponseHeaders().add("Retry-After", "17");
        exchange.sendResponseHeaders(code, code == 204 ? -1 : answer.length);
        if (code != 204) {
            exchange.getResponseBody().write(answer);
        }
        exchange.close();
    }

    private InfluxTarget target() {
        SourceSettings settings = new SourceSettings(properties, null);
        InfluxSettings checked = InfluxSettings.of(settings);
        assertEquals(List.of(), settings.plain().problems());
        return new InfluxTarget(checked);
    }

    private static Sample sample(String channel, long time) {
        return new Sample("meter", channel, 1.0, time);
    }

    @Test
    void linesArePostedCompressed() throws Exception {
        assertEquals(Delivery.COMPLETE, target().deliver(List.of(sample("power", 5))));
        assertEquals(List.of("wattwire,asset=meter power=1.0 5"), stored);
        assertEquals(List.of("/write?precision=ms&db=home"), requests);
    }

    @Test
    void theSecondApiNamesBucketAndOrganization() throws Exception {
        properties.put("api", "v2");
        properties.put("organization", "my org");
        target().deliver(List.of(sample("power", 5)));
        assertEquals(List.of("/api/v2/write?precision=ms&bucket=home&org=my+org"), requests);
    }

    @Test
    void oneLineThatIsNeverTakenCostsItsNeighboursNothing() throws Exception {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            samples.add(sample(i == 13 ? "bad" : "power", i));
        }
        Delivery delivery = target().deliver(samples);
        assertEquals(1, delivery.refused());
        assertTrue(delivery.reason().contains("field type conflict"), delivery.reason());
        assertEquals(19, stored.size());
    }

    @ParameterizedTest
    @CsvSource({
        "401, correct the token or user and password",
        "403, correct the token or user and password",
        "404, create the database or bucket",
        "500, answers 500"
    })
    void whatTheOwnerCanMendIsKeptAndSaid(int code, String remedy) {
        status = code;
        body = "{\"error\":\"why\"}";
        IOException problem =
                assertThrows(
                        IOException.class, () -> target().deliver(List.of(sample("power", 5))));
        assertTrue(problem.getMessage().contains(remedy), problem.getMessage());
        assertTrue(problem.getMessage().contains("why"), problem.getMessage());
        assertFalse(problem instanceof TryLaterException);
    }

    @ParameterizedTest
    @CsvSource({"429", "503"})
    void aBusyDatabaseIsObeyed(int code) {
        status = code;
        TryLaterException later =
                assertThrows(
                        TryLaterException.class,
                        () -> target().deliver(List.of(sample("power", 5))));
        assertEquals(Duration.ofSeconds(17), later.patience());
    }

    @Test
    void wrongSettingsAreToldEach() {
        properties.clear();
        properties.put("url", "ftp://host");
        properties.put("api", "v4");
        properties.put("tags", "x");
        SourceSettings settings = new SourceSettings(properties, null);
        assertNull(InfluxSettings.of(settings));
        assertEquals(4, settings.plain().problems().size(), settings.plain().problems()::toString);
    }
}
