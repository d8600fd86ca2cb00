package io.wattwire.driver.solaredge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.driver.Services;
import io.wattwire.device.session.StateStore;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances on one line, whose owner changes one after the other. */
class OperationTest {

    private final MeterLines lines = new MeterLines();
    private final Operation first = operation("first");
    private final Operation second = operation("second");
    private int port;

    private Operation operation(String pid) {
        return new Operation(pid, new Services(null), StateStore.inMemory(), lines, 20);
    }

    @BeforeEach
    void findAPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    private Map<String, Object> settings(int unit, String connection) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("connection", connection);
        settings.put("port", port);
        settings.put("unit.id", unit);
        settings.put("assets.create", false);
        return settings;
    }

    private static int unit(Operation operation) {
        Emulation running = operation.running();
        return running == null ? 0 : running.configuration().meter().unit();
    }

    private static void await(BooleanSupplier event) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!event.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "never");
            Thread.onSpinWait();
        }
    }

    @Test
    void aUnitIdIsTakenOverOnceItsOwnerIsGone() {
        first.apply(settings(2, "tcp"));
        second.apply(settings(2, "tcp"));
        assertNull(second.running());
        assertTrue(second.reason().contains("unit id 2"), second.reason());
        assertTrue(second.reason().contains("taken by first"), second.reason());
        first.close();
        await(() -> unit(second) == 2);
    }

    @Test
    void aRefusedChangeDoesNotTouchTheMeterAtWork() {
        first.apply(settings(2, "tcp"));
        second.apply(settings(3, "tcp"));
        Emulation working = second.running();
        second.apply(settings(2, "tcp"));
        assertSame(working, second.running());
        first.apply(settings(4, "tcp"));
        await(() -> unit(second) == 2);
        assertEquals(4, unit(first));
    }

    @Test
    void allMetersOfALineCanGetOtherSettingsOneAfterTheOther() {
        first.apply(settings(2, "tcp"));
        second.apply(settings(3, "tcp"));
        first.apply(settings(2, "rtu-tcp"));
        assertNull(first.running(), "silent until the line is one again");
        assertTrue(first.reason().contains("by second"), first.reason());
        second.apply(settings(3, "rtu-tcp"));
        assertNotNull(second.running());
        await(() -> unit(first) == 2);
    }

    @Test
    void aLaterConfigurationForgetsTheWish() {
        first.apply(settings(2, "tcp"));
        second.apply(settings(2, "tcp"));
        second.apply(settings(5, "tcp"));
        assertEquals(5, unit(second));
        first.close();
        assertEquals(5, unit(second));
    }
}
