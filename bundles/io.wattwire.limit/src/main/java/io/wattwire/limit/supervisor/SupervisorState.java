package io.wattwire.limit.supervisor;

import java.util.List;
import java.util.Optional;

/**
 * What the supervisor remembers. Immutable.
 *
 * <p>Its own clock is the time that it has been running, added up on the monotonic clock and stored
 * over restarts. Time that the gateway was off does not count: nobody watched the grid then, and
 * the wall clock that could tell is one that may be wrong. So history only grows old later than on
 * a calendar, never sooner.
 *
 * @param supervisedNanos the own clock, ns
 * @param seenNanos the last look, on the monotonic clock
 * @param running whether {@code seenNanos} is of this run of the program
 * @param export the excursion beyond the export limit
 * @param imported the excursion beyond the import limit
 * @param events excursions of 15 s in the last 24 h since the last reset, oldest first
 * @param lockOuts lock-outs in the last 30 days since an installer's reset, oldest first
 * @param lockOut the one in force
 * @param counts for evidence
 */
public record SupervisorState(
        long supervisedNanos,
        long seenNanos,
        boolean running,
        Excursion export,
        Excursion imported,
        List<Event> events,
        List<Event> lockOuts,
        Optional<LockOut> lockOut,
        Counts counts) {

    /** Before the first look. */
    public static final SupervisorState START =
            stored(0, List.of(), List.of(), Optional.empty(), Counts.NONE);

    /** Copies the lists. {@inheritDoc} */
    public SupervisorState {
        events = List.copyOf(events);
        lockOuts = List.copyOf(lockOuts);
    }

    /**
     * What was stored before a restart. An excursion that was in progress is dropped.
     *
     * @param supervisedNanos the own clock, ns
     * @param events of 15 s
     * @param lockOuts of 30 days
     * @param lockOut the one in force
     * @param counts for evidence
     * @return a state that the first step continues
     */
    public static SupervisorState stored(
            long supervisedNanos,
            List<Event> events,
            List<Event> lockOuts,
            Optional<LockOut> lockOut,
            Counts counts) {
        return new SupervisorState(
                supervisedNanos,
                0,
                false,
                Excursion.NONE,
                Excursion.NONE,
                events,
                lockOuts,
                lockOut,
                counts);
    }

    /**
     * Finds the excursion of a direction.
     *
     * @param direction one of the two
     * @return it, running or not
     */
    public Excursion excursion(Direction direction) {
        return direction == Direction.EXPORT ? export : imported;
    }

    /** {@return the same, with the own clock advanced; a clock that runs backwards stands still} */
    SupervisorState at(long nowNanos) {
        long passed = running ? Math.max(0, nowNanos - seenNanos) : 0;
        return new SupervisorState(
                supervisedNanos + passed,
                running ? seenNanos + passed : nowNanos,
                true,
                export,
                imported,
                events,
                lockOuts,
                lockOut,
                counts);
    }

    SupervisorState with(Direction direction, Excursion excursion, Counts newCounts) {
        boolean out = direction == Direction.EXPORT;
        return new SupervisorState(
                supervisedNanos,
                seenNanos,
                running,
                out ? excursion : export,
                out ? imported : excursion,
                events,
                lockOuts,
                lockOut,
                newCounts);
    }

    SupervisorState withHistory(
            List<Event> newEvents,
            List<Event> newLockOuts,
            Optional<LockOut> newLockOut,
            Counts newCounts) {
        return new SupervisorState(
                supervisedNanos,
                seenNanos,
                running,
                export,
                imported,
                newEvents,
                newLockOuts,
                newLockOut,
                newCounts);
    }

    /** {@return the same without excursions in progress} */
    SupervisorState calm() {
        return new SupervisorState(
                supervisedNanos,
                seenNanos,
                running,
                Excursion.NONE,
                Excursion.NONE,
                events,
                lockOuts,
                lockOut,
                counts);
    }
}
