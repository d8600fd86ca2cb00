package io.wattwire.limit.law;

import io.wattwire.limit.law.LimitSettings.Trust;
import io.wattwire.limit.law.LimitSettings.Unit;
import java.util.EnumSet;
import java.util.Set;

/**
 * What one evaluation sees of one inverter: its inputs after a look at the newest samples, and the
 * doubts about them.
 */
record UnitView(
        Unit settings, Watch inverter, ReadBack readBack, Figures figures, Set<Reason> doubts) {

    /** A register that says more than twice the rated power was misread. */
    private static final double ABSURD_FACTOR = 2;

    static UnitView of(
            LimitSettings settings, Unit unit, LimitState state, Readings readings, SiteView site) {
        Trust trust = settings.trust();
        UnitState before = state.unit(unit.number());
        Figures figures = unit.fixed().orElse(readings, unit.number());
        double inverterMax = figures.known() ? figures.ratedW() : trust.gridMaxW();
        Watch inverter =
                before.inverter()
                        .see(
                                readings.of(Input.INVERTER, unit.number()),
                                ABSURD_FACTOR * inverterMax);
        ReadBack readBack =
                before.readBack()
                        .see(
                                readings.of(Input.READ_BACK, unit.number()),
                                before.limitW(),
                                before.emission(),
                                figures.ratedW(),
                                site.nowNanos());
        if (unit.mode() == LimitSettings.Mode.REGULATE && unanswered(readBack, site)) {
            readBack = readBack.alarmed();
        }
        Set<Reason> doubts = readBackDoubts(readBack, trust, site.nowNanos());
        if (unit.mode() == LimitSettings.Mode.REGULATE) {
            doubts.addAll(inverterDoubts(inverter, trust, site.nowNanos()));
            if (readBack.raised()) {
                doubts.add(Reason.READ_BACK_RAISED);
            }
            if (!figures.known()) {
                doubts.add(Reason.FIGURES_UNKNOWN);
            }
        }
        return new UnitView(unit, inverter, readBack, figures, doubts);
    }

    /** Lowering it was of no use: too much flows out, or the line to it and the meter is gone. */
    private static boolean unanswered(ReadBack readBack, SiteView site) {
        Answer answer = readBack.answer();
        boolean blind = site.doubts().contains(Reason.GRID_STALE);
        Sample grid = site.grid().total().last();
        return blind
                ? answer.lineGone(readBack.last(), grid, site.nowNanos())
                : site.excursions().running() && answer.overdue(site.nowNanos());
    }

    int number() {
        return settings.number();
    }

    /** {@return what the doubts about it and about the site do to its limit} */
    Stage stage(SiteView site) {
        return Stage.worst(site.stage(), Stage.worst(doubts));
    }

    private static Set<Reason> inverterDoubts(Watch inverter, Trust trust, long nowNanos) {
        Set<Reason> doubts = EnumSet.noneOf(Reason.class);
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

    private static Set<Reason> readBackDoubts(ReadBack readBack, Trust trust, long nowNanos) {
        Set<Reason> doubts = EnumSet.noneOf(Reason.class);
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
}
