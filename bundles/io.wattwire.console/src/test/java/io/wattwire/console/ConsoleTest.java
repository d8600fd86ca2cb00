package io.wattwire.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.model.Json;
import io.wattwire.publish.control.Credential;
import io.wattwire.publish.http.serve.DoorSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class ConsoleTest {

    private static final String LISTED =
            "victron-control/battery_power_setpoint = -3000..3000; victron-control/mode;"
                    + " victron-control/grid_code";
    private static final String SETPOINT = "/api/assets/victron-control/battery_power_setpoint";
    private static final String AUTHORIZED =
            "Basic "
                    + Base64.getEncoder()
                            .encodeToString(("me:" + Home.SECRET).getBytes(StandardCharsets.UTF_8));

    private final Home home = new Home();
    private final HttpClient client = HttpClient.newHttpClient();
    private int port;

    @AfterEach
    void close() {
        home.close();
    }

    private static ConsoleSettings settings(Map<String, Object> more) {
        Map<String, Object> properties =
                new HashMap<>(
                        Map.of(
                                "control.enabled",
                                true,
                                "control.points",
                                LISTED,
                                "batteries",
                                "home = victron-read, victron-control; bare = meter"));
        properties.putAll(more);
        SettingsReader reader = new SettingsReader(properties);
        ConsoleSettings settings = ConsoleSettings.of(reader, true);
        assertEquals(List.of(), reader.problems());
        return settings;
    }

    private void open(Map<String, Object> more) throws IOException {
        Credential secret = new Credential(Home.SECRET.toCharArray());
        port =
                home.open(
                        new DoorSettings(
                                InetAddress.getLoopbackAddress(),
                                0,
                                Optional.of(secret),
                                Optional.empty(),
                                Set.of(),
                                Optional.empty()),
                        settings(more));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", AUTHORIZED);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path));
    }

    private HttpResponse<String> post(String path, String body, String... headers)
            throws Exception {
        HttpRequest.Builder request = request(path).POST(BodyPublishers.ofString(body));
        return send(
                headers.length > 0
                        ? request.headers(headers)
                        : request.header("Content-Type", "application/json"));
    }

    private static Map<String, Object> document(HttpResponse<String> answer) {
        assertEquals("application/json", answer.headers().firstValue("content-type").orElse(""));
        return Json.object(answer.body());
    }

    private void refused(int status, String because, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        String error = (String) document(answer).get("error");
        assertTrue(error.contains(because), error);
        assertEquals(List.of(), home.written, "nothing is written");
    }

    @Test
    void aValueIsTold() throws Exception {
        home.measured("meter", "grid_power", -1500.5, "grid_connected", true, "x_error", "silent");
        open(Map.of());
        Map<String, Object> value = document(get("/api/assets/meter/grid_power"));
        assertEquals("-1500.5", value.get("value").toString());
        assertEquals("W", value.get("unit"));
        assertEquals("good", value.get("quality"));
        Map<String, Object> failed = document(get("/api/assets/meter/x"));
        assertEquals(null, failed.get("value"));
        assertEquals("bad", failed.get("quality"));
        assertEquals("silent", failed.get("error"));
        assertEquals(404, get("/api/assets/meter/none").statusCode());
        assertEquals(404, get("/api/assets/none").statusCode());
    }

    @Test
    void allValuesComeInOneDocument() throws Exception {
        home.measured("a \"b\" <c>", "x", 1L);
        home.measured("meter", "grid_power", 1.5);
        open(Map.of());
        assertEquals(
                "{\"assets\":[{\"asset\":\"a \\\"b\\\" <c>\",\"channels\":[\"x\"]},"
                        + "{\"asset\":\"meter\",\"channels\":[\"grid_power\"]}]}\n",
                get("/api/assets").body().replaceAll("([,:]) ", "$1"));
        String whole = get("/api/assets?values").body();
        assertTrue(whole.contains("1.5") && whole.contains("\"W\""), whole);
        assertEquals(200, get("/api/assets/a%20%22b%22%20%3Cc%3E").statusCode());
    }

    @Test
    void healthCountsWhatIsWrong() throws Exception {
        open(Map.of());
        assertEquals(false, document(get("/api/health")).get("ok"));
        home.measured("meter", "grid_power", 1.5);
        assertEquals(true, document(get("/api/health")).get("ok"));
        home.measured("meter", "x_error", "silent");
        Map<String, Object> health = document(get("/api/health"));
        assertEquals(false, health.get("ok"));
        assertEquals("on", health.get("control"));
        assertTrue(health.get("assets").toString().contains("bad=1"), health.toString());
    }

    @Test
    void aListedPointIsWritten() throws Exception {
        open(Map.of());
        HttpResponse<String> answer = post(SETPOINT, "{\"value\": -1500}");
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(true, document(answer).get("done"));
        assertEquals(
                200,
                post("/api/assets/victron-control/mode", "{\"value\": \"export\"}").statusCode());
        assertEquals(List.of("battery_power_setpoint=-1500.0", "mode=export"), home.written);
    }

    @Test
    void nobodyWritesWithoutTheSecret() throws Exception {
        open(Map.of());
        for (String header : List.of("Basic bWU6", "Bearer x", "Basic " + Home.SECRET)) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + SETPOINT))
                            .header("Authorization", header)
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString("{\"value\": 1}"));
            refused(401, "credential", send(request));
        }
    }

    @Test
    void noOtherPageWrites() throws Exception {
        open(Map.of());
        String json = "application/json";
        refused(
                403,
                "other origins",
                post(SETPOINT, "{\"value\":1}", "Origin", "http://x", "Content-Type", json));
        for (String type :
                List.of("text/plain", "application/x-www-form-urlencoded", "multipart/form-data")) {
            refused(400, "Content-Type", post(SETPOINT, "{\"value\": 1}", "Content-Type", type));
        }
    }

    @Test
    void whatIsNotListedOrOutOfRangeOrNotTheOwnersIsRefused() throws Exception {
        open(Map.of());
        refused(403, "not commanded", post("/api/assets/victron-control/other", "{\"value\": 1}"));
        refused(403, "not commanded", post("/api/assets/x/y", "{\"value\": 1}"));
        refused(422, "-3000 to 3000", post(SETPOINT, "{\"value\": 3001}"));
        refused(422, "", post(SETPOINT, "{\"value\": 1e999}"));
        refused(422, "eco, export", post("/api/assets/victron-control/mode", "{\"value\": \"x\"}"));
        refused(
                422,
                "is for installers",
                post("/api/assets/victron-control/grid_code", "{\"value\": 1}"));
        assertEquals(405, send(request(SETPOINT).DELETE()).statusCode());
        assertEquals(405, post("/api/assets/victron-control", "{\"value\": 1}").statusCode());
    }

    @Test
    void aBodyThatIsNotUnderstoodWritesNothing() throws Exception {
        open(Map.of());
        for (String body :
                List.of(
                        "",
                        "1",
                        "{",
                        "{}",
                        "{\"value\": null}",
                        "{\"value\": [1]}",
                        "{\"setpoint\": 1}",
                        "{\"value\": 1, \"if\": \"sunny\"}",
                        "{\"value\": NaN}",
                        "[".repeat(50_000))) {
            refused(400, "", post(SETPOINT, body));
        }
        refused(413, "too long", post(SETPOINT, "x".repeat(70_000)));
    }

    @Test
    void commandsAreLimitedPerMinute() throws Exception {
        open(Map.of("control.per.minute", 2));
        assertEquals(200, post(SETPOINT, "{\"value\": 1}").statusCode());
        assertEquals(200, post(SETPOINT, "{\"value\": 2}").statusCode());
        HttpResponse<String> third = post(SETPOINT, "{\"value\": 3}");
        assertEquals(429, third.statusCode());
        assertTrue(third.body().contains("2 commands per minute"), third.body());
        assertEquals(2, home.written.size());
    }

    @Test
    void controlIsOffUnlessSetOn() throws Exception {
        open(Map.of("control.enabled", false));
        refused(403, "control is off", post(SETPOINT, "{\"value\": 1}"));
        refused(
                403,
                "control is off",
                post("/api/batteries/home/set_power_setpoint", "{\"setpoint\": 1}"));
        assertEquals(List.of(), document(get("/api/controls")).get("controls"));
    }

    @Test
    void whatMayBeCommandedIsTold() throws Exception {
        open(Map.of());
        String controls = document(get("/api/controls")).get("controls").toString();
        assertTrue(controls.contains("min=-3000"), controls);
        assertTrue(controls.contains("options=[eco, export]"), controls);
        assertTrue(controls.contains("is for installers"), controls);
    }

    @Test
    void aBatteryIsReadWithOneSign() throws Exception {
        home.measured(
                "victron-read",
                "inverter_power",
                -1200.0,
                "inverter_power_l2",
                300.0,
                "battery_soc",
                57.0,
                "inverter_voltage_l1",
                229.0,
                "grid_voltage_l1",
                230.0,
                "inverter_voltage_l3",
                231.0);
        open(Map.of());
        Map<String, String> expected =
                Map.of(
                        "get_active_power_total", "1200",
                        "get_active_power?phase=2", "-300",
                        "get_battery_soc", "57",
                        "get_phase_voltage", "230",
                        "get_phase_voltage?phase=3", "231");
        for (Map.Entry<String, String> call : expected.entrySet()) {
            HttpResponse<String> answer = get("/api/batteries/home/" + call.getKey());
            assertEquals(200, answer.statusCode(), answer.body());
            double value = ((Number) document(answer).get("value")).doubleValue();
            assertEquals(Double.parseDouble(call.getValue()), value, call.getKey());
        }
        assertEquals(404, get("/api/batteries/home/get_capacity").statusCode());
        assertEquals(404, get("/api/batteries/none/get_battery_soc").statusCode());
        assertEquals(404, get("/api/batteries/home/set_power_setpoint").statusCode());
        assertEquals(400, get("/api/batteries/home/get_phase_voltage?phase=4").statusCode());
        assertEquals(400, get("/api/batteries/home/get_battery_soc?phase=1").statusCode());
    }

    @Test
    void aBatteryWithoutAFreshValueSaysSo() throws Exception {
        home.measured("victron-read", "battery_soc_error", "no answer");
        open(Map.of());
        HttpResponse<String> answer = get("/api/batteries/home/get_battery_soc");
        assertEquals(503, answer.statusCode());
        assertTrue(answer.body().contains("no answer"), answer.body());
    }

    @Test
    void aBatteryIsCommandedThroughTheSameGate() throws Exception {
        open(Map.of());
        String call = "/api/batteries/home/set_power_setpoint";
        assertEquals(422, post(call, "{\"setpoint\": 3001}").statusCode());
        assertEquals(403, post(call + "?phase=2", "{\"setpoint\": 1}").statusCode());
        assertEquals(400, post(call + "?phase=4", "{\"setpoint\": 1}").statusCode());
        assertEquals(400, post(call, "{\"value\": 1}").statusCode());
        String current = "/api/batteries/home/set_current_setpoint";
        assertEquals(403, post(current, "{\"setpoint\": 1}").statusCode(), "it is not listed");
        assertEquals(
                404,
                post("/api/batteries/bare/set_power_setpoint", "{\"setpoint\": 1}").statusCode());
        assertEquals(List.of(), home.written);
        assertEquals(200, post(call, "{\"setpoint\": 1500}").statusCode());
        assertEquals(List.of("battery_power_setpoint=1500.0"), home.written);
    }

    @Test
    void thePageLoadsNothingFromElsewhereAndRunsNothingOfItsText() throws Exception {
        open(Map.of());
        for (String path : List.of("/", "/page.css", "/page.js")) {
            HttpResponse<String> answer = get(path);
            assertEquals(200, answer.statusCode());
            String text = answer.body();
            assertFalse(Pattern.compile("(https?:)?//\\w").matcher(text).find(), path);
            assertFalse(text.contains("innerHTML") || text.contains("eval("), path);
            assertFalse(Pattern.compile("<script>|\\son\\w+=|style=").matcher(text).find(), path);
        }
        assertTrue(
                get("/").headers()
                        .firstValue("content-security-policy")
                        .orElse("")
                        .startsWith("default-src 'self'"));
    }

    @Test
    void wrongSettingsAreSaid() {
        Map<String, Object> wrong =
                Map.of(
                        "control.enabled", true,
                        "control.points", "*",
                        "control.per.minute", 0,
                        "stale.after.s", "soon",
                        "batteries", "a; b = c, d, e");
        SettingsReader reader = new SettingsReader(wrong);
        ConsoleSettings.of(reader, false);
        assertEquals(6, reader.problems().size(), reader.problems().toString());
        assertTrue(reader.problems().toString().contains("needs http.secret"));
    }
}
