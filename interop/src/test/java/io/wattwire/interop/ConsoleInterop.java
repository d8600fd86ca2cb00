package io.wattwire.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shipped graph console.xml with simulated devices: what a caller reads, and what it writes.
 */
class ConsoleInterop {

    private static final Duration START = Duration.ofSeconds(60);
    private static final String SECRET = "correct horse";
    private static final String LIMIT = "/api/assets/inverter-control/inverter_power_limit";

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Program> programs = new ArrayList<>();
    private final int console = Ports.free();
    private final int prometheus = Ports.free();
    @TempDir Path folder;

    private String device(String name) throws Exception {
        Program program = Program.wattwire("simulate", name, "--tcp", "0", "--unit", "1");
        programs.add(program);
        return program.await("answers as unit 1 on 127\\.0\\.0\\.1:(\\d+)", START);
    }

    @BeforeEach
    void start() throws Exception {
        List<String> run = new ArrayList<>();
        run.addAll(List.of("run", Path.of("..", "dp", "graphs", "console.xml").toString()));
        run.addAll(List.of("--data", folder.resolve("gateway").toString()));
        for (String set :
                List.of(
                        "meter-driver/connection=tcp",
                        "meter-driver/host=127.0.0.1",
                        "meter-driver/unit.id=1",
                        "meter-driver/port=" + device("sdm230"),
                        "inverter-driver/connection=tcp",
                        "inverter-driver/host=127.0.0.1",
                        "inverter-driver/port=" + device("growatt"),
                        "console/http.port=" + console,
                        "console/http.secret=" + SECRET,
                        "console/control.enabled=true",
                        "prometheus/http.port=" + prometheus)) {
            run.addAll(List.of("--set", set));
        }
        Program gateway = Program.wattwire(run.toArray(String[]::new));
        programs.add(gateway);
        gateway.await("console\\.xml runs", START);
    }

    @AfterEach
    void stop() {
        programs.forEach(Program::close);
    }

    private HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(START)
                .header("Authorization", "Bearer " + SECRET);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return send(
                request(console, path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    /** Asks until the answer is as wanted, or for a minute. */
    private String await(int port, String path, String wanted) throws Exception {
        long end = System.nanoTime() + START.toNanos();
        String last = "";
        while (System.nanoTime() < end) {
            try {
                last = send(request(port, path)).body();
            } catch (IOException notYet) {
                last = notYet.toString();
            }
            if (last.contains(wanted)) {
                return last;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new AssertionError(path + " has no " + wanted + ": " + last);
    }

    @Test
    void whatIsMeasuredIsReadAndWhatIsListedIsWritten() throws Exception {
        String meter = await(console, "/api/assets/meter/grid_power", "\"quality\":\"good\"");
        JsonObject value = JsonParser.parseString(meter).getAsJsonObject();
        assertEquals("W", value.get("unit").getAsString());
        await(prometheus, "/metrics", "wattwire_grid_power_watts{asset=\"meter\"} ");
        await(console, "/api/assets/inverter/link_state", "connected");

        HttpResponse<String> much = post(LIMIT, "{\"value\": 1000000}");
        assertEquals(422, much.statusCode(), much.body());
        HttpResponse<String> other =
                post("/api/assets/inverter-control/inverter_power", "{\"value\": 1}");
        assertEquals(403, other.statusCode(), other.body());
        HttpRequest.Builder anonymous =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + console + LIMIT))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"value\": 0}"));
        assertEquals(401, send(anonymous).statusCode());
        HttpResponse<String> done = post(LIMIT, "{\"value\": 1500}");
        assertEquals(200, done.statusCode(), done.body());
        // in steps of 1 % of 3000 W, rounded to the safe side
        String back =
                await(console, "/api/assets/inverter/inverter_power_limit", "\"value\":1470.0");
        assertTrue(back.contains("\"quality\":\"good\""), back);
    }
}
