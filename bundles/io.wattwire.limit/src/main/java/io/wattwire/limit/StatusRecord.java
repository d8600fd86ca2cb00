package io.wattwire.limit;

import io.wattwire.limit.law.Decision;
import io.wattwire.limit.law.Excursions;
import io.wattwire.limit.law.FailSafeClass;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Reason;
import io.wattwire.limit.law.Sample;
import io.wattwire.limit.law.UnitState;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;

/** What a publisher gets from port 0, named like an asset so that it needs no special case. */
final class StatusRecord {

    private final Map<String, TypedValue<?>> values = new LinkedHashMap<>();

    private StatusRecord() {}

    static Map<String, TypedValue<?>> of(
            String pid,
            Configured configured,
            Decision decision,
            long writesToday,
            long nowNanos,
            long wallMillis) {
        LimitState state = decision.state();
        UnitState unit = state.unit(1);
        LimitSettings settings = configured.settings();
        FailSafeClass failSafe = settings.units().get(0).failSafe();
        StatusRecord status = new StatusRecord();
        status.text("assetName", pid);
        status.whole("assetTimestamp", wallMillis);
        status.text("state", unit.phase().text());
        status.text("reasons", reasons(decision));
        status.number("limit", unit.limitW());
        status.number("wanted_limit", Math.max(0, unit.wantedW()));
        status.sample("readback", unit.readBack().last(), nowNanos);
        status.sample("grid", state.grid().last(), nowNanos);
        status.sample("inverter", unit.inverter().last(), nowNanos);
        status.whole("writes_today", writesToday);
        status.excursions(state.excursions(), nowNanos);
        status.number("allowed_export", settings.bounds().allowedExportW());
        status.number("fallback", settings.bounds().fallbackW());
        status.text("fail_safe_class", failSafe.name());
        status.text("fail_safe_note", failSafe.note());
        status.text("configuration_problem", configured.problem());
        return status.values;
    }

    static String reasons(Decision decision) {
        return decision.reasons().stream().map(Reason::text).collect(Collectors.joining("; "));
    }

    private void excursions(Excursions excursions, long nowNanos) {
        whole("excursions", excursions.count());
        whole("excursions_15s", excursions.longCount());
        number("excursion_now_s", excursions.runningNanos(nowNanos) / 1e9);
        number("excursion_longest_s", excursions.longestNanos() / 1e9);
    }

    private void sample(String name, Sample sample, long nowNanos) {
        if (sample.present()) {
            number(name.equals("readback") ? name : name + "_power", sample.value());
            whole(name + "_age_ms", sample.ageNanos(nowNanos) / 1_000_000);
        }
    }

    private void text(String name, String value) {
        values.put(name, TypedValues.newStringValue(value));
    }

    private void whole(String name, long value) {
        values.put(name, TypedValues.newLongValue(value));
    }

    /** An unknown number is left out: Kura has no null, and zero would be a lie. */
    private void number(String name, double value) {
        if (Double.isFinite(value)) {
            values.put(name, TypedValues.newDoubleValue(value));
        }
    }
}
