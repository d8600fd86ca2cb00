package io.wattwire.simulator;

import io.wattwire.simulator.Fault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The faults of one device: those that wait, those that act, by the clock that is given.
 * Thread-safe.
 */
public final class FaultBoard {

    private record Entry(Fault fault, long fromNanos, long untilNanos) {

        boolean begun(long now) {
            return now - fromNanos >= 0;
        }

        boolean acts(long now) {
            return begun(now) && now - untilNanos < 0;
        }
    }

    /** Far enough for "until cleared", small enough that differences of times do not overflow. */
    private static final long UNTIL_CLEARED_NANOS = Long.MAX_VALUE / 4;

    private final LongSupplier nanoClock;
    private final List<Entry> entries = new ArrayList<>();
    private int restartsCleared;

    /**
     * An empty board.
     *
     * @param nanoClock monotonic time, ns
     */
    public FaultBoard(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /**
     * Hands in a fault; its start counts from now.
     *
     * @param fault what shall go wrong
     */
    public synchronized void inject(Fault fault) {
        long now = nanoClock.getAsLong();
        long from = now + fault.start().toNanos();
        long length = fault.length().isZero() ? UNTIL_CLEARED_NANOS : fault.length().toNanos();
        entries.add(new Entry(fault, from, from + length));
    }

    /** Ends all faults and forgets those that wait. */
    public synchronized void clear() {
        restartsCleared = restarts();
        entries.clear();
    }

    /**
     * How many restarts have begun.
     *
     * @return the number since the start, never falling
     */
    synchronized int restarts() {
        long now = nanoClock.getAsLong();
        return restartsCleared
                + (int)
                        entries.stream()
                                .filter(e -> e.fault().kind() == Kind.RESTART && e.begun(now))
                                .count();
    }

    /**
     * The fault of a kind that acts now.
     *
     * @param kind what goes wrong
     * @return the one handed in last, empty when none of this kind acts
     */
    public synchronized Optional<Fault> acting(Kind kind) {
        long now = nanoClock.getAsLong();
        Optional<Fault> found = Optional.empty();
        for (Entry entry : entries) {
            if (entry.fault().kind() == kind && entry.acts(now)) {
                found = Optional.of(entry.fault());
            }
        }
        return found;
    }

    /**
     * All faults that act now.
     *
     * @return in the order in which they were handed in
     */
    public synchronized List<Fault> acting() {
        long now = nanoClock.getAsLong();
        return entries.stream().filter(entry -> entry.acts(now)).map(Entry::fault).toList();
    }
}
