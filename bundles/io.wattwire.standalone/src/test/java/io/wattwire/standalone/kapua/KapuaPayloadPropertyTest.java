package io.wattwire.standalone.kapua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eclipse.kura.message.KuraPayload;

class KapuaPayloadPropertyTest {
    @Property(tries = 200)
    void metricsComeBackWithTheirTypes(
            @ForAll Map<String, Double> doubles, @ForAll Map<String, Long> longs)
            throws IOException {
        KuraPayload payload = new KuraPayload();
        doubles.forEach((name, value) -> payload.addMetric("d" + name, value));
        longs.forEach((name, value) -> payload.addMetric("l" + name, value));

        KuraPayload read = KapuaPayload.decode(KapuaPayload.encode(payload, true));

        assertEquals(payload.metrics(), read.metrics());
    }

    @Property(tries = 200)
    void whateverComesIsReadOrRefused(@ForAll byte[] anything) {
        try {
            KapuaPayload.decode(anything);
        } catch (IOException e) {
            assertTrue(e.getMessage() != null, "a reason");
        }
    }
}
