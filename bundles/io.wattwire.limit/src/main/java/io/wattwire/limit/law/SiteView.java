package io.wattwire.limit.law;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What one evaluation sees of the site: its inputs after a look at the newest samples, and the
 * doubts about them.
 *
 * @param target how much may be exported at this moment
 * @param setpointW what an incoming limit leaves to all inverters; infinite without one
 * @param stage what the doubts do to every limit
 * @param starting whether the first readings may still be on their way
 */
record SiteView(
        GridView grid,
        Target target,
        BatteryView battery,
        Reversal reversal,
        Proof proof,
        Peaks peaks,
        double setpointW,
        Excursions excursions,
        Set<Reason> doubts,
        Stage stage,
        boolean starting,
        long nowNanos) {

    static SiteView of(
            LimitSettings settings, LimitState before, Readings readings, long nowNanos) {
        GridView grid = GridView.of(settings, before, readings, nowNanos);
        Target target = Target.of(settings, before, readings, nowNanos);
        Watch total = grid.total();
        double bound = -target.allowedW() - Excursions.TOLERANCE_W;
        Excursions excursions =
                total.fresh()
                        ? before.excursions().see(total.last().value() < bound, nowNanos)
                        : before.excursions();
        BatteryView battery =
                BatteryView.of(
                        settings, before.battery(), readings, total, target.allowedW(), nowNanos);
        Sources sources = Sources.of(before, nowNanos);
        Sample last = before.grid().last();
        Reversal reversal = before.reversal().see(last, sources, nowNanos);
        Sources apart = readings.of(Input.BATTERY).present() ? Sources.UNKNOWN : sources;
        Proof proof = before.proof().see(last, apart, ratedW(settings, readings), nowNanos);
        double setpoint = setpointW(settings, readings.of(Input.SETPOINT), nowNanos);

        Set<Reason> doubts = EnumSet.noneOf(Reason.class);
        doubts.addAll(grid.doubts());
        doubts.addAll(target.reasons());
        add(doubts, reversal.found(), Reason.GRID_REVERSED);
        add(doubts, proof.contradicted(), Reason.GRID_CONTRADICTS);
        add(doubts, proof.holds(), Reason.GRID_LEAPT);
        add(doubts, settings.refused(), Reason.CONFIGURATION_REFUSED);
        add(
                doubts,
                settings.site().setpoint() && Double.isInfinite(setpoint),
                Reason.SETPOINT_MISSING);
        add(doubts, excursions.running(), Reason.EXCESS);
        add(doubts, battery.counted().distrusted() && counts(settings), Reason.BATTERY_DISTRUSTED);
        Stage stage = Stage.worst(doubts);
        boolean starting = nowNanos - before.startedNanos() < settings.trust().gridStaleNanos();
        return new SiteView(
                grid,
                target,
                battery,
                reversal,
                proof,
                before.peaks().see(grid),
                setpoint,
                excursions,
                doubts,
                stage,
                starting,
                nowNanos);
    }

    /**
     * Too much was flowing out when the meter was heard last, and what became of it should be here
     * by now. What is known is no ground for letting anything flow any longer.
     */
    boolean lateInExcess() {
        return excursions.running() && doubts.contains(Reason.GRID_LATE) && !grid.islanded();
    }

    /** {@return the incoming limit, never negative; infinite when it is missing or too old} */
    private static double setpointW(LimitSettings settings, Sample setpoint, long nowNanos) {
        boolean old = setpoint.ageNanos(nowNanos) > settings.trust().setpointStaleNanos();
        return old || !Double.isFinite(setpoint.value())
                ? Double.POSITIVE_INFINITY
                : Math.max(0, setpoint.value());
    }

    private static double ratedW(LimitSettings settings, Readings readings) {
        return settings.units().stream()
                .mapToDouble(unit -> unit.fixed().orElse(readings, unit.number()).ratedW())
                .sum();
    }

    private static boolean counts(LimitSettings settings) {
        return settings.site().battery().use() == LimitSettings.BatteryUse.FIRST;
    }

    private static void add(Set<Reason> doubts, boolean holds, Reason reason) {
        if (holds) {
            doubts.add(reason);
        }
    }

    /**
     * What may still be generated besides what is generated now: of all phases together, or of each
     * where each is bounded. Negative when less must be.
     */
    List<Double> roomsW(double marginW) {
        return roomsW(marginW, grid.watts());
    }

    /** {@return the same with what the meter showed at most since a moment; empty when unknown} */
    List<Double> mostRoomsW(double marginW, long sinceNanos) {
        return roomsW(marginW, peaks.since(sinceNanos));
    }

    private List<Double> roomsW(double marginW, List<Double> gridW) {
        double share = target.allowedW() - marginW;
        // which phases a battery takes from nobody said
        boolean sum = grid.phases().isEmpty();
        double each = sum ? share + battery.usableW() : share / 3;
        return gridW.stream().map(watts -> watts + each).toList();
    }
}
