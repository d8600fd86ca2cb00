package io.wattwire.limit.supervisor;

/** Who lives behind the connection; it decides who may reset a lock-out. */
public enum Scheme {
    /** The owner resets the first lock-outs of 30 days, then only the installer does. */
    DOMESTIC,
    /** Anybody resets after four hours, the installer earlier. */
    COMMERCIAL
}
