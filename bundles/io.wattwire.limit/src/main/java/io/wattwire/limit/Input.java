package io.wattwire.limit;

/** The values that the limit takes from the wires. */
enum Input {
    /** Power at the grid meter, W, + import, - export. */
    GRID,
    /** AC power of the inverter, W, + generating. */
    INVERTER,
    /** The limit that the device says it obeys, W. */
    READ_BACK,
    /** A further limit from outside (tariff, grid operator, another controller), W. */
    SETPOINT,
    /** Rated AC power of the inverter, W. */
    RATED,
    /** Smallest limit above zero that the inverter can follow, W. */
    MINIMUM,
    /** Width of one step of the inverter's limit, W. */
    STEP
}
