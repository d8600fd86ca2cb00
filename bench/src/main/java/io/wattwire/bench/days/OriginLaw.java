package io.wattwire.bench.days;

/**
 * ieb/dbus-modbus-client's law for a Growatt under a Victron, from the facts: battery first, a
 * moving average per evaluation, whole percents rounded up. Its energy balance is taken to ask for
 * limiting.
 */
final class OriginLaw implements Law {

    private static final double WEIGHT = 0.2;
    private static final double LOWEST_PERCENT = 2;
    private static final double OFFLINE_W = 50;
    private static final double BATTERY_NEARLY_FULL = 90;
    private static final double BULK_BELOW = 90;
    private static final double ABSORBED_ABOVE = 99;

    private double average = 100;
    private double granted;
    private double register = 100;

    @Override
    public double limitW(Seen seen) {
        if (seen.inverterW() < OFFLINE_W) {
            // the register keeps what was written last
            double written = writtenW();
            granted = 0;
            average = 100;
            return written;
        }
        boolean first = seen.batteryW() > 0 && seen.soc() < BATTERY_NEARLY_FULL;
        grant(first ? DayPlant.RATED_W : wantedW(seen));
        return writtenW();
    }

    private double writtenW() {
        return register * DayPlant.RATED_W / 100;
    }

    private static double wantedW(Seen seen) {
        double wanted = seen.gridW() + seen.inverterW();
        boolean charging = seen.batteryW() > 0;
        if (charging && seen.soc() < BULK_BELOW) {
            wanted += 20;
        } else if (charging && seen.soc() < ABSORBED_ABOVE) {
            wanted += 40;
        }
        // what the Multi takes in is negative while it discharges
        return seen.batteryW() < -100 ? wanted - seen.batteryW() : wanted;
    }

    private void grant(double watts) {
        double percent = 100 * watts / DayPlant.RATED_W;
        percent = Math.max(LOWEST_PERCENT, Math.min(100, percent));
        average = WEIGHT * percent + (1 - WEIGHT) * average;
        if (Math.abs(granted - average) > 1) {
            granted = average;
            register = Math.ceil(granted);
        }
    }
}
