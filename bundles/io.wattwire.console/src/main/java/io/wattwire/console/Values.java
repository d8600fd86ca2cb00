package io.wattwire.console;

import io.wattwire.publish.live.Live;
import io.wattwire.publish.live.LiveValue;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/** The newest values as documents. */
final class Values {

    private final Live live;
    private final long staleMillis;
    private final LongSupplier nanoClock;

    Values(Live live, long staleMillis, LongSupplier nanoClock) {
        this.live = live;
        this.staleMillis = staleMillis;
        this.nanoClock = nanoClock;
    }

    Map<String, Map<String, LiveValue>> all() {
        return live.all(nanoClock.getAsLong());
    }

    Map<String, LiveValue> asset(String name) {
        return live.asset(name);
    }

    LiveValue.Quality quality(LiveValue value) {
        return value.quality(nanoClock.getAsLong(), staleMillis);
    }

    /** A value with what is known about it. */
    Map<String, Object> document(String channel, LiveValue value) {
        return document("channel", channel, value);
    }

    Map<String, Object> document(String kind, String name, LiveValue value) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put(kind, name);
        document.put("value", value.value());
        document.put("unit", value.unit());
        document.put("quality", quality(value).name().toLowerCase(Locale.ROOT));
        document.put("time", Instant.ofEpochMilli(value.timeMillis()).toString());
        document.put("age_ms", value.ageMillis(nanoClock.getAsLong()));
        if (!value.error().isEmpty()) {
            document.put("error", value.error());
        }
        return document;
    }
}
