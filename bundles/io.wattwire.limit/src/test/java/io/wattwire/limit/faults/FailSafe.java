package io.wattwire.limit.faults;

/** What an inverter does by itself when nobody speaks to it. */
enum FailSafe {
    /** Its watchdog on our writes ends the limit in a low one. */
    A,
    /** Its own meter guards the grid. */
    B,
    /** Nothing. */
    C
}
