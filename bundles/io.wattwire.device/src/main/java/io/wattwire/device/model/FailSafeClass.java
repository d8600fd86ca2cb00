package io.wattwire.device.model;

/** What a device does alone, when whoever commands it vanishes. */
public enum FailSafeClass {
    /** It watches our link and falls back by itself. */
    A,
    /** It does not watch the link, but a meter loop of its own guards the grid point. */
    B,
    /** Nothing: the last command stays in force. */
    C
}
