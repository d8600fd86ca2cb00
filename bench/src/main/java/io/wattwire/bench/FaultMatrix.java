package io.wattwire.bench;

/** Prints what the limit does in each fault and after load drops, tried in simulated time. */
public final class FaultMatrix {

    private FaultMatrix() {}

    /**
     * Prints the tables.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        io.wattwire.limit.faults.FaultMatrix.main(arguments);
    }
}
