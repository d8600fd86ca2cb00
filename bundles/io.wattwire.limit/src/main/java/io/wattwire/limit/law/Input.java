package io.wattwire.limit.law;

/** The values that the limit takes from the wires: some once per site, some once per inverter. */
public enum Input {
    /** Power at the grid meter, W, + import, - export. */
    GRID(true),
    /** As {@link #GRID}, of phase 1. */
    GRID_L1(true),
    /** As {@link #GRID}, of phase 2. */
    GRID_L2(true),
    /** As {@link #GRID}, of phase 3. */
    GRID_L3(true),
    /** Whether the site is connected to the grid: 0 when islanded. */
    CONNECTED(true),
    /** Energy taken from the grid so far, kWh, counting up. */
    ENERGY_IMPORT(true),
    /** Energy fed into the grid so far, kWh, counting up. */
    ENERGY_EXPORT(true),
    /** Power of the battery, W, + charging, - discharging. */
    BATTERY(true),
    /** What the battery would take at present, W. */
    BATTERY_MAX_CHARGE(true),
    /** What the battery would give at present, W. */
    BATTERY_MAX_DISCHARGE(true),
    /** State of charge, %. */
    BATTERY_SOC(true),
    /** An allowed export from outside (tariff, grid operator), W; negative asks for import. */
    TARGET(true),
    /** Local time, seconds since midnight; for a schedule. */
    TIME_OF_DAY(true),
    /** A further limit from outside for all inverters together, W. */
    SETPOINT(true),
    /** AC power of the inverter, W, + generating. */
    INVERTER(false),
    /** The limit that the device says it obeys, W. */
    READ_BACK(false),
    /** Rated AC power of the inverter, W. */
    RATED(false),
    /** Smallest limit above zero that the inverter can follow, W. */
    MINIMUM(false),
    /** Width of one step of the inverter's limit, W. */
    STEP(false);

    private final boolean ofSite;

    Input(boolean ofSite) {
        this.ofSite = ofSite;
    }

    /**
     * Whether there is one for the whole site.
     *
     * @return false when each inverter has its own
     */
    public boolean ofSite() {
        return ofSite;
    }
}
