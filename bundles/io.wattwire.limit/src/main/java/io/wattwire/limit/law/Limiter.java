package io.wattwire.limit.law;

import io.wattwire.limit.law.LimitSettings.Mode;
import java.util.ArrayList;
import java.util.List;

/** The limit as a pure function: no clock, no input or output, no memory of its own. */
public final class Limiter {

    private Limiter() {}

    /**
     * Evaluates once.
     *
     * @param settings what the installer chose
     * @param before what the evaluation before remembered
     * @param readings the newest samples
     * @param nowNanos on the monotonic clock that the readings were stamped with
     * @return the limits and what to remember; the same for the same arguments
     */
    public static Decision decide(
            LimitSettings settings, LimitState before, Readings readings, long nowNanos) {
        SiteView site = SiteView.of(settings, before, readings, nowNanos);
        List<UnitView> units =
                settings.units().stream()
                        .map(unit -> UnitView.of(settings, unit, before, readings, site))
                        .toList();
        Group group = Group.of(settings, before, site, units);
        List<UnitState> states = new ArrayList<>();
        List<Command> commands = new ArrayList<>();
        for (UnitView unit : units) {
            Outcome outcome = decide(settings, before.unit(unit.number()), site, unit, group);
            states.add(outcome.state());
            commands.add(outcome.command(unit.number()));
        }
        BatteryState battery = BatteryLoop.decide(settings, before.battery(), site);
        boolean told = battery.emission().count() != before.battery().emission().count();
        return new Decision(
                next(before, site, battery, List.copyOf(states)),
                List.copyOf(commands),
                new Setpoint(battery.setpointW(), told),
                site.doubts());
    }

    private static Outcome decide(
            LimitSettings settings, UnitState before, SiteView site, UnitView unit, Group group) {
        return unit.settings().mode() == Mode.REGULATE
                ? Regulation.decide(settings, before, site, unit, group)
                : Delegation.decide(settings, before, site, unit);
    }

    private static LimitState next(
            LimitState before, SiteView site, BatteryState battery, List<UnitState> units) {
        return new LimitState(
                before.startedNanos(),
                site.grid().total(),
                site.grid().phases(),
                site.excursions(),
                site.target().lastW(),
                site.target().time(),
                site.target().balance(),
                battery,
                site.reversal(),
                site.proof(),
                site.peaks(),
                units);
    }
}
