package io.wattwire.limit.law;

/** What the inverter does by itself when this gateway vanishes. */
public enum FailSafeClass {
    /** Its watchdog on our writes lowers it. */
    A("the inverter lowers its limit by itself when our writes stop"),
    /** Its own meter loop guards the grid. */
    B("the inverter's own meter guards the grid; it does not watch this gateway"),
    /** Nothing does. */
    C("not fail-safe on loss of the gateway: the inverter keeps the last limit");

    private final String note;

    FailSafeClass(String note) {
        this.note = note;
    }

    /**
     * What status, page and report say.
     *
     * @return one sentence
     */
    public String note() {
        return note;
    }
}
