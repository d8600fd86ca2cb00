package org.eclipse.kura.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WireEnvelopeTest {
    private static final WireRecord RECORD = new WireRecord(Map.of());

    @Test
    void theRecordsAreTheValueOfTheEnvelope() {
        WireEnvelope envelope = new WireEnvelope("timer", List.of(RECORD));
        assertEquals(List.of(RECORD), envelope.getRecords());
        assertSame(envelope.getRecords(), envelope.getValue());
    }

    @Test
    void theEmitterIdentifiesTheEnvelopeInTheScopeOfWires() {
        WireEnvelope envelope = new WireEnvelope("timer", List.of());
        assertEquals("timer", envelope.getEmitterPid());
        assertEquals("timer", envelope.getIdentification());
        assertEquals("WIRES", envelope.getScope());
    }

    @Test
    void anEnvelopeNeedsRecords() {
        assertThrows(NullPointerException.class, () -> new WireEnvelope("timer", null));
    }

    @Test
    void theRecordsAreAViewThatCannotBeChanged() {
        List<WireRecord> records = new ArrayList<>();
        WireEnvelope envelope = new WireEnvelope("timer", records);
        records.add(RECORD);
        assertEquals(records, envelope.getRecords());
        assertThrows(UnsupportedOperationException.class, () -> envelope.getRecords().clear());
    }
}
