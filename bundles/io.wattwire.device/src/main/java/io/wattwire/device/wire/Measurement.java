package io.wattwire.device.wire;

import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.type.TypedValue;

/**
 * A value as it came in a wire record.
 *
 * <p>Time stamps in records are wall-clock time, which may jump. Only the age at arrival is taken
 * from them; from then on a value ages on the monotonic clock.
 *
 * @param raw the number; NaN when it was none
 * @param fromTheFuture whether its time stamp cannot be true, so that it is not believed
 * @param stampMillis its time stamp; {@link #NO_STAMP} when it had none
 * @param takenNanos when it was measured, on the monotonic clock; never later than its arrival, and
 *     never more than a day before
 */
public record Measurement(double raw, boolean fromTheFuture, long stampMillis, long takenNanos) {

    /** Name of the property in which an asset tells its {@code kura.service.pid}. */
    public static final String ASSET_NAME = "assetName";

    /** Name of the property with the time of all values of an asset. */
    public static final String ASSET_TIMESTAMP = "assetTimestamp";

    /** What follows the name of a channel in the name of its time stamp. */
    public static final String TIMESTAMP_SUFFIX = "_timestamp";

    /** What follows the name of a channel in the name of the reason why it has no value. */
    public static final String ERROR_SUFFIX = "_error";

    /** What follows the name of a channel in the name of its unit. */
    public static final String UNIT_SUFFIX = "_unit";

    /** A value without a time stamp: it was measured when it arrived. */
    public static final long NO_STAMP = Long.MIN_VALUE;

    /** Clocks of two machines may differ so much; a value from further ahead is not believed. */
    private static final long CLOCK_TOLERANCE_MS = 2_000;

    private static final long OLDEST_MS = 86_400_000;

    /**
     * Reads one channel of a record.
     *
     * @param values of the record
     * @param channel name of the channel
     * @param nowNanos now, on the monotonic clock
     * @param wallMillis now, on the wall clock
     * @return empty when the record does not have the channel
     */
    public static Optional<Measurement> of(
            Map<String, TypedValue<?>> values, String channel, long nowNanos, long wallMillis) {
        Object value = value(values, channel);
        if (value == null) {
            return Optional.empty();
        }
        double number = value instanceof Number ? ((Number) value).doubleValue() : Double.NaN;
        long stamp = stamp(values, channel);
        boolean stamped = stamp != NO_STAMP;
        long age = stamped ? age(stamp, wallMillis) : 0;
        return Optional.of(
                new Measurement(
                        number,
                        stamped && stamp - wallMillis > CLOCK_TOLERANCE_MS,
                        stamp,
                        nowNanos - age * 1_000_000));
    }

    /**
     * The value of a property.
     *
     * @param values of a record
     * @param name of the property
     * @return null when there is none
     */
    public static Object value(Map<String, TypedValue<?>> values, String name) {
        TypedValue<?> value = values.get(name);
        return value == null ? null : value.getValue();
    }

    /**
     * The number as far as it is believed.
     *
     * @return NaN when it was no number, or from the future
     */
    public double value() {
        return fromTheFuture ? Double.NaN : raw;
    }

    /**
     * Whether a cached value was sent again: it has not been measured again.
     *
     * @param last what came before from the same source
     * @return true when stamp and value are the same
     */
    public boolean repeats(Measurement last) {
        return stampMillis != NO_STAMP
                && stampMillis == last.stampMillis
                && Double.compare(last.value(), raw) == 0;
    }

    /**
     * Whether it was measured before another one.
     *
     * @param other of the same source
     * @return true when it overtook the other one on the way
     */
    public boolean isOlderThan(Measurement other) {
        return takenNanos - other.takenNanos < 0;
    }

    private static long age(long stamp, long wallMillis) {
        // bounded before subtracting, so that a hostile stamp cannot overflow
        long bounded = Math.max(stamp, wallMillis - OLDEST_MS);
        return Math.max(0, wallMillis - Math.min(bounded, wallMillis));
    }

    private static long stamp(Map<String, TypedValue<?>> values, String channel) {
        Object own = value(values, channel + TIMESTAMP_SUFFIX);
        Object stamp = own != null ? own : value(values, ASSET_TIMESTAMP);
        return stamp instanceof Number ? Math.max(0, ((Number) stamp).longValue()) : NO_STAMP;
    }
}
