package io.wattwire.publish.givtcp;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.wattwire.publish.control.ControlRules;
import io.wattwire.publish.givtcp.data.Form;
import io.wattwire.publish.http.serve.DoorSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The doors of a house, and callers before them who wait for their answers. */
final class Callers implements AutoCloseable {

    private static final int PATIENCE_S = 30;

    private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();
    private final HttpClient http = HttpClient.newHttpClient();
    final Doors doors;

    Callers(House house, ControlRules rules, Form form, List<String> serials) {
        doors =
                new Doors(
                        "test",
                        new io.wattwire.publish.givtcp.DoorSettings(
                                form, rules, Optional.of(DoorSettings.loopback(0)), serials),
                        house.inverters(),
                        house,
                        (serial, command, json) -> replies.add(json));
    }

    static Callers of(House house) {
        ControlRules rules =
                ControlRules.parse(
                        house.everything(),
                        600,
                        problem -> {
                            throw new AssertionError(problem);
                        });
        return new Callers(house, rules, Form.SEED, List.of());
    }

    JsonObject mqtt(String command, String payload) throws InterruptedException {
        return mqtt(House.SERIAL, command, payload, false);
    }

    JsonObject mqtt(String serial, String command, String payload, boolean retained)
            throws InterruptedException {
        doors.command(serial, command, payload.getBytes(StandardCharsets.UTF_8), retained);
        String reply = replies.poll(PATIENCE_S, TimeUnit.SECONDS);
        if (reply == null) {
            throw new AssertionError("no reply to " + command);
        }
        return JsonParser.parseString(reply).getAsJsonObject();
    }

    boolean silent() {
        return replies.isEmpty();
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(
                request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + doors.ports().get(0) + path))
                .timeout(Duration.ofSeconds(PATIENCE_S));
    }

    static JsonObject json(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }

    @Override
    public void close() {
        doors.close();
    }
}
