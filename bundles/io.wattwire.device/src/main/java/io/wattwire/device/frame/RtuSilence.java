package io.wattwire.device.frame;

/**
 * The silence that separates RTU frames: 3.5 characters of 11 bits, or 1.75 ms above 19,200 Bd
 * (Modbus over serial line 1.02, 2.5.1.1).
 */
public final class RtuSilence {

    private static final int FAST_BAUD = 19_200;
    private static final long FAST_NANOS = 1_750_000;
    private static final double BITS = 3.5 * 11;
    private static final double SECOND = 1e9;

    private RtuSilence() {}

    /**
     * Tells how long it lasts.
     *
     * @param baud speed of the line
     * @return nanoseconds
     */
    public static long nanos(int baud) {
        return baud > FAST_BAUD ? FAST_NANOS : (long) (BITS * SECOND / baud);
    }
}
