package io.wattwire.simulator.plant;

import java.util.function.LongSupplier;

/** A clock that stands still until it is told to move. */
public final class SimulatedTime implements LongSupplier {

    private long nanos = 1_000;

    public void pass(double seconds) {
        nanos += Math.round(seconds * 1e9);
    }

    @Override
    public long getAsLong() {
        return nanos;
    }
}
