package io.wattwire.device.link;

/**
 * Who goes next on a shared wire: a more urgent exchange waits for the frame on the wire and for
 * nothing else.
 */
public enum Priority {
    /** Control writes: a limit must not wait behind reads. */
    CONTROL,
    /** Values that a control loop works with. */
    FAST,
    /** All that may come late. */
    SLOW
}
