package io.wattwire.site;

import io.wattwire.device.wire.Source;
import java.util.Map;

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
}
