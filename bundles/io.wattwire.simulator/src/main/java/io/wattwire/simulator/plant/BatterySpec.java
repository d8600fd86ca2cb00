package io.wattwire.simulator.plant;

/**
 * A battery with its inverter, which by itself holds the grid at 0 W as far as it can.
 *
 * @param capacityWh what it can store, Wh, more than 0
 * @param startSoc state of charge at the start, %
 * @param minSoc state of charge at which it stops discharging, %
 * @param maxChargeW most AC power while charging, W, 0 when its BMS forbids charging
 * @param maxDischargeW most AC power while discharging, W
 * @param efficiency share of the energy that each direction keeps, more than 0, up to 1
 * @param tauS time constant with which its power follows, seconds, 0 for none
 */
public record BatterySpec(
        double capacityWh,
        double startSoc,
        double minSoc,
        double maxChargeW,
        double maxDischargeW,
        double efficiency,
        double tauS) {

    /**
     * Checks the values.
     *
     * @param capacityWh what it can store
     * @param startSoc state of charge at the start
     * @param minSoc state of charge at which it stops discharging
     * @param maxChargeW most AC power while charging
     * @param maxDischargeW most AC power while discharging
     * @param efficiency share of the energy that each direction keeps
     * @param tauS time constant with which its power follows
     * @throws IllegalArgumentException when one is out of its range
     */
    public BatterySpec {
        if (!(capacityWh > 0) || !(maxChargeW >= 0) || !(maxDischargeW >= 0) || !(tauS >= 0)) {
            throw new IllegalArgumentException(
                    "battery needs a capacity above 0 Wh and no negative powers or times");
        }
        if (!(minSoc >= 0 && minSoc <= startSoc && startSoc <= 100)) {
            throw new IllegalArgumentException("battery needs 0 <= least charge <= start <= 100 %");
        }
        if (!(efficiency > 0 && efficiency <= 1)) {
            throw new IllegalArgumentException("battery efficiency must be above 0 and at most 1");
        }
    }

    /**
     * A usual home battery of 10 kWh and 3 kW, half full.
     *
     * @return the battery
     */
    public static BatterySpec home10kWh() {
        return new BatterySpec(10_000, 50, 10, 3_000, 3_000, 0.96, 0.8);
    }
}
