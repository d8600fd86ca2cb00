package io.wattwire.limit.supervisor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What excursions lead to, and for how long they count. */
final class History {

    /** So long beyond a limit is an event. */
    static final long EVENT_NANOS = seconds(15);

    /** So long beyond a limit locks out. */
    static final long LOCK_OUT_NANOS = seconds(60);

    /** Two events so close together lock out. */
    static final long CLOSE_NANOS = seconds(600);

    /** So long events are counted. */
    static final long DAY_NANOS = seconds(24 * 3600);

    /** So many events in a day are borne. */
    static final int MOST_A_DAY = 3;

    /** So long lock-outs are counted. */
    static final long MONTH_NANOS = seconds(30 * 24 * 3600);

    /** So many lock-outs in a month are left to the installer. */
    static final int INSTALLERS = 3;

    /** So long a commercial site waits before anybody may reset. */
    static final long COMMERCIAL_NANOS = seconds(4 * 3600);

    private History() {}

    private static long seconds(long seconds) {
        return seconds * 1_000_000_000L;
    }

    /** Drops what does not count any more. */
    static SupervisorState aged(SupervisorState state) {
        return state.withHistory(
                younger(state, state.events(), DAY_NANOS),
                younger(state, state.lockOuts(), MONTH_NANOS),
                state.lockOut(),
                state.counts());
    }

    private static List<Event> younger(SupervisorState state, List<Event> events, long nanos) {
        return events.stream()
                .filter(event -> state.supervisedNanos() - event.atNanos() <= nanos)
                .toList();
    }

    /** Draws the consequences of an excursion that has lasted so long by now. */
    static SupervisorState judged(
            SupervisorState before, Direction direction, long lasted, long wallMillis) {
        Counts counts = before.counts().lasted(lasted);
        Excursion excursion = before.excursion(direction);
        Event now = new Event(before.supervisedNanos(), wallMillis);
        SupervisorState state = before.with(direction, excursion, counts);
        if (lasted >= EVENT_NANOS && !excursion.counted()) {
            state =
                    event(
                            state.with(direction, excursion.asCounted(), counts.event()),
                            direction,
                            now);
        }
        return lasted >= LOCK_OUT_NANOS
                ? lockedOut(state, new LockOut(Cause.LONG_EXCURSION, direction, now))
                : state;
    }

    private static SupervisorState event(SupervisorState state, Direction direction, Event now) {
        if (state.lockOut().isPresent()) {
            return state; // the counters have it; a reset clears the events anyway
        }
        List<Event> earlier = state.events();
        boolean close =
                !earlier.isEmpty()
                        && now.atNanos() - earlier.get(earlier.size() - 1).atNanos() <= CLOSE_NANOS;
        SupervisorState counted =
                state.withHistory(
                        appended(earlier, now), state.lockOuts(), state.lockOut(), state.counts());
        if (close) {
            return lockedOut(counted, new LockOut(Cause.TWO_IN_TEN_MINUTES, direction, now));
        }
        return earlier.size() >= MOST_A_DAY
                ? lockedOut(counted, new LockOut(Cause.MORE_THAN_THREE_A_DAY, direction, now))
                : counted;
    }

    private static SupervisorState lockedOut(SupervisorState state, LockOut lockOut) {
        if (state.lockOut().isPresent()) {
            return state;
        }
        return state.withHistory(
                state.events(),
                appended(state.lockOuts(), lockOut.since()),
                Optional.of(lockOut),
                state.counts().lockOut());
    }

    private static List<Event> appended(List<Event> events, Event last) {
        return Stream.concat(events.stream(), Stream.of(last)).toList();
    }

    /** {@return why the owner may not reset now; empty when the owner may} */
    static Optional<String> ownerRefused(SupervisorSettings settings, SupervisorState state) {
        if (settings.scheme() == Scheme.DOMESTIC) {
            return state.lockOuts().size() >= INSTALLERS
                    ? Optional.of(
                            "locked out "
                                    + state.lockOuts().size()
                                    + " times in 30 days: only the installer can reset it")
                    : Optional.empty();
        }
        long since = state.lockOut().map(out -> out.since().atNanos()).orElse(0L);
        long left = COMMERCIAL_NANOS - (state.supervisedNanos() - since);
        return left > 0
                ? Optional.of(
                        "locked out for less than 4 h: the installer can reset it now, anybody in "
                                + (left + seconds(60) - 1) / seconds(60)
                                + " min")
                : Optional.empty();
    }
}
