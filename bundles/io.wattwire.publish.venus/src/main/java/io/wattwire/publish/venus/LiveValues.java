package io.wattwire.publish.venus;

import io.wattwire.device.wire.Measurement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;

/**
 * The last values of the assets that matter, each with its age. Nothing is kept for later: a Venus
 * shows what is now. Thread-safe; never waits.
 */
final class LiveValues {

    private static final int MOST = 2000;
    private static final double MILLI = 1e-6;

    private final Map<String, Live> values = new HashMap<>();
    private Set<String> assets = Set.of();

    /**
     * @param value a number, flag or text
     * @param takenNanos when it was measured
     * @param seenNanos when it last came
     */
    private record Live(Object value, long takenNanos, long seenNanos) {}

    /** Forgets all others. */
    synchronized void listenTo(Set<String> wanted) {
        assets = Set.copyOf(wanted);
        values.keySet().removeIf(key -> !assets.contains(key.substring(0, key.indexOf('/'))));
    }

    /** Takes what is wanted out of an envelope. */
    synchronized void take(WireEnvelope envelope, long nowNanos, long wallMillis) {
        for (WireRecord entry : envelope.getRecords()) {
            Map<String, TypedValue<?>> properties = entry.getProperties();
            String asset = String.valueOf(Measurement.value(properties, Measurement.ASSET_NAME));
            if (assets.contains(asset)) {
                properties.forEach(
                        (name, typed) -> take(asset, name, properties, nowNanos, wallMillis));
            }
        }
    }

    private void take(
            String asset,
            String channel,
            Map<String, TypedValue<?>> properties,
            long nowNanos,
            long wallMillis) {
        String key = asset + "/" + channel;
        Object value = Measurement.value(properties, channel);
        boolean number = value instanceof Number n && Double.isFinite(n.doubleValue());
        if (!number && !(value instanceof String) && !(value instanceof Boolean)) {
            return;
        }
        Measurement measured =
                Measurement.of(properties, channel, nowNanos, wallMillis).orElseThrow();
        if (!measured.fromTheFuture() && (values.size() < MOST || values.containsKey(key))) {
            values.put(key, new Live(value, measured.takenNanos(), nowNanos));
        }
    }

    /** {@return how long ago it was measured, ms; infinite where it never was} */
    synchronized double ageMillis(String asset, String channel, long nowNanos) {
        Live live = values.get(asset + "/" + channel);
        return live == null ? Double.POSITIVE_INFINITY : (nowNanos - live.takenNanos()) * MILLI;
    }

    /** {@return a value that came lately; null where it did not, or never} */
    synchronized Object value(String asset, String channel, long nowNanos) {
        Live live = values.get(asset + "/" + channel);
        boolean stale = live == null || nowNanos - live.seenNanos() >= Times.STALE_NANOS;
        return stale ? null : live.value();
    }

    /** {@return a number that came lately; NaN where it did not} */
    double number(String asset, String channel, long nowNanos) {
        return value(asset, channel, nowNanos) instanceof Number number
                ? number.doubleValue()
                : Double.NaN;
    }

    /** {@return the last number that ever came; NaN where none did} */
    synchronized double last(String asset, String channel) {
        Live live = values.get(asset + "/" + channel);
        return live != null && live.value() instanceof Number number
                ? number.doubleValue()
                : Double.NaN;
    }
}
