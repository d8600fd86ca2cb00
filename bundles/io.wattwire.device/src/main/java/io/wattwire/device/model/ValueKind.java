package io.wattwire.device.model;

/** The Java type of an engineering value. */
public enum ValueKind {
    /** A {@link Double}: all scaled numbers. */
    DOUBLE,
    /** A {@link Long}: sets of flags and unscaled 64-bit counters. */
    LONG,
    /** A {@link String}: text, labels of states, times. */
    STRING,
    /** A {@link Boolean}. */
    BOOLEAN
}
