package io.wattwire.standalone.kapua;

import static io.wattwire.standalone.kapua.KapuaPayloadTest.payload;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.eclipse.kura.message.KuraPayload;

/**
 * The vectors are typed by hand from the field numbers of Kura's kurapayload.proto: metric = 5000,
 * so its tag is (5000 << 3 | 2) = 40002 = c2 b8 02; body = 5001 = ca b8 02.
 */
class KapuaPayloadPropertiesTest {
    @Property
    void metricsComeBackWithTheirTypes(
            @ForAll Map<String, Double> doubles, @ForAll Map<String, Long> longs)
            throws IOException {
        KuraPayload payload = new KuraPayload();
        doubles.forEach((name, value) -> payload.addMetric("d" + name, value));
        longs.forEach((name, value) -> payload.addMetric("l" + name, value));

        KuraPayload read = KapuaPayload.decode(KapuaPayload.encode(payload, true));

        assertEquals(payload.metrics(), read.metrics());
    }

    @Property
    void whateverComesIsReadOrRefused(@ForAll byte[] anything) {
        try {
            KapuaPayload.decode(anything);
        } catch (IOException e) {
            assertTrue(e.getMessage() != null, "a reason");
        }
    }
}
