package io.wattwire.device.model;

/**
 * Which word of a value of several words comes first; the bytes inside a word are always
 * big-endian.
 */
public enum WordOrder {
    /** The most significant word has the lowest address (SMA, Huawei, Growatt, Eastron). */
    BIG,
    /** The least significant word has the lowest address (Deye, WattNode). */
    LITTLE
}
