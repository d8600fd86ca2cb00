package io.wattwire.limit;

import io.wattwire.device.wire.Source;
import java.util.Map;

/**
 * Everything the installer chose, already checked. Immutable; powers in W, times in ns.
 *
 * @param refused these stand in for a configuration that was refused: the limit never opens
 */
record LimitSettings(
        boolean refused,
        Mode mode,
        Map<Input, Source> sources,
        Bounds bounds,
        Pace pace,
        Trust trust,
        Figures fixed,
        FailSafeClass failSafe) {

    enum Mode {
        /** We compute the inverter's limit again at each grid reading. */
        REGULATE,
        /** The device has its own loop at the grid point: we set it once and watch. */
        DELEGATE
    }

    enum BelowMinimum {
        /** The export bound wins: the inverter is stopped. */
        STOP,
        /** The inverter goes on at its minimum, which may be exported. */
        HOLD
    }

    /**
     * @param allowedExportW what may be exported; negative asks for that much import
     * @param fallbackW the limit without a trusted meter; at most the allowed export
     * @param installerCapW never exceeded; infinite when there is none
     * @param marginW kept free below the bound
     * @param deadBandW changes smaller than this are left alone
     */
    record Bounds(
            double allowedExportW,
            double fallbackW,
            double installerCapW,
            BelowMinimum belowMinimum,
            double marginW,
            double deadBandW) {}

    /**
     * @param risePerSecond share of the rated power per second
     * @param riseDelayNanos how long there must be room before the limit rises
     * @param spacingNanos between a write and a following rise or repetition
     * @param keepAliveNanos after which an unchanged limit is written again
     */
    record Pace(
            double risePerSecond, long riseDelayNanos, long spacingNanos, long keepAliveNanos) {}

    /**
     * @param gridFrozenNanos how long the meter may show exactly the same value
     * @param gridMaxW what the fuses of the connection let through; twice that is absurd
     * @param goodReadings grid readings in a row that open the limit
     */
    record Trust(
            long gridStaleNanos,
            long inverterStaleNanos,
            long readBackStaleNanos,
            long setpointStaleNanos,
            long gridFrozenNanos,
            double gridMaxW,
            int goodReadings) {}
}
