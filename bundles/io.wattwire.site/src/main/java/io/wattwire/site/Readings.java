package io.wattwire.site;

import io.wattwire.device.wire.Source;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What came from each source so far. Immutable.
 *
 * @param bySource only those from which something came
 */
record Readings(Map<Source, Reading> bySource) {

    static final Readings NONE = new Readings(Map.of());

    Reading of(Source source) {
        return bySource.getOrDefault(source, Reading.NONE);
    }

    /**
     * The wall-clock time of the reading that a value is as old as. It is taken once, with the
     * reading: worked out anew from an age it would differ from record to record, as two clocks are
     * never read at once.
     *
     * @param takenNanos when it was measured, on the monotonic clock
     * @return milliseconds since 1970; empty when no reading is from then
     */
    OptionalLong takenMillis(long takenNanos) {
        return bySource.values().stream()
                .filter(reading -> reading.count() > 0 && reading.takenNanos() == takenNanos)
                .mapToLong(Reading::takenMillis)
                .min();
    }
}
