package io.wattwire.standalone.monitor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;
import org.junit.jupiter.api.Test;

class TapsTest {
    private final Taps taps = new Taps();

    private static WireEnvelope envelope(Map<String, TypedValue<?>> properties) {
        return new WireEnvelope("pid", List.of(new WireRecord(properties)));
    }

    @Test
    void aListenerSeesEverythingUntilItEnds() throws Exception {
        List<String> seen = new ArrayList<>();
        AutoCloseable tap = taps.add((pid, port, envelope) -> seen.add(pid + ":" + port));
        taps.emitted("a", 1, envelope(Map.of()));

        tap.close();
        taps.emitted("b", 0, envelope(Map.of()));

        assertEquals(List.of("a:1"), seen);
    }

    @Test
    void aFailingListenerStopsNobody() {
        List<String> seen = new ArrayList<>();
        taps.add(
                (pid, port, envelope) -> {
                    throw new NoClassDefFoundError("gone");
                });
        taps.add((pid, port, envelope) -> seen.add(pid));

        taps.emitted("a", 0, envelope(Map.of()));

        assertEquals(List.of("a"), seen);
    }

    @Test
    void onlyAValueOfAnAssetIsASample() {
        TypedValue<?> number = TypedValues.newLongValue(1);
        TypedValue<?> name = TypedValues.newStringValue("meter");
        taps.emitted("timer", 0, envelope(Map.of("TIMER", number)));
        taps.emitted("meter", 0, envelope(Map.of("assetName", name, "p_timestamp", number)));
        assertFalse(taps.firstSample().isPresent());

        taps.emitted("meter", 0, envelope(Map.of("assetName", name, "p", number)));

        assertTrue(taps.firstSample().isPresent());
    }
}
