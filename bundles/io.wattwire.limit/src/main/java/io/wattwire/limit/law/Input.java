package io.wattwire.limit.law;

/** The values that the limit takes from the wires: some once per site, some once per inverter. */
public enum Input {
    /** Power at the grid meter, W, + import, - export. */
    GRID(true),
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
