package io.wattwire.limit.supervisor;

/** The two ways through the connection; each has its own limit and its own clock. */
public enum Direction {
    /** Out of the house, the maximum export limit (MEL). */
    EXPORT("export", -1),
    /** Into the house, the maximum import limit (MIL). */
    IMPORT("import", 1);

    private final String text;
    private final int sign;

    Direction(String text, int sign) {
        this.text = text;
        this.sign = sign;
    }

    /**
     * As it is said in status and log.
     *
     * @return one word
     */
    public String text() {
        return text;
    }

    /** {@return how much of a grid power flows this way; negative when it flows the other way} */
    double of(double gridPowerW) {
        return sign * gridPowerW;
    }
}
