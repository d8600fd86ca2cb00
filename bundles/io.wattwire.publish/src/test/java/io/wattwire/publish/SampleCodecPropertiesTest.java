package io.wattwire.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SampleCodecPropertiesTest {

    @Provide
    Arbitrary<Sample> samples() {
        Arbitrary<String> names = Arbitraries.strings().ofMinLength(1).ofMaxLength(40);
        Arbitrary<Object> values =
                Arbitraries.oneOf(
                        Arbitraries.doubles().map(Object.class::cast),
                        Arbitraries.longs().map(Object.class::cast),
                        Arbitraries.of(true, false).map(Object.class::cast),
                        Arbitraries.strings().ofMaxLength(100).map(Object.class::cast));
        return Combinators.combine(names, values, Arbitraries.longs())
                .as((name, value, time) -> new Sample("asset ü", name, value, time));
    }

    @Property
    void whatIsPackedIsUnpackedAsItWas(@ForAll List<@net.jqwik.api.From("samples") Sample> some)
            throws IOException {
        assertEquals(some, SampleCodec.unpack(SampleCodec.pack("asset ü", some)));
    }

    /** Bytes that are no record are refused, whatever they are; nothing else is thrown. */
    @Property
    void anyBytesAreSamplesOrRefused(@ForAll byte[] bytes) {
        List<Sample> samples;
        try {
            samples = SampleCodec.unpack(bytes);
        } catch (IOException refused) {
            return;
        }
        String asset = samples.isEmpty() ? "" : samples.get(0).asset();
        assertTrue(SampleCodec.pack(asset, samples).length <= bytes.length);
    }
}
