package io.wattwire.device.model;

/** How often a register is worth reading. */
public enum Rate {
    /** In every cycle. */
    FAST,
    /** In what is left of a cycle's time. */
    SLOW,
    /** Once per connection. */
    STATIC
}
