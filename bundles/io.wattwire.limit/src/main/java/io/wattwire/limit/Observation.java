package io.wattwire.limit;

import io.wattwire.limit.LimitSettings.Trust;
import java.util.EnumSet;
import java.util.Set;

/**
 * What one evaluation sees: the inputs after a look at the newest samples, and the doubts about
 * them.
 */
record Observation(
        Watch grid,
        Watch inverter,
        ReadBack readBack,
        Sample setpoint,
        Figures figures,
        Excursions excursions,
        long nowNanos) {

    /** A register that says more than twice the rated power was misread. */
    private static final double ABSURD_FACTOR = 2;

    static Observation of(
            LimitSettings settings, LimitState before, Readings readings, long nowNanos) {
        Figures figures = settings.fixed().orElse(readings);
        double fuse = settings.trust().gridMaxW();
        Watch grid = before.grid().see(readings.of(Input.GRID), ABSURD_FACTOR * fuse);
        double inverterMax = figures.known() ? figures.ratedW() : fuse;
        boolean beyond =
                grid.last().value() < -settings.bounds().allowedExportW() - Excursions.TOLERANCE_W;
        return new Observation(
                grid,
                before.inverter().see(readings.of(Input.INVERTER), ABSURD_FACTOR * inverterMax),
                before.readBack()
                        .see(readings.of(Input.READ_BACK), before.limitW(), before.emission()),
                readings.of(Input.SETPOINT),
                figures,
                grid.fresh() ? before.excursions().see(beyond, nowNanos) : before.excursions(),
                nowNanos);
    }

    Set<Reason> gridDoubts(Trust trust) {
        EnumSet<Reason> doubts = EnumSet.noneOf(Reason.class);
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
        if (grid.equalNanos() > trust.gridFrozenNanos()) {
            doubts.add(Reason.GRID_FROZEN);
        }
        return doubts;
    }

    Set<Reason> inverterDoubts(Trust trust) {
        EnumSet<Reason> doubts = EnumSet.noneOf(Reason.class);
        if (!figures.known()) {
            doubts.add(Reason.FIGURES_UNKNOWN);
        }
        if (!inverter.last().present()) {
            doubts.add(Reason.INVERTER_MISSING);
        } else if (inverter.last().ageNanos(nowNanos) > trust.inverterStaleNanos()) {
            doubts.add(Reason.INVERTER_STALE);
        }
        if (inverter.refused()) {
            doubts.add(Reason.INVERTER_ABSURD);
        }
        return doubts;
    }

    Set<Reason> readBackDoubts(Trust trust) {
        EnumSet<Reason> doubts = EnumSet.noneOf(Reason.class);
        if (!readBack.last().present()) {
            doubts.add(Reason.READ_BACK_MISSING);
        } else if (readBack.last().ageNanos(nowNanos) > trust.readBackStaleNanos()) {
            doubts.add(Reason.READ_BACK_STALE);
        }
        if (readBack.above()) {
            doubts.add(Reason.READ_BACK_ABOVE);
        }
        if (readBack.tally().alarm()) {
            doubts.add(Reason.READ_BACK_ALARM);
        }
        return doubts;
    }

    boolean setpointMissing(Trust trust) {
        return !Double.isFinite(setpoint.value())
                || setpoint.ageNanos(nowNanos) > trust.setpointStaleNanos();
    }
}
