package io.wattwire.device.model;

/** What a device does alone, when whoever commands it vanishes. */
public enum FailSafeClass {
    /**
     * It watches our link and falls back by itself, to what is safe: a limit becomes lower, a
     * battery rests. A watchdog that opens a limit makes no class A.
     */
    A,
    /** It does not watch the link, but a meter loop of its own guards the grid point. */
    B,
    /** Nothing that is safe: the last command stays in force, or ends by opening. */
    C
}
