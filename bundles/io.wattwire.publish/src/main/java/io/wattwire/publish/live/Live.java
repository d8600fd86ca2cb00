package io.wattwire.publish.live;

import io.wattwire.device.model.CommonPoint;
import io.wattwire.device.model.CommonPoints;
import io.wattwire.device.wire.Measurement;
import io.wattwire.publish.RecordNames;
import io.wattwire.publish.RecordValues;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.eclipse.kura.type.TypedValue;

/**
 * Keeps the newest value of each channel of each asset, or whatever else emits records. At most
 * 20,000 channels are kept; what has not come for a day is forgotten. Thread-safe; taking a record
 * never waits for anything but a reader that copies.
 */
public final class Live {

    private static final int MOST = 20_000;
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TEXT = 1024;
    private static final long FORGET_NANOS = 86_400_000_000_000L;

    /** What is asked again and again comes round in 10 s: an older value may be a lasting one. */
    private static final long AGED_NANOS = 10_000_000_000L;

    private final Map<String, Map<String, LiveValue>> assets = new TreeMap<>();
    private final BiPredicate<String, String> lasting;
    private int size;
    private long records;
    private long dropped;

    /**
     * Nothing yet.
     *
     * @param lasting whether a channel of an asset is measured only once, so that it does not age
     *     while it is delivered; asked only about values older than 10 s
     */
    public Live(BiPredicate<String, String> lasting) {
        this.lasting = lasting;
    }

    /**
     * Takes a record.
     *
     * @param record as it came by wire
     * @param emitter who sent it; its name where the record has no asset
     * @param nowNanos now, on the monotonic clock
     * @param wallMillis now, in ms since 1970
     */
    public synchronized void take(
            Map<String, TypedValue<?>> record, String emitter, long nowNanos, long wallMillis) {
        records++;
        Object named = Measurement.value(record, Measurement.ASSET_NAME);
        String asset = cut(named == null ? emitter : String.valueOf(named), LONGEST_NAME);
        for (String channel : channels(record)) {
            LiveValue value = value(record, channel, nowNanos, wallMillis);
            boolean stands =
                    nowNanos - value.takenNanos() > AGED_NANOS && lasting.test(asset, channel);
            keep(asset, channel, stands ? value.freshAt(nowNanos) : value, nowNanos);
        }
    }

    private void keep(String asset, String channel, LiveValue value, long nowNanos) {
        Map<String, LiveValue> values = assets.get(asset);
        if (values == null || !values.containsKey(channel)) {
            if (size >= MOST) {
                forget(nowNanos);
            }
            if (size >= MOST) {
                dropped++;
                return;
            }
            values = assets.computeIfAbsent(asset, it -> new TreeMap<>());
            size++;
        }
        values.put(channel, value);
    }

    /** Names of channels that have a value, or a reason why not. */
    private static Set<String> channels(Map<String, TypedValue<?>> record) {
        Set<String> channels = new TreeSet<>();
        for (String name : record.keySet()) {
            String channel =
                    RecordNames.isError(name)
                            ? name.substring(0, name.length() - Measurement.ERROR_SUFFIX.length())
                            : name;
            if (RecordNames.isChannel(channel) && channel.length() <= LONGEST_NAME) {
                channels.add(channel);
            }
        }
        return channels;
    }

    private static LiveValue value(
            Map<String, TypedValue<?>> record, String channel, long nowNanos, long wallMillis) {
        Object value = RecordValues.plain(Measurement.value(record, channel), LONGEST_TEXT);
        Object said = Measurement.value(record, channel + Measurement.ERROR_SUFFIX);
        String error = said == null ? "" : cut(String.valueOf(said), LONGEST_TEXT);
        long time = wallMillis;
        long taken = nowNanos;
        Measurement measured = Measurement.of(record, channel, nowNanos, wallMillis).orElse(null);
        if (measured != null) {
            taken = measured.takenNanos();
            time = measured.stampMillis() < 0 ? wallMillis : measured.stampMillis();
            if (measured.fromTheFuture()) {
                error = "its time stamp is from the future; check the clocks";
            }
        }
        if (value == null && error.isEmpty()) {
            error = "no value";
        }
        return new LiveValue(
                error.isEmpty() ? value : null, unit(record, channel), time, taken, taken, error);
    }

    private static String unit(Map<String, TypedValue<?>> record, String channel) {
        Object unit = Measurement.value(record, channel + Measurement.UNIT_SUFFIX);
        String said = unit == null ? "" : cut(String.valueOf(unit), LONGEST_NAME);
        return said.isEmpty() ? CommonPoints.find(channel).map(CommonPoint::unit).orElse("") : said;
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private void forget(long nowNanos) {
        for (Map<String, LiveValue> values : assets.values()) {
            values.values().removeIf(it -> nowNanos - it.freshNanos() > FORGET_NANOS);
        }
        assets.values().removeIf(Map::isEmpty);
        size = assets.values().stream().mapToInt(Map::size).sum();
    }

    /**
     * Everything that is known.
     *
     * @param nowNanos now, on the monotonic clock
     * @return a copy: values by channel by asset, in the order of their names
     */
    public synchronized Map<String, Map<String, LiveValue>> all(long nowNanos) {
        forget(nowNanos);
        Map<String, Map<String, LiveValue>> copy = new TreeMap<>();
        assets.forEach((asset, values) -> copy.put(asset, new TreeMap<>(values)));
        return copy;
    }

    /**
     * The values of one asset.
     *
     * @param asset its name
     * @return a copy by channel; empty when nothing came from it
     */
    public synchronized Map<String, LiveValue> asset(String asset) {
        return new TreeMap<>(assets.getOrDefault(asset, Map.of()));
    }

    /**
     * How many records were taken.
     *
     * @return since the start
     */
    public synchronized long records() {
        return records;
    }

    /**
     * How many values found no place.
     *
     * @return since the start
     */
    public synchronized long dropped() {
        return dropped;
    }
}
