package io.wattwire.limit;

import io.wattwire.device.wire.PropertyReader;
import io.wattwire.device.wire.Source;
import io.wattwire.limit.law.Figures;
import io.wattwire.limit.law.Input;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitSettings.BelowMinimum;
import io.wattwire.limit.law.LimitSettings.Bounds;
import io.wattwire.limit.law.LimitSettings.Mode;
import io.wattwire.limit.law.LimitSettings.PhaseRule;
import io.wattwire.limit.law.LimitSettings.Unit;
import io.wattwire.limit.law.Slot;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Settings that are right one by one and wrong together. */
final class SettingsChecks {

    /** What an installer names; the rest is read beside it, and may be one of these. */
    private static final Set<Input> CHOSEN =
            EnumSet.of(
                    Input.GRID,
                    Input.SETPOINT,
                    Input.TARGET,
                    Input.BATTERY,
                    Input.INVERTER,
                    Input.READ_BACK);

    private final PropertyReader reader;
    private final LimitSettings settings;
    private final Map<Slot, Source> sources;

    private SettingsChecks(PropertyReader reader, Chosen chosen) {
        this.reader = reader;
        this.settings = chosen.settings();
        this.sources = chosen.sources();
    }

    static void run(PropertyReader reader, Chosen chosen) {
        SettingsChecks checks = new SettingsChecks(reader, chosen);
        checks.bounds();
        chosen.settings().units().forEach(checks::unit);
        checks.sources();
        chosen.supervisor().problems().forEach(problem -> reader.problem("supervisor: " + problem));
        checks.supervised(chosen);
    }

    private void bounds() {
        Bounds bounds = settings.bounds();
        refuse(
                bounds.fallbackW() > Math.max(0, bounds.allowedExportW()),
                "fallback.w is above allowed.export.w: without a meter nothing more is safe;"
                        + " lower it or leave it empty");
        refuse(
                settings.pace().spacingNanos() >= settings.pace().keepAliveNanos(),
                "write.spacing.s must be shorter than keep.alive.s");
        refuse(
                settings.trust().gridFrozenNanos() <= settings.trust().gridStaleNanos(),
                "grid.frozen.s must be longer than grid.stale.s");
    }

    private void unit(Unit unit) {
        refuse(
                unit.mode() == Mode.DELEGATE && settings.site().phases() == PhaseRule.WORST,
                "phase.rule is worst, but a delegated device keeps to the sum: regulate it");
        Figures fixed = unit.fixed();
        double cap = Math.min(settings.bounds().installerCapW(), unit.capW());
        String which = unit.number() == 1 ? "" : "more.inverters, " + unit.name() + ": ";
        String unitOf = unit.number() == 1 ? ".w" : "";
        refuse(
                settings.bounds().belowMinimum() == BelowMinimum.HOLD
                        && fixed.minimumOrZero() > cap,
                which
                        + "minimum"
                        + unitOf
                        + " is above the installer's cap: the inverter cannot be held at its"
                        + " minimum; choose below.minimum = stop or a higher cap");
        refuse(
                fixed.minimumW() > fixed.ratedW(),
                which + "minimum" + unitOf + " is above rated" + unitOf);
        refuse(
                fixed.stepW() > fixed.ratedW(),
                which + "step" + unitOf + " is above rated" + unitOf);
        Source readBack = sources.get(new Slot(Input.READ_BACK, unit.number()));
        boolean atGrid = readBack != null && readBack.channel().startsWith("grid_export_limit");
        refuse(
                unit.mode() == Mode.DELEGATE && !atGrid,
                which + "mode is delegate, so readback.source must be <asset>/grid_export_limit");
        refuse(
                unit.mode() == Mode.REGULATE && atGrid,
                which
                        + "readback.source is a limit at the grid point; choose mode = delegate, or"
                        + " <asset>/inverter_power_limit");
    }

    private void sources() {
        List<Source> wanted =
                sources.entrySet().stream()
                        .filter(each -> CHOSEN.contains(each.getKey().input()))
                        .map(Map.Entry::getValue)
                        .toList();
        refuse(
                wanted.stream().distinct().count() < wanted.size(),
                "two sources are the same channel: each needs its own");
        long delegated =
                settings.units().stream().filter(unit -> unit.mode() == Mode.DELEGATE).count();
        refuse(
                delegated > 1,
                "two inverters are delegated: both would follow the same meter and fight; delegate"
                        + " one of them at most");
    }

    /** The supervisor must not trip over what the limit may do. */
    private void supervised(Chosen chosen) {
        boolean free = settings.site().balance().used();
        refuse(
                free
                        && chosen.supervisor().enabled()
                        && settings.site().balance().freeExportW()
                                > chosen.supervisor().export().powerW(),
                "energy.free.export.w is above export.limit.w, which was agreed with the network"
                        + " operator: lower it");
        double agreed = chosen.supervisor().export().powerW();
        refuse(
                chosen.supervisor().enabled() && settings.bounds().allowedExportW() > agreed,
                "allowed.export.w is above export.limit.w, which was agreed with the network"
                        + " operator: lower it");
    }

    private void refuse(boolean wrong, String why) {
        if (wrong) {
            reader.problem(why);
        }
    }
}
