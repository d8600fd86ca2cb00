package io.wattwire.simulator;

import java.util.function.LongSupplier;

/** Time of a scenario, ns from 0: a clock that can run faster and stand still. Thread-safe. */
final class SimulationClock implements LongSupplier {

    private final LongSupplier source;
    private final double speed;
    private long elapsed;
    private long since;
    private boolean running;

    /** A clock that stands at 0. */
    SimulationClock(LongSupplier source, double speed) {
        this.source = source;
        this.speed = speed;
    }

    @Override
    public synchronized long getAsLong() {
        return running ? elapsed + (long) ((source.getAsLong() - since) * speed) : elapsed;
    }

    synchronized void run() {
        if (!running) {
            since = source.getAsLong();
            running = true;
        }
    }

    synchronized void stop() {
        elapsed = getAsLong();
        running = false;
    }
}
