package io.wattwire.simulator.plant;

import java.util.OptionalDouble;

/** The battery and its own loop. Not thread-safe, the plant's lock guards it. */
final class Battery {

    private final BatterySpec spec;
    private double storedWh;
    private double watts;
    private OptionalDouble setpointW = OptionalDouble.empty();

    Battery(BatterySpec spec) {
        this.spec = spec;
        this.storedWh = spec.capacityWh() * spec.startSoc() / 100;
    }

    void setpoint(OptionalDouble wanted) {
        setpointW = wanted;
    }

    /**
     * Moves on.
     *
     * @param surplusW generation minus load, W: what the battery would take to hold the grid at 0
     */
    void step(double surplusW, double dt) {
        double wanted = setpointW.orElse(surplusW);
        double target = Math.max(-dischargeableW(dt), Math.min(chargeableW(dt), wanted));
        double share = spec.tauS() == 0 ? 1 : -Math.expm1(-dt / spec.tauS());
        double next = watts + (target - watts) * share;
        // a full or empty battery stops at once, however slow its loop is
        watts = Math.max(-dischargeableW(dt), Math.min(chargeableW(dt), next));
        double hours = dt / 3_600;
        storedWh +=
                watts > 0 ? watts * spec.efficiency() * hours : watts / spec.efficiency() * hours;
    }

    private double chargeableW(double dt) {
        double room = (spec.capacityWh() - storedWh) / spec.efficiency() * 3_600 / dt;
        return Math.max(0, Math.min(spec.maxChargeW(), room));
    }

    private double dischargeableW(double dt) {
        double left = storedWh - spec.capacityWh() * spec.minSoc() / 100;
        return Math.max(0, Math.min(spec.maxDischargeW(), left * spec.efficiency() * 3_600 / dt));
    }

    double acceptanceW(double dt) {
        return setpointW.isPresent() ? 0 : Math.max(0, chargeableW(dt) - watts);
    }

    double watts() {
        return watts;
    }

    double soc() {
        return storedWh / spec.capacityWh() * 100;
    }
}
