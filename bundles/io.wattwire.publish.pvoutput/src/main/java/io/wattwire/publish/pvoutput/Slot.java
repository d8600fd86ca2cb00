package io.wattwire.publish.pvoutput;

import java.util.Map;

/**
 * What is known of one interval.
 *
 * @param start its beginning, ms since 1970
 * @param values by {@code asset/channel}, in the points' units
 * @param done whether PVOutput has it, or will never take it
 */
record Slot(long start, Map<String, Double> values, boolean done) {

    Slot asDone() {
        return new Slot(start, values, true);
    }
}
