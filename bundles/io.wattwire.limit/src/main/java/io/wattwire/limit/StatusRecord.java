package io.wattwire.limit;

import io.wattwire.limit.law.Decision;
import io.wattwire.limit.law.Excursions;
import io.wattwire.limit.law.FailSafeClass;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitSettings.Unit;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Phase;
import io.wattwire.limit.law.Reason;
import io.wattwire.limit.law.Sample;
import io.wattwire.limit.law.UnitState;
import io.wattwire.limit.supervisor.SupervisorOutcome;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;

/** What a publisher gets from port 0, named like an asset so that it needs no special case. */
final class StatusRecord {

    /** The worst last: it is what the whole limit is said to do. */
    private static final List<Phase> BY_WEIGHT =
            List.of(
                    Phase.DELEGATED,
                    Phase.REGULATING,
                    Phase.HOLDING,
                    Phase.STARTING,
                    Phase.FALL_BACK,
                    Phase.ALARM);

    /**
     * All that is told at one time.
     *
     * @param pid of the component
     * @param configured settings in use
     * @param decision of the law
     * @param supervised what the supervisor says
     * @param storageProblem what of the memory and the ledger is not stored; empty when all is
     * @param writesToday by inverter
     * @param nowNanos monotonic
     * @param wallMillis ms since 1970
     */
    record Moment(
            String pid,
            Configured configured,
            Decision decision,
            SupervisorOutcome supervised,
            String storageProblem,
            Map<Integer, Long> writesToday,
            long nowNanos,
            long wallMillis) {}

    private final Map<String, TypedValue<?>> values = new LinkedHashMap<>();
    private final Moment moment;
    private final LimitState state;
    private final LimitSettings settings;

    private StatusRecord(Moment moment) {
        this.moment = moment;
        this.state = moment.decision().state();
        this.settings = moment.configured().settings();
    }

    static Map<String, TypedValue<?>> of(Moment moment) {
        StatusRecord status = new StatusRecord(moment);
        status.site();
        status.supervisor();
        status.failSafe();
        if (status.settings.units().size() == 1) {
            status.inverter("", status.settings.units().get(0));
        } else {
            status.settings.units().forEach(unit -> status.inverter("inverter_", unit));
        }
        return status.values;
    }

    private void site() {
        text("assetName", moment.pid());
        whole("assetTimestamp", moment.wallMillis());
        text(
                "state",
                state.units().stream()
                        .map(UnitState::phase)
                        .max(Comparator.comparing(BY_WEIGHT::indexOf))
                        .orElse(Phase.STARTING)
                        .text());
        text("reasons", allReasons());
        flag("shadow", moment.configured().chosen().shadow());
        double limit = state.units().stream().mapToDouble(UnitState::limitW).sum();
        double wanted =
                state.units().stream().mapToDouble(unit -> Math.max(0, unit.wantedW())).sum();
        number("limit", limit);
        number("wanted_limit", wanted);
        sample("grid_power", "grid_age_ms", state.grid().last());
        whole(
                "writes_today",
                moment.writesToday().values().stream().mapToLong(Long::longValue).sum());
        excursions(state.excursions());
        number("allowed_export", settings.bounds().allowedExportW());
        number("fallback", settings.bounds().fallbackW());
        number("battery_setpoint", state.battery().setpointW());
        if (settings.site().balance().used()) {
            number("energy_balance", state.balance().kwh());
        }
        text("configuration_problem", moment.configured().problem());
        text("storage_problem", moment.storageProblem());
        text(
                "dynamicGenerationStatus",
                SeedTwoNames.status(moment.configured(), moment.decision()));
        number("dynamicGenerationPower", wanted);
        number("dynamicGenerationMaxPower", limit);
        number("dynamicGenerationPowerMax", limit);
    }

    private String allReasons() {
        String law = reasons(moment.decision().siteReasons(), moment.decision().reasons());
        return Stream.concat(
                        moment.supervised().texts().stream(),
                        law.isEmpty() ? Stream.empty() : Stream.of(law))
                .collect(Collectors.joining("; "));
    }

    private void supervisor() {
        if (!moment.configured().chosen().supervisor().enabled()) {
            return;
        }
        whole("supervisor_state", moment.supervised().stage().number());
        flag("locked_out", moment.supervised().lockedOut());
        whole("supervisor_events_24h", moment.supervised().state().events().size());
        whole("supervisor_lock_outs_30d", moment.supervised().state().lockOuts().size());
    }

    private void failSafe() {
        FailSafeClass weakest =
                settings.units().stream()
                        .map(Unit::failSafe)
                        .max(Comparator.naturalOrder())
                        .orElse(FailSafeClass.C);
        text("fail_safe_class", weakest.name());
        text("fail_safe_note", weakest.note());
    }

    /** The only inverter has plain names, several have their number in them. */
    private void inverter(String kind, Unit unit) {
        UnitState inverter = state.unit(unit.number());
        boolean only = kind.isEmpty();
        String prefix = only ? "" : kind + unit.number() + "_";
        sample(prefix + "readback", prefix + "readback_age_ms", inverter.readBack().last());
        sample(
                only ? "inverter_power" : prefix + "power",
                only ? "inverter_age_ms" : prefix + "age_ms",
                inverter.inverter().last());
        if (only) {
            return;
        }
        text(prefix + "name", unit.name());
        text(prefix + "state", inverter.phase().text());
        text(
                prefix + "reasons",
                reasons(Set.of(), moment.decision().command(unit.number()).reasons()));
        number(prefix + "limit", inverter.limitW());
        number(prefix + "wanted_limit", Math.max(0, inverter.wantedW()));
        whole(prefix + "writes_today", moment.writesToday().getOrDefault(unit.number(), 0L));
        text(prefix + "fail_safe_class", unit.failSafe().name());
    }

    /** {@return the texts of all reasons, each once} */
    static String reasons(Set<Reason> site, Set<Reason> more) {
        EnumSet<Reason> all = EnumSet.noneOf(Reason.class);
        all.addAll(site);
        all.addAll(more);
        return all.stream().map(Reason::text).collect(Collectors.joining("; "));
    }

    private void excursions(Excursions excursions) {
        whole("excursions", excursions.count());
        whole("excursions_15s", excursions.longCount());
        number("excursion_now_s", excursions.runningNanos(moment.nowNanos()) / 1e9);
        number("excursion_longest_s", excursions.longestNanos() / 1e9);
    }

    private void sample(String name, String age, Sample sample) {
        if (sample.present()) {
            number(name, sample.value());
            whole(age, sample.ageNanos(moment.nowNanos()) / 1_000_000);
        }
    }

    private void text(String name, String value) {
        values.put(name, TypedValues.newStringValue(value));
    }

    private void flag(String name, boolean value) {
        values.put(name, TypedValues.newBooleanValue(value));
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
