package io.wattwire.device.source;

import java.util.Map;

/** Where a source's values go. Thread-safe. */
@FunctionalInterface
public interface Emission {

    /**
     * Emits one record, as an asset would: with {@code assetName}, and a timestamp for each value.
     *
     * @param values finite numbers by channel name; nothing happens when there is none
     * @param timestampMillis when they were measured, or arrived where nobody says so
     */
    void emit(Map<String, Double> values, long timestampMillis);
}
