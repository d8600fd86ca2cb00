package io.wattwire.standalone.configuration;

import static io.wattwire.standalone.configuration.SnapshotRoundTripTest.again;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ComponentConfiguration;

class SnapshotRoundTripPropertiesTest {
    @Provide
    Arbitrary<String> xmlTexts() {
        return Arbitraries.strings()
                .withChars('\t', '\n', '\r', ' ', '<', '>', '&', '"', '\'', ']', '#', '€', '\ufffd')
                .alpha()
                .ofMaxLength(40);
    }

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.oneOf(
                xmlTexts().map(t -> (Object) t),
                Arbitraries.integers().map(i -> (Object) i),
                Arbitraries.longs().map(l -> (Object) l),
                Arbitraries.doubles().map(d -> (Object) d),
                Arbitraries.floats().map(f -> (Object) f),
                Arbitraries.shorts().map(s -> (Object) s),
                Arbitraries.bytes().map(b -> (Object) b),
                Arbitraries.of(true, false).map(b -> (Object) b));
    }

    @Property
    void whatIsWrittenIsReadWithValueAndType(
            @ForAll("xmlTexts") String suffix, @ForAll("values") Object value)
            throws KuraException {
        Map<String, Object> properties = new TreeMap<>();
        properties.put("name" + suffix, value);
        properties.put("kura.service.pid", "a");

        List<ComponentConfiguration> read = again(new Settings("a", null, properties));

        assertEquals(properties, read.get(0).getConfigurationProperties());
    }
}
