package io.wattwire.site;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;

/** The site's values as an asset would tell them, so that limit and publishers need no case. */
final class SiteRecord {

    private static final long MILLI = 1_000_000;

    private final Map<String, TypedValue<?>> properties = new LinkedHashMap<>();
    private final Readings readings;
    private final long nowNanos;
    private final long wallMillis;

    private SiteRecord(Readings readings, long nowNanos, long wallMillis) {
        this.readings = readings;
        this.nowNanos = nowNanos;
        this.wallMillis = wallMillis;
    }

    static Map<String, TypedValue<?>> of(
            String pid,
            Configured configured,
            List<SiteValue> values,
            Readings readings,
            long nowNanos,
            long wallMillis) {
        SiteRecord site = new SiteRecord(readings, nowNanos, wallMillis);
        site.text("assetName", pid);
        site.whole("assetTimestamp", wallMillis);
        site.text("state", state(configured, values));
        site.text("missing", missing(values));
        site.text("configuration_problem", configured.problem());
        values.forEach(site::value);
        return site.properties;
    }

    static String missing(List<SiteValue> values) {
        Set<String> reasons = new LinkedHashSet<>();
        for (SiteValue value : values) {
            if (value.outage()) {
                reasons.addAll(List.of(value.missing().split("; ")));
            }
        }
        return String.join("; ", reasons);
    }

    private static String state(Configured configured, List<SiteValue> values) {
        if (configured.settings().isEmpty()) {
            return configured.problem().isEmpty() ? "no assets named" : "configuration refused";
        }
        return values.stream().noneMatch(SiteValue::outage) ? "complete" : "incomplete";
    }

    private void value(SiteValue value) {
        if (!value.isKnown()) {
            text(value.name() + "_error", value.missing());
            return;
        }
        long ageMillis = Math.max(0, nowNanos - value.takenNanos()) / MILLI;
        properties.put(value.name(), TypedValues.newDoubleValue(value.value()));
        text(value.name() + "_unit", value.unit());
        whole(
                value.name() + "_timestamp",
                readings.takenMillis(value.takenNanos()).orElse(wallMillis - ageMillis));
        whole(value.name() + "_age_ms", ageMillis);
    }

    private void text(String name, String value) {
        properties.put(name, TypedValues.newStringValue(value));
    }

    private void whole(String name, long value) {
        properties.put(name, TypedValues.newLongValue(value));
    }
}
