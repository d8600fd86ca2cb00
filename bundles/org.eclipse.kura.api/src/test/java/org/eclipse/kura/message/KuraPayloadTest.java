package org.eclipse.kura.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KuraPayloadTest {
    private final KuraPayload payload = new KuraPayload();

    @Test
    void aNewPayloadIsEmpty() {
        assertNull(payload.getTimestamp());
        assertNull(payload.getPosition());
        assertNull(payload.getBody());
        assertEquals(Map.of(), payload.metrics());
    }

    @Test
    void metricsStayInTheOrderInWhichTheyWereAdded() {
        List<String> names = List.of("zulu", "alpha", "mike", "bravo");
        names.forEach(name -> payload.addMetric(name, 1));
        assertEquals(names, List.copyOf(payload.metricNames()));
    }

    @Test
    void aMetricIsReplacedAndRemovedByName() {
        payload.addMetric("power", 1);
        payload.addMetric("power", 2);
        assertEquals(2, payload.getMetric("power"));
        payload.removeMetric("power");
        payload.removeMetric("never there");
        assertNull(payload.getMetric("power"));
        payload.addMetric("power", 3);
        payload.removeAllMetrics();
        assertEquals(Map.of(), payload.metrics());
    }

    @Test
    void namesAndValuesAreNotChecked() {
        payload.addMetric("nothing", null);
        payload.addMetric("object", this);
        assertTrue(payload.metrics().containsKey("nothing"));
        assertSame(this, payload.getMetric("object"));
    }

    @Test
    void metricsAndNamesAreViewsThatCannotBeChanged() {
        Map<String, Object> metrics = payload.metrics();
        payload.addMetric("power", 1);
        assertEquals(Map.of("power", 1), metrics);
        assertThrows(UnsupportedOperationException.class, metrics::clear);
        assertThrows(UnsupportedOperationException.class, () -> payload.metricNames().clear());
    }

    @Test
    void theIteratorRemoves() {
        payload.addMetric("power", 1);
        Iterator<String> names = payload.metricsIterator();
        assertEquals("power", names.next());
        names.remove();
        assertEquals(Map.of(), payload.metrics());
    }

    @Test
    void bodyTimestampAndPositionAreNotCopiedAndMayGo() {
        byte[] body = {1};
        Date timestamp = new Date(5);
        KuraPosition position = new KuraPosition();
        payload.setBody(body);
        payload.setTimestamp(timestamp);
        payload.setPosition(position);
        assertSame(body, payload.getBody());
        assertSame(timestamp, payload.getTimestamp());
        assertSame(position, payload.getPosition());
        payload.setBody(null);
        payload.setTimestamp(null);
        payload.setPosition(null);
        assertNull(payload.getBody());
        assertNull(payload.getTimestamp());
        assertNull(payload.getPosition());
    }
}
