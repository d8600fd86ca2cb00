package io.wattwire.publish.venus;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a GX writes, and whenever: it can make the limit stricter and nothing else. */
class PowerLimitPropertiesTest {

    private static final double MAX_W = 4200;
    private static final long SECOND = 1_000_000_000L;

    record Write(Object value, long pauseSeconds) {}

    @Provide
    Arbitrary<List<Write>> writes() {
        Arbitrary<Object> values =
                Arbitraries.oneOf(
                        Arbitraries.doubles().between(-10_000, 10_000).asGeneric(),
                        Arbitraries.integers().asGeneric(),
                        Arbitraries.of(
                                        Double.NaN,
                                        Double.POSITIVE_INFINITY,
                                        Double.NEGATIVE_INFINITY,
                                        Double.MAX_VALUE)
                                .asGeneric(),
                        Arbitraries.strings().ofMaxLength(5).asGeneric(),
                        Arbitraries.of(true, false).asGeneric());
        Arbitrary<Long> pauses = Arbitraries.longs().between(0, 100);
        return values.flatMap(value -> pauses.map(pause -> new Write(value, pause)))
                .list()
                .ofMaxSize(20);
    }

    @Property
    void itIsNeverAboveTheMaximumNorAboveWhatWasAskedForWithinTheLastMinute(
            @ForAll("writes") List<Write> writes) {
        PowerLimit limit = new PowerLimit();
        long now = Long.MAX_VALUE - 5 * SECOND; // the clock may wrap
        double asked = Double.POSITIVE_INFINITY;
        long askedAt = now;
        for (Write write : writes) {
            now += write.pauseSeconds() * SECOND;
            boolean power =
                    write.value() instanceof Number number
                            && Double.isFinite(number.doubleValue())
                            && number.doubleValue() >= 0;
            assertTrue(limit.ask(write.value(), now) == power);
            if (power) {
                asked = ((Number) write.value()).doubleValue();
                askedAt = now;
            }
            double bound = now - askedAt < 60 * SECOND ? Math.min(asked, MAX_W) : MAX_W;
            double watts = limit.watts(MAX_W, now);
            assertTrue(watts >= 0 && watts <= bound, watts + " above " + bound);
        }
        assertFalse(limit.isInForce(now + 61 * SECOND));
    }
}
