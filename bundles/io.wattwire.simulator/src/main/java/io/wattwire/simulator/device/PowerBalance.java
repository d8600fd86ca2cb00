package io.wattwire.simulator.device;

import java.util.OptionalDouble;

/**
 * Powers of a house in which a device lives: sun, load, and what the device makes of them. What is
 * commanded is reached with a lag. W; battery + is charging, grid + is import. Not thread-safe.
 */
final class PowerBalance {

    static final double START_SOC = 55;
    static final double CAPACITY_KWH = 10;

    private static final double LAG_S = 1;
    private static final double FULL = 100;
    private static final double HOUR_S = 3_600;

    /** A battery at rest with itself leaves a part of the surplus to the grid. */
    private static final double OWN_SHARE = 5.0 / 6;

    /**
     * What the device is.
     *
     * @param sunW power of the house's PV
     * @param loadW power of its consumers
     * @param pv whether the PV hangs on the device; else on the AC side beside it
     * @param battery whether it has a battery
     * @param mostW rating, also of the battery in both directions
     */
    record Site(double sunW, double loadW, boolean pv, boolean battery, double mostW) {}

    /**
     * What is commanded.
     *
     * @param battery set-point, empty when the device decides itself
     * @param atAcSide whether the set-point is of the AC side, where what the PV gives behind it
     *     goes into the battery besides
     * @param inverterLimit most at the AC terminals
     * @param exportLimit most at the grid connection
     */
    record Command(
            OptionalDouble battery,
            boolean atAcSide,
            OptionalDouble inverterLimit,
            OptionalDouble exportLimit) {}

    private final Site site;
    private double batteryW;
    private double pvW;
    private double soc = START_SOC;
    private double chargedKwh;
    private double dischargedKwh;
    private double pvKwh;
    private double importKwh;
    private double exportKwh;

    PowerBalance(Site site, Command first) {
        this.site = site;
        batteryW = batteryTarget(first);
        pvW = pvTarget(first);
    }

    void advance(double seconds, Command command) {
        double share = 1 - Math.exp(-seconds / LAG_S);
        batteryW += (batteryTarget(command) - batteryW) * share;
        pvW += (pvTarget(command) - pvW) * share;
        double hours = seconds / HOUR_S;
        double kwh = hours / 1_000;
        chargedKwh += Math.max(0, batteryW) * kwh;
        dischargedKwh += Math.max(0, -batteryW) * kwh;
        pvKwh += pvW * kwh;
        importKwh += Math.max(0, grid()) * kwh;
        exportKwh += Math.max(0, -grid()) * kwh;
        soc = Math.max(0, Math.min(FULL, soc + batteryW * kwh / CAPACITY_KWH * FULL));
    }

    private double batteryTarget(Command command) {
        if (!site.battery()) {
            return 0;
        }
        double free = OWN_SHARE * (site.sunW() - site.loadW());
        double behind = command.atAcSide() ? pvW : 0;
        OptionalDouble told = command.battery();
        double wanted = told.isPresent() ? told.getAsDouble() + behind : free;
        double most = soc >= FULL ? 0 : site.mostW();
        double least = soc <= 0 ? 0 : -site.mostW();
        return Math.max(least, Math.min(most, wanted));
    }

    /** Curtailed until neither inverter nor grid connection carry more than allowed. */
    private double pvTarget(Command command) {
        if (!site.pv()) {
            return 0;
        }
        double most = Math.min(site.sunW(), site.mostW());
        if (command.inverterLimit().isPresent()) {
            most = Math.min(most, command.inverterLimit().getAsDouble() + batteryW);
        }
        if (command.exportLimit().isPresent()) {
            double export = command.exportLimit().getAsDouble();
            most = Math.min(most, export + site.loadW() + batteryW);
        }
        return Math.max(0, most);
    }

    double battery() {
        return batteryW;
    }

    double pv() {
        return pvW;
    }

    /** At the AC terminals, + is generating. */
    double inverter() {
        return pvW - batteryW;
    }

    double load() {
        return site.loadW();
    }

    double grid() {
        double beside = site.pv() ? 0 : site.sunW();
        return site.loadW() - inverter() - beside;
    }

    double soc() {
        return soc;
    }

    double charged() {
        return chargedKwh;
    }

    double discharged() {
        return dischargedKwh;
    }

    double generated() {
        return pvKwh;
    }

    double imported() {
        return importKwh;
    }

    double exported() {
        return exportKwh;
    }
}
