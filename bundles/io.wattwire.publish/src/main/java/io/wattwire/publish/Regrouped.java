package io.wattwire.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireRecord;

/**
 * Samples as wire records again: one per asset, named as an asset names them. {@code
 * assetTimestamp} is the newest time of a record; a value of another time says so. Stateless.
 */
final class Regrouped {

    private Regrouped() {}

    static List<WireRecord> records(List<Sample> samples) {
        List<WireRecord> records = new ArrayList<>();
        List<Map<String, Sample>> open = new ArrayList<>();
        for (Sample sample : samples) {
            Map<String, Sample> fitting =
                    open.stream().filter(it -> fits(it, sample)).findFirst().orElse(null);
            if (fitting == null) {
                fitting = new LinkedHashMap<>();
                open.add(fitting);
            }
            fitting.put(sample.channel(), sample);
        }
        open.forEach(it -> records.add(record(it)));
        return records;
    }

    /** A second value of the same channel needs a record of its own. */
    private static boolean fits(Map<String, Sample> record, Sample sample) {
        return !record.containsKey(sample.channel())
                && record.values().iterator().next().asset().equals(sample.asset());
    }

    private static WireRecord record(Map<String, Sample> samples) {
        long newest = samples.values().stream().mapToLong(Sample::timeMillis).max().orElse(0);
        Map<String, TypedValue<?>> values = new LinkedHashMap<>();
        String asset = samples.values().iterator().next().asset();
        values.put("assetName", TypedValues.newStringValue(asset));
        values.put("assetTimestamp", TypedValues.newLongValue(newest));
        samples.forEach(
                (channel, sample) -> {
                    values.put(channel, TypedValues.newTypedValue(sample.value()));
                    if (sample.timeMillis() != newest) {
                        values.put(
                                channel + "_timestamp",
                                TypedValues.newLongValue(sample.timeMillis()));
                    }
                });
        return new WireRecord(values);
    }
}
