package io.wattwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpServer;
import io.wattwire.publish.pvoutput.api.DeadLetters;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against answers that were recorded. */
class PvOutputCommandsTest {

    private static final String KEY = "k3yOfTheOwner";

    @TempDir Path folder;
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "";

    @BeforeEach
    void start() throws IOException {
        Files.writeString(folder.resolve("key"), KEY + "\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
        server.createContext(
                "/",
                exchange -> {
                    asked.add(exchange.getRequestURI().toString());
                    asked.add(exchange.getRequestHeaders().getFirst("X-Pvoutput-Apikey"));
                    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Cli status(String... more) {
        List<String> arguments = new ArrayList<>(List.of("pvoutput", "status", "--system", "4711"));
        arguments.addAll(List.of("--key-file", folder.resolve("key").toString()));
        arguments.addAll(
                List.of("--url", "http://127.0.0.1:" + server.getAddress().getPort() + "/r2"));
        arguments.addAll(List.of(more));
        return Cli.run(arguments.toArray(String[]::new));
    }

    @Test
    void theStatusOfADateAndTimeIsShown() {
        answer = "20190131,14:00,2930,459,5938,386,0.111,1.8,230.1";
        Cli run = status("--date", "2019-01-31", "--time", "14:00");
        assertEquals(0, run.code(), run.err());
        assertEquals(List.of("/r2/getstatus.jsp?d=20190131&t=14%3A00", KEY), asked);
        String[] lines = run.out().split("\\R");
        assertTrue(lines[0].startsWith("time "), lines[0]);
        assertTrue(lines[0].contains("generated_Wh"), lines[0]);
        assertTrue(lines[1].matches("2019-01-31T14:00 +2930 +459 +5938 .*230\\.1"), lines[1]);
    }

    @Test
    void whatIsNotKnownIsNullInJson() {
        answer = "20190131,14:00,2930,459,5938,386,0.111,1.8,NaN";
        Cli run = status("--json");
        JsonObject row = JsonParser.parseString(run.out()).getAsJsonObject();
        assertEquals(2930, row.get("generated_Wh").getAsInt());
        assertTrue(row.get("voltage_V").isJsonNull());
    }

    @Test
    void aHistoryAndSumsAreShown() {
        answer =
                "20190131,14:00,2930,0.710,459,456,0.111,5938,386,1.8,230.1;"
                        + "20190131,14:05,2957,0.717,319,324,0.079,5975,442,1.8,NaN";
        Cli rows = status("--date", "2019-01-31", "--history", "--from", "14:00", "--to", "15:00");
        assertEquals(3, rows.out().split("\\R").length, rows.out());
        answer = "334,2,82,14:40;5811,417,255,15:05";
        Cli sums = status("--date", "2020-01-31", "--stats");
        assertTrue(sums.out().contains("14:40"), sums.out());
        assertFalse(sums.out().contains("lowest"), sums.out());
    }

    @ParameterizedTest
    @CsvSource({
        "401, Unauthorized 401: Invalid API Key k3yOfTheOwner, Invalid API Key",
        "400, Bad request 400: No status found, No status found",
        "200, <html>sign in</html>, something else",
        "503, , 503"
    })
    void aRefusalIsOneLineWithoutTheKey(int code, String body, String said) {
        status = code;
        answer = body == null ? "." : body;
        Cli run = status();
        assertEquals(1, run.code());
        assertEquals(1, run.err().split("\\R").length, run.err());
        assertTrue(run.err().contains(said), run.err());
        assertFalse(run.err().contains(KEY), run.err());
    }

    @ParameterizedTest
    @CsvSource({
        "--time, 14:00, need --date",
        "--date, today, 2026-01-31",
        "--key, x, --key-file FILE",
        "--from, 14:00, one of --history and --stats"
    })
    void wrongUseIsSaidBeforeAnythingIsAsked(String option, String value, String remedy) {
        Cli run = status(option, value);
        assertEquals(2, run.code());
        assertTrue(run.err().contains(remedy), run.err());
        assertEquals(List.of(), asked);
    }

    @Test
    void deadLettersAreListed() throws IOException {
        assertEquals(
                "nothing was refused",
                Cli.run("pvoutput", "dead-letters", folder.toString()).out().strip());
        Instant time = Instant.parse("2026-01-31T14:05:31Z");
        new DeadLetters(folder)
                .add(new DeadLetters.Letter(time, "status", "20260131,14:00,1", "Moon Powered"));
        String listed = Cli.run("pvoutput", "dead-letters", folder.toString()).out();
        assertTrue(listed.contains("20260131,14:00,1"), listed);
        assertTrue(listed.contains("Moon Powered"), listed);
        Cli wrong = Cli.run("pvoutput", "dead-letters", folder.resolve("no").toString());
        assertEquals(2, wrong.code());
    }
}
