package io.wattwire.limit;

/** What the inverter does by itself when this gateway vanishes. */
enum FailSafeClass {
    A("the inverter lowers its limit by itself when our writes stop"),
    B("the inverter's own meter guards the grid; it does not watch this gateway"),
    C("not fail-safe on loss of the gateway: the inverter keeps the last limit");

    private final String note;

    FailSafeClass(String note) {
        this.note = note;
    }

    String note() {
        return note;
    }
}
