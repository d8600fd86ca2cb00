package io.wattwire.device.session;

/**
 * What a command may rely on of what was read before it.
 *
 * @param mark samples from this mark on hold still
 * @param kind how much that is
 */
record Trust(long mark, Kind kind) {

    /** How much is relied on. */
    enum Kind {
        /** Nothing: it is read first. */
        NONE,
        /** What was read since the mark. */
        SINCE,
        /** The last value of each register, however old. */
        LAST_KNOWN,
        /**
         * The same, but the device may have restarted since and forgotten what it does not store.
         */
        LAST_STORED
    }

    static final Trust NONE = new Trust(0, Kind.NONE);

    static Trust since(long mark) {
        return new Trust(mark, Kind.SINCE);
    }

    /**
     * @param away whether the device may have restarted meanwhile
     */
    static Trust lastKnown(boolean away) {
        return new Trust(RegisterWriter.LAST_KNOWN, away ? Kind.LAST_STORED : Kind.LAST_KNOWN);
    }

    boolean isLastKnown() {
        return kind == Kind.LAST_KNOWN || kind == Kind.LAST_STORED;
    }
}
