package io.wattwire.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
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

/** The shipped graph publish-influxdb.xml against a real InfluxDB 1.6. */
class InfluxdbInterop {
    private static final Duration START = Duration.ofSeconds(60);

    /** Longest pause between two tries, and what a start takes. */
    private static final Duration ARRIVES = Duration.ofSeconds(100);

    private static final String POWERS = "SELECT grid_power FROM wattwire WHERE asset = 'meter'";

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port = Ports.free();
    @TempDir Path folder;
    private Program database;
    private Program source;
    private String sourcePort;

    @BeforeEach
    void start() throws Exception {
        Path values = folder.resolve("v.json");
        Files.writeString(values, "{\"grid_power\": -1234.5, \"grid_energy_import\": 77.5}");
        source =
                Program.wattwire(
                        "simulate", "sdm630", "--tcp", "0", "--unit", "1", "--values", "" + values);
        sourcePort = source.await("answers as unit 1 on 127\\.0\\.0\\.1:(\\d+)", START);
        database = database();
    }

    @AfterEach
    void stop() {
        source.close();
        database.close();
    }

    private Program database() throws Exception {
        Path configuration = folder.resolve("influxdb.conf");
        Files.writeString(
                configuration,
                """
                reporting-disabled = true
                bind-address = "127.0.0.1:0"
                [meta]
                dir = "%1$s/meta"
                [data]
                dir = "%1$s/data"
                wal-dir = "%1$s/wal"
                [http]
                bind-address = "127.0.0.1:%2$d"
                log-enabled = false
                """
                        .formatted(folder.resolve("db"), port));
        Program program = Program.start("influxd", "-config", configuration.toString());
        program.await("Listening on HTTP|Listening for signals", START);
        return program;
    }

    private Program gateway() throws Exception {
        Program program =
                Program.wattwire(
                        "run",
                        Path.of("..", "dp", "graphs", "publish-influxdb.xml").toString(),
                        "--data",
                        folder.resolve("gateway").toString(),
                        "--set",
                        "meter-driver/connection=tcp",
                        "--set",
                        "meter-driver/host=127.0.0.1",
                        "--set",
                        "meter-driver/port=" + sourcePort,
                        "--set",
                        "influxdb/url=http://127.0.0.1:" + port);
        program.await("publish-influxdb\\.xml runs", START);
        return program;
    }

    /** The rows of a query; the time comes first. */
    private List<JsonArray> query(String text) throws IOException, InterruptedException {
        String question = "epoch=ms&db=home&q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create("http://127.0.0.1:" + port + "/query?" + question))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
        JsonObject answer =
                JsonParser.parseString(http.send(request, BodyHandlers.ofString()).body())
                        .getAsJsonObject();
        List<JsonArray> rows = new ArrayList<>();
        JsonArray series =
                answer.getAsJsonArray("results").get(0).getAsJsonObject().getAsJsonArray("series");
        if (series != null) {
            for (JsonElement row : series.get(0).getAsJsonObject().getAsJsonArray("values")) {
                rows.add(row.getAsJsonArray());
            }
        }
        return rows;
    }

    private List<JsonArray> awaitRows(String text, int least) throws Exception {
        long end = System.nanoTime() + ARRIVES.toNanos();
        List<JsonArray> rows = query(text);
        while (rows.size() < least && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
            rows = query(text);
        }
        assertTrue(rows.size() >= least, rows.size() + " rows of " + text);
        return rows;
    }

    @Test
    void anOutageAndAKillLoseNothing() throws Exception {
        long before;
        try (Program gateway = gateway()) {
            gateway.await("create the database or bucket", START);
            query("CREATE DATABASE home");
            JsonArray first = awaitRows(POWERS, 2).get(0);
            assertEquals(-1234.5, first.get(1).getAsDouble());
            before = first.get(0).getAsLong();
            database.kill();
            gateway.await("influxdb: nothing arrives, values are kept", START);
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(5)); // values wait on disk
            gateway.kill();
        }
        long killed = System.currentTimeMillis();
        database = database();
        try (Program gateway = gateway()) {
            List<JsonArray> rows = awaitRows(POWERS + " AND time > " + killed + "ms", 2);
            long again = rows.get(0).get(0).getAsLong();
            List<JsonArray> whole =
                    query(POWERS + " AND time >= " + before + "ms AND time < " + killed + "ms");
            assertTrue(whole.size() >= 5, "values of the outage: " + whole);
            for (int i = 1; i < whole.size(); i++) {
                long gap = whole.get(i).get(0).getAsLong() - whole.get(i - 1).get(0).getAsLong();
                assertTrue(gap > 500 && gap < 1800, "each second has one: " + whole);
            }
            long last = whole.get(whole.size() - 1).get(0).getAsLong();
            assertTrue(killed - last < 1500, "the kill took more than the last one: " + whole);
            assertTrue(again > last, "in order");
            gateway.stop();
        }
    }
}
