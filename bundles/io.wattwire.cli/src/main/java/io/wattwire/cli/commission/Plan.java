package io.wattwire.cli.commission;

import java.time.Duration;

/**
 * What is to be tried.
 *
 * @param allowedExportW what may be exported, W
 * @param claimedClass A, B or C; empty for what the driver says
 * @param capW no limit above it is commanded, W; infinite for none
 * @param steps how many times the limit falls
 * @param watch how long to look before the first step
 * @param away how long the link stays closed
 */
public record Plan(
        double allowedExportW,
        String claimedClass,
        double capW,
        int steps,
        Duration watch,
        Duration away) {

    /** What the inverter may generate whatever the house takes. */
    double safeW() {
        return Math.max(0, allowedExportW);
    }
}
