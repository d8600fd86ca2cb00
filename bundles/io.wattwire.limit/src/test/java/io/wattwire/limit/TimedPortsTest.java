package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.type.TypedValue;
import org.junit.jupiter.api.Test;

class TimedPortsTest {

    private final Map<Integer, Long> takesMs = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private boolean failing;
    private long nowMs;

    private final TimedPorts ports =
            new TimedPorts(
                    new Ports() {
                        @Override
                        public void device(int port, Map<String, TypedValue<?>> command) {
                            take(port);
                        }

                        @Override
                        public void status(Map<String, TypedValue<?>> status) {
                            take(0);
                        }
                    },
                    () -> nowMs * 1_000_000,
                    warnings::add);

    private void take(int port) {
        nowMs += takesMs.getOrDefault(port, 0L);
        if (failing) {
            throw new IllegalStateException("no such port");
        }
    }

    private void round() {
        ports.device(1, Map.of());
        ports.device(2, Map.of());
        ports.status(Map.of());
    }

    @Test
    void aSlowReceiverOfTheStatusIsNamed() {
        takesMs.put(0, 251L);
        round();
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).contains("port 0"), warnings.get(0));
        assertTrue(warnings.get(0).contains("251 ms"), warnings.get(0));
        assertTrue(warnings.get(0).contains("Fifo"), warnings.get(0));
    }

    @Test
    void aSlowDeviceIsNamedByItsPortAndTheStatusIsNotBlamed() {
        takesMs.put(2, 4000L);
        round();
        assertEquals(1, warnings.size());
        assertTrue(warnings.get(0).contains("port 2 took 4000 ms"), warnings.get(0));
    }

    @Test
    void whatADeviceUsuallyTakesIsNotSaid() {
        takesMs.putAll(Map.of(0, 250L, 1, 1500L, 2, 400L));
        round();
        assertEquals(List.of(), warnings);
    }

    @Test
    void itIsSaidAgainOnlyAfterThePortWasQuick() {
        takesMs.put(1, 2000L);
        round();
        round();
        assertEquals(1, warnings.size());
        takesMs.put(1, 10L);
        round();
        takesMs.put(1, 2000L);
        round();
        assertEquals(2, warnings.size());
    }

    @Test
    void onePortsSlownessDoesNotHideAnothers() {
        takesMs.putAll(Map.of(0, 1000L, 1, 2000L, 2, 3000L));
        round();
        assertEquals(3, warnings.size());
    }

    @Test
    void aPortThatFailsSlowlyIsNamedToo() {
        takesMs.put(1, 5000L);
        failing = true;
        assertThrows(IllegalStateException.class, () -> ports.device(1, Map.of()));
        assertEquals(1, warnings.size());
    }
}
