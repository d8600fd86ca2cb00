package io.wattwire.publish.pvoutput;

import java.time.Duration;
import java.time.Instant;

/** Goes on by itself only while somebody sleeps. */
final class SimulatedTime implements Timekeeper {

    private volatile long millis;

    SimulatedTime(String instant) {
        millis = Instant.parse(instant).toEpochMilli();
    }

    void set(long wallMillis) {
        millis = wallMillis;
    }

    @Override
    public long wallMillis() {
        return millis;
    }

    @Override
    public long nanos() {
        return millis * 1_000_000;
    }

    @Override
    public void sleep(long nanos) {
        millis += (nanos + 999_999) / 1_000_000;
    }

    @Override
    public Duration linger() {
        return Duration.ZERO;
    }

    @Override
    public void end() {
        // nobody waits
    }
}
