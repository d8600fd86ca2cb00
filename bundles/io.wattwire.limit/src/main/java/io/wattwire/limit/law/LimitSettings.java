package io.wattwire.limit.law;

import java.util.List;

/**
 * Everything the installer chose, already checked. Immutable; powers in W, times in ns.
 *
 * @param refused these stand in for a configuration that was refused: the limit never opens
 * @param units the inverters, numbered from 1 in this order; at least one
 * @param site what concerns all of them
 * @param bounds how much
 * @param pace how fast
 * @param trust when to believe a reading
 */
public record LimitSettings(
        boolean refused, List<Unit> units, Site site, Bounds bounds, Pace pace, Trust trust) {

    /**
     * Refuses inverters that are not numbered from 1 in their order.
     *
     * @param refused these stand in for a refused configuration
     * @param units the inverters
     * @param site what concerns all of them
     * @param bounds how much
     * @param pace how fast
     * @param trust when to believe a reading
     */
    public LimitSettings {
        units = List.copyOf(units);
        if (units.isEmpty()) {
            throw new IllegalArgumentException("no inverter");
        }
        for (int i = 0; i < units.size(); i++) {
            if (units.get(i).number() != i + 1) {
                throw new IllegalArgumentException("inverters are numbered from 1 in their order");
            }
            if (units.get(i).phase() < 0 || units.get(i).phase() > 3) {
                throw new IllegalArgumentException("an inverter is on phase 1 to 3, or 0: all");
            }
        }
    }

    /** Who closes the loop around one inverter. */
    public enum Mode {
        /** We compute the inverter's limit again at each grid reading. */
        REGULATE,
        /** The device has its own loop at the grid point: we set it once and watch. */
        DELEGATE
    }

    /** What becomes of a limit below the inverter's minimum. */
    public enum BelowMinimum {
        /** The export bound wins: the inverter is stopped. */
        STOP,
        /** The inverter goes on at its minimum, which may be exported. */
        HOLD
    }

    /** What of a grid connection with three phases is bounded. */
    public enum PhaseRule {
        /** The sum of all phases. */
        SUM,
        /** Each phase: a third of the allowed export on each of them. */
        WORST
    }

    /** What a battery means for the limits of the inverters. */
    public enum BatteryUse {
        /** It is part of the house. What it could still take counts as nothing. */
        SEEN,
        /** The inverters run free as far as it takes what they generate. */
        FIRST
    }

    /** How several inverters share what may be generated. */
    public enum Sharing {
        /** In proportion to their rated power, as far as each can use it. */
        RATING,
        /** The lowest priority number first, as far as it can use it; then the next. */
        PRIORITY
    }

    /**
     * One inverter.
     *
     * @param number from 1; also its output port
     * @param name for texts
     * @param mode who closes the loop
     * @param fixed figures that the installer fixed; NaN where the device tells them
     * @param failSafe what it does by itself when this gateway vanishes
     * @param capW its limit never exceeds it; infinite when there is none
     * @param priority the lowest number is served first with {@link Sharing#PRIORITY}
     * @param phase 1 to 3 for an inverter on one phase; 0 for one on all three
     */
    public record Unit(
            int number,
            String name,
            Mode mode,
            Figures fixed,
            FailSafeClass failSafe,
            double capW,
            int priority,
            int phase) {}

    /**
     * What concerns all inverters together.
     *
     * @param sharing among several inverters
     * @param phases what is bounded at the grid connection
     * @param setpoint whether an incoming limit of the inverters is to be followed
     * @param target whether an incoming allowed export is to be followed
     * @param schedule allowed export by time of day, earliest first; empty when there is none
     * @param balance export beyond the bound as long as an energy budget lasts
     * @param battery what a battery means
     */
    public record Site(
            Sharing sharing,
            PhaseRule phases,
            boolean setpoint,
            boolean target,
            List<Entry> schedule,
            Balance balance,
            Battery battery) {

        /** As simple as a site can be. */
        public static final Site PLAIN =
                new Site(
                        Sharing.RATING,
                        PhaseRule.SUM,
                        false,
                        false,
                        List.of(),
                        Balance.NONE,
                        Battery.NONE);
    }

    /**
     * One line of the schedule. It holds until the next one, the last one until the first.
     *
     * @param secondOfDay from when, local time, 0 to 86,399
     * @param allowedExportW what may be exported then; only ever lowers the bound
     */
    public record Entry(int secondOfDay, double allowedExportW) {}

    /**
     * Net export that is tolerated before the bound is enforced. The balance is import less export.
     *
     * @param used whether there is such a budget
     * @param startKwh the bound is enforced from this balance down, for example -2
     * @param stopKwh and left again from this balance up, for example -1
     * @param freeExportW the bound while it is not enforced
     */
    public record Balance(boolean used, double startKwh, double stopKwh, double freeExportW) {

        /** The bound always holds. */
        public static final Balance NONE = new Balance(false, 0, 0, 0);
    }

    /**
     * What a battery means for the limits.
     *
     * @param use whether what it could still take counts
     * @param fullSoc from this state of charge up, in %, it counts as full
     * @param againSoc and from this one down as not full again
     * @param reserveW what is left to the battery inverter's own loop
     * @param commanded whether its set-point is commanded by us
     */
    public record Battery(
            BatteryUse use, double fullSoc, double againSoc, double reserveW, boolean commanded) {

        /** Part of the house. */
        public static final Battery NONE = new Battery(BatteryUse.SEEN, 92, 88, 100, false);
    }

    /**
     * How much is allowed.
     *
     * @param allowedExportW what may be exported; negative asks for that much import
     * @param fallbackW the limit of all inverters together without a trusted meter; at most the
     *     allowed export
     * @param installerCapW never exceeded by all together; infinite when there is none
     * @param belowMinimum what becomes of a limit below an inverter's minimum
     * @param marginW kept free below the bound
     * @param deadBandW changes smaller than this are left alone
     */
    public record Bounds(
            double allowedExportW,
            double fallbackW,
            double installerCapW,
            BelowMinimum belowMinimum,
            double marginW,
            double deadBandW) {}

    /**
     * How fast limits move.
     *
     * @param risePerSecond share of the rated power per second
     * @param riseDelayNanos how long there must be room before the limit rises
     * @param spacingNanos between a write and a following rise or repetition
     * @param keepAliveNanos after which an unchanged limit is written again
     */
    public record Pace(
            double risePerSecond, long riseDelayNanos, long spacingNanos, long keepAliveNanos) {}

    /**
     * When a reading is believed.
     *
     * @param gridStaleNanos a grid reading older than this is not
     * @param inverterStaleNanos nor an inverter's power
     * @param readBackStaleNanos nor an inverter's own limit
     * @param setpointStaleNanos nor an incoming set-point
     * @param gridFrozenNanos how long the meter may show exactly the same value
     * @param gridMaxW what the fuses of the connection let through; twice that is absurd
     * @param goodReadings grid readings in a row that open the limit
     */
    public record Trust(
            long gridStaleNanos,
            long inverterStaleNanos,
            long readBackStaleNanos,
            long setpointStaleNanos,
            long gridFrozenNanos,
            double gridMaxW,
            int goodReadings) {}
}
