package io.wattwire.publish.venus;

/**
 * The rule of {@code /Settings/DynamicGeneration}, as dbus-modbus-client with a Growatt has it: the
 * generation is derated when the house has exported more than 2 kWh beyond the reference, import
 * less export, that the owner set as {@code energyDifference}; {@code derateGeneration} switches
 * it. It ends 1 kWh later, so that it does not come and go.
 *
 * <p>What it gives is an allowed export, which a limit takes as a further bound beside its own: it
 * can be stricter than these, never looser. Whatever is not known is nothing. For one thread.
 */
final class EnergyRule {

    private static final double START_KWH = -2;
    private static final double STOP_KWH = -1;

    /** Further away it is no balance of this house: a new meter, or a wrong reference. */
    private static final double PLAUSIBLE_KWH = 200;

    private boolean derating = true;

    /**
     * Decides.
     *
     * @param difference the reference, kWh; 0: not configured; NaN: not known
     * @param derate 1: on, 0: off; NaN: not known
     * @param balanceKwh import less export of the meter; NaN: not known
     * @param freeW what may be exported where nothing is derated
     * @return what may be exported, W
     */
    double allowedExportW(double difference, double derate, double balanceKwh, double freeW) {
        if (Double.isNaN(difference) || Double.isNaN(derate)) {
            return 0;
        }
        if (difference == 0 || derate == 0) {
            derating = true; // a rule that begins is strict until its balance says otherwise
            return freeW;
        }
        double off = balanceKwh - difference;
        if (Double.isNaN(off) || Math.abs(off) > PLAUSIBLE_KWH) {
            derating = true;
            return 0;
        }
        derating = derating ? off < STOP_KWH : off < START_KWH;
        return derating ? 0 : freeW;
    }
}
