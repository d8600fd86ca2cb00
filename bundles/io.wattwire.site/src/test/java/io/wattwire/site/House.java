package io.wattwire.site;

import io.wattwire.device.wire.RefusedException;
import io.wattwire.device.wire.Source;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;

/** A site under test in simulated time, fed as assets feed it. */
final class House {

    static final long SECOND = 1_000_000_000L;
    static final long WALL = 1_800_000_000_000L;

    final ReadingStore store = new ReadingStore();
    SiteSettings settings = SiteSettings.NOTHING;
    long now = 1_000 * SECOND;

    House(String... settings) {
        Map<String, Object> properties = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            properties.put(settings[i], settings[i + 1]);
        }
        try {
            this.settings = SettingsParser.parse("site", properties);
        } catch (RefusedException e) {
            throw new AssertionError(e);
        }
        store.listenTo(this.settings.sources());
    }

    static WireEnvelope envelope(String asset, Object... values) {
        Map<String, TypedValue<?>> properties = new HashMap<>();
        properties.put("assetName", TypedValues.newStringValue(asset));
        for (int i = 0; i < values.length; i += 2) {
            properties.put((String) values[i], TypedValues.newTypedValue(values[i + 1]));
        }
        return new WireEnvelope("emitter", List.of(new WireRecord(properties)));
    }

    /** An asset tells something, measured now. */
    House tells(String asset, Object... values) {
        store.accept(envelope(asset, values), now, wall());
        return this;
    }

    House later(double seconds) {
        now += (long) (seconds * SECOND);
        return this;
    }

    long wall() {
        return WALL + now / 1_000_000;
    }

    Map<String, SiteValue> values() {
        return SiteSums.of(settings, store.readings(), now).stream()
                .collect(Collectors.toMap(SiteValue::name, Function.identity()));
    }

    Optional<SiteValue> find(String name) {
        return Optional.ofNullable(values().get(name));
    }

    double value(String name) {
        SiteValue value = find(name).orElseThrow(() -> new AssertionError("no " + name));
        if (!value.isKnown()) {
            throw new AssertionError(name + " is missing: " + value.missing());
        }
        return value.value();
    }

    String missing(String name) {
        SiteValue value = find(name).orElseThrow(() -> new AssertionError("no " + name));
        return value.isKnown() ? name + " is " + value.value() : value.missing();
    }

    /** Of what came from a source, whether it is too old or not. */
    long ageMillisOfNewest(String asset, String channel) {
        return (now - store.readings().of(new Source(asset, channel)).takenNanos()) / 1_000_000;
    }

    long ageMillis(String name) {
        return (now - find(name).orElseThrow().takenNanos()) / 1_000_000;
    }
}
