package io.wattwire.publish;

import io.wattwire.device.wire.Measurement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.type.TypedValue;

/**
 * Takes the values out of a wire record, named as an asset names them. What is no value to publish
 * (errors, bytes, numbers that are none) is left out. Stateless.
 */
final class Intake {

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_TEXT = 4096;

    /** More than a record of the queue can count. */
    private static final int MOST = 0xFFFF;

    private Intake() {}

    /** The asset of a record; the emitter where it does not say. */
    static String asset(Map<String, TypedValue<?>> properties, String emitter) {
        TypedValue<?> named = properties.get(Measurement.ASSET_NAME);
        String name = named == null ? emitter : String.valueOf(named.getValue());
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    /** The values of a record. */
    static List<Sample> samples(
            String asset, Map<String, TypedValue<?>> properties, long nowMillis) {
        long common = time(properties, Measurement.ASSET_TIMESTAMP, nowMillis);
        List<Sample> samples = new ArrayList<>(properties.size());
        properties.forEach(
                (name, typed) -> {
                    Object value = isChannel(name) ? value(typed) : null;
                    if (value != null && samples.size() < MOST) {
                        long time = time(properties, name + Measurement.TIMESTAMP_SUFFIX, common);
                        samples.add(new Sample(asset, name, value, time));
                    }
                });
        return samples;
    }

    private static boolean isChannel(String name) {
        return RecordNames.isChannel(name) && name.length() <= LONGEST_NAME;
    }

    private static long time(Map<String, TypedValue<?>> properties, String name, long otherwise) {
        TypedValue<?> stamp = properties.get(name);
        return stamp != null && stamp.getValue() instanceof Long millis ? millis : otherwise;
    }

    /** Null where there is nothing to publish. */
    private static Object value(TypedValue<?> typed) {
        return typed == null ? null : RecordValues.plain(typed.getValue(), LONGEST_TEXT);
    }
}
