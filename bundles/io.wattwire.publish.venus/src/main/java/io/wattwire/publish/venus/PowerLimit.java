package io.wattwire.publish.venus;

/**
 * The limit that a GX asks for by {@code /Ac/PowerLimit}. It only ever makes the law stricter: a
 * value that is no power is refused and changes nothing, a higher one than the inverter's own is
 * that of the inverter, and after 60 s without a repetition there is none any more. Thread-safe.
 */
final class PowerLimit {

    private double askedW = Double.NaN;
    private long askedNanos;

    /**
     * Takes what the GX wants.
     *
     * @param value whatever it wrote
     * @return whether it is a limit
     */
    synchronized boolean ask(Object value, long nowNanos) {
        if (!(value instanceof Number number)) {
            return false;
        }
        double watts = number.doubleValue();
        if (!Double.isFinite(watts) || watts < 0) {
            return false;
        }
        askedW = watts;
        askedNanos = nowNanos;
        return true;
    }

    /** {@return whether the GX limits now} */
    synchronized boolean isInForce(long nowNanos) {
        return !Double.isNaN(askedW) && nowNanos - askedNanos < Times.LIMIT_NANOS;
    }

    /**
     * Tells what may be generated as far as the GX has a say.
     *
     * @param maxW of the inverter; NaN while it is not known
     * @return W; NaN while neither is known
     */
    synchronized double watts(double maxW, long nowNanos) {
        if (!isInForce(nowNanos)) {
            return maxW;
        }
        return Double.isNaN(maxW) ? askedW : Math.min(askedW, maxW);
    }
}
