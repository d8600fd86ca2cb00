package io.wattwire.simulator.plant;

/**
 * The powers of one moment, in W.
 *
 * @param availableW what the inverter could give: the sun, at most its rating
 * @param inverterW what the PV inverter gives, AC side
 * @param loadW what the house draws
 * @param batteryW what the battery takes, + charging
 */
public record PowerFlow(double availableW, double inverterW, double loadW, double batteryW) {

    /**
     * Power at the grid connection.
     *
     * @return W, + import
     */
    public double gridW() {
        return loadW + batteryW - inverterW;
    }
}
