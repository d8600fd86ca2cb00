package io.wattwire.limit.law;

import io.wattwire.limit.law.LimitSettings.PhaseRule;
import io.wattwire.limit.law.LimitSettings.Trust;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The grid meter after a look at the newest samples.
 *
 * @param total of all phases
 * @param phases one each; empty where only the sum is bounded
 * @param islanded the site is cut off from the grid, and the meter shows it
 * @param doubts about any of them
 */
record GridView(Watch total, List<Watch> phases, boolean islanded, Set<Reason> doubts) {

    private static final List<Input> PHASES = List.of(Input.GRID_L1, Input.GRID_L2, Input.GRID_L3);

    /** A meter that shows more than twice what the fuses let through was misread. */
    private static final double ABSURD_FACTOR = 2;

    static GridView of(
            LimitSettings settings, LimitState before, Readings readings, long nowNanos) {
        Trust trust = settings.trust();
        double absurd = ABSURD_FACTOR * trust.gridMaxW();
        Watch total = before.grid().see(readings.of(Input.GRID), absurd);
        List<Watch> phases = phases(settings, before, readings, absurd);
        boolean islanded = islanded(readings.of(Input.CONNECTED), total, trust, nowNanos);
        Set<Reason> doubts = EnumSet.noneOf(Reason.class);
        doubt(doubts, total, trust, nowNanos);
        phases.forEach(phase -> doubt(doubts, phase, trust, nowNanos));
        if (islanded) {
            doubts.add(Reason.ISLANDED);
        } else if (total.equalNanos() > trust.gridFrozenNanos()) {
            // a phase without a load may show the same for hours, and so does a cut-off meter
            doubts.add(Reason.GRID_FROZEN);
        }
        return new GridView(total, phases, islanded, doubts);
    }

    private static List<Watch> phases(
            LimitSettings settings, LimitState before, Readings readings, double absurdAbove) {
        if (settings.site().phases() == PhaseRule.SUM) {
            return List.of();
        }
        List<Watch> phases = new ArrayList<>();
        for (int i = 0; i < PHASES.size(); i++) {
            Watch was = before.phases().isEmpty() ? Watch.NONE : before.phases().get(i);
            phases.add(was.see(readings.of(PHASES.get(i)), absurdAbove));
        }
        return List.copyOf(phases);
    }

    /** {@return what is bounded: all phases together, or each} */
    List<Double> watts() {
        return phases.isEmpty()
                ? List.of(total.last().value())
                : phases.stream().map(phase -> phase.last().value()).toList();
    }

    boolean refused() {
        return doubts.contains(Reason.GRID_ABSURD);
    }

    private static boolean islanded(Sample connected, Watch grid, Trust trust, long nowNanos) {
        return connected.value() == 0
                && connected.ageNanos(nowNanos) <= trust.inverterStaleNanos()
                && Math.abs(grid.last().value()) <= Excursions.TOLERANCE_W;
    }

    private static void doubt(Set<Reason> doubts, Watch grid, Trust trust, long nowNanos) {
        long age = grid.last().ageNanos(nowNanos);
        if (!grid.last().present()) {
            doubts.add(Reason.GRID_MISSING);
        } else if (age > trust.gridStaleNanos()) {
            doubts.add(Reason.GRID_STALE);
        } else if (age > trust.gridStaleNanos() / 2) {
            doubts.add(Reason.GRID_LATE);
        }
        if (grid.refused()) {
            doubts.add(Reason.GRID_ABSURD);
        }
    }
}
