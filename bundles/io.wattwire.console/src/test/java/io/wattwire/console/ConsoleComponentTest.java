package io.wattwire.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.service.component.ComponentContext;

@Timeout(180)
class ConsoleComponentTest {

    private static final Map<String, Object> GOOD = Map.of("http.port", 0);
    private static final Map<String, Object> OPEN_TO_ALL =
            Map.of("http.port", 0, "http.address", "0.0.0.0");
    private static final Map<String, Object> CONTROL_WITHOUT_SECRET =
            Map.of("http.port", 0, "control.enabled", true, "control.points", "a/b");

    private final Console console = new Console(idle(WireHelperService.class));

    @BeforeEach
    void start() {
        console.activate(idle(ComponentContext.class), OPEN_TO_ALL);
    }

    @AfterEach
    void stop() {
        console.deactivate();
    }

    /** Something of the framework that knows nothing. */
    private static <T> T idle(Class<T> type) {
        return type.cast(
                Proxy.newProxyInstance(
                        type.getClassLoader(),
                        new Class<?>[] {type},
                        (self, method, given) -> null));
    }

    private String get(String path) throws Exception {
        URI uri = URI.create("http://127.0.0.1:" + console.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
    }

    @Test
    void aWrongConfigurationOpensNoDoor() {
        assertEquals(0, console.port());
        console.modified(CONTROL_WITHOUT_SECRET);
        assertEquals(0, console.port());
        console.modified(GOOD);
        assertNotEquals(0, console.port());
    }

    @Test
    void aWrongChangeLeavesTheLastGoodOne() {
        console.modified(GOOD);
        int port = console.port();
        console.modified(OPEN_TO_ALL);
        console.modified(CONTROL_WITHOUT_SECRET);
        assertEquals(port, console.port());
    }

    @Test
    void whatComesByWireIsShownAndStaysOverAChange() throws Exception {
        console.modified(GOOD);
        WireRecord record = new WireRecord(Map.of("grid_power", TypedValues.newDoubleValue(7)));
        console.onWireReceive(new WireEnvelope("meter", List.of(record)));
        assertTrue(get("/api/assets/meter/grid_power").contains("\"value\":7.0"));
        console.modified(Map.of("http.port", 0, "stale.after.s", 5));
        assertTrue(get("/api/assets/meter/grid_power").contains("\"value\":7.0"));
    }

    @Test
    void aTakenPortStopsNothing() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            console.modified(Map.of("http.port", other.getLocalPort()));
            assertEquals(0, console.port());
        }
        console.modified(GOOD);
        assertNotEquals(0, console.port());
    }

    @Test
    void whoStopsLetsNobodyIn() {
        console.modified(GOOD);
        int port = console.port();
        console.deactivate();
        assertThrows(
                IOException.class,
                () -> new Socket(InetAddress.getByName("127.0.0.1"), port).close());
        assertEquals(0, console.port());
    }
}
