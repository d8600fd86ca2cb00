package io.wattwire.device.link;

import io.wattwire.device.link.LinkException.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Lets callers take turns on a wire: the most urgent first, among equals the owner that was served
 * longest ago, and within one owner in the order of arrival. A caller that has to pause does not
 * hold up the others, but for a control write that pauses for less than a frame takes, for the
 * moment between two control exchanges, and on a slow wire for the moment in which what was read
 * may call for one.
 */
final class TurnQueue {

    /** A caller's place in the queue. */
    private record Place(
            LinkLease lease, String owner, Priority priority, long notBefore, long number) {}

    /**
     * A control write whose device pauses no longer than this keeps the wire free: any other frame
     * would make it wait longer.
     */
    private static final long HELD_NANOS = 30_000_000;

    /**
     * So long the wire is kept after a control exchange for the next one of the same sequence: a
     * read that slipped in between would delay it by an answer.
     */
    private static final long SEQUENCE_NANOS = 10_000_000;

    /** Where exchanges take so long, a control write must not wait for one that it just missed. */
    private static final long SLOW_NANOS = 250_000_000;

    /** Share of a slow exchange for which the wire is kept after it. */
    private static final int KEPT_SHARE = 10;

    /** Whoever controls has decided by then. */
    private static final long MOST_KEPT_NANOS = 100_000_000;

    /** Nobody controls who was not heard of for so long: a limit is repeated more often. */
    private static final long CONTROLLED_NANOS = 60_000_000_000L;

    private final String link;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Place> waiting = new ArrayList<>();
    private final Map<String, Long> lastServed = new HashMap<>();
    private long arrivals;
    private long turns;
    private String holder;
    private Priority held;
    private boolean controlled;
    private long lastControl;
    private long heldSince;
    private final LongSupplier nanoClock;
    private long keptUntil;

    TurnQueue(String link) {
        this(link, System::nanoTime);
    }

    TurnQueue(String link, LongSupplier nanoClock) {
        this.link = link;
        this.nanoClock = nanoClock;
        this.keptUntil = nanoClock.getAsLong();
    }

    /**
     * Waits for the turn; on return the caller has the wire and must {@link #pass} it on.
     *
     * @param notBefore {@link System#nanoTime()} before which the caller's device wants no request
     * @throws LinkException BUSY if the turn does not come by the deadline, CLOSED if the lease is
     *     released or the thread interrupted
     */
    void take(Lease lease, Priority priority, long notBefore, Deadline deadline)
            throws LinkException {
        lock.lock();
        Place place = new Place(lease, lease.owner(), priority, notBefore, arrivals++);
        waiting.add(place);
        try {
            while (true) {
                lease.checkOpen();
                long now = nanoClock.getAsLong();
                if (holder == null && place == next(now)) {
                    holder = place.owner;
                    held = priority;
                    heldSince = now;
                    lastServed.put(place.owner, turns++);
                    return;
                }
                await(now, notBefore - now, deadline.remainingNanos());
            }
        } finally {
            waiting.remove(place);
            changed.signalAll(); // who is next may have changed
            lock.unlock();
        }
    }

    /** Takes the wire if nobody has or awaits it. */
    boolean takeIfIdle(String owner) {
        lock.lock();
        try {
            boolean free = holder == null && waiting.isEmpty();
            holder = free ? owner : holder;
            held = free ? Priority.SLOW : held;
            return free;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Gives the wire to the next.
     *
     * @param answered whether the exchange brought what was asked for
     */
    void pass(boolean answered) {
        lock.lock();
        holder = null;
        long now = nanoClock.getAsLong();
        keptUntil = now + keptNanos(answered, now);
        if (held == Priority.CONTROL) {
            controlled = true;
            lastControl = now;
        }
        changed.signalAll();
        lock.unlock();
    }

    private long keptNanos(boolean answered, long now) {
        if (held == Priority.CONTROL) {
            return SEQUENCE_NANOS;
        }
        long took = now - heldSince;
        boolean decides =
                held == Priority.FAST && controlled && now - lastControl < CONTROLLED_NANOS;
        return decides && answered && took >= SLOW_NANOS
                ? Math.min(took / KEPT_SHARE, MOST_KEPT_NANOS)
                : 0;
    }

    /** Lets waiting callers see that their lease was released. */
    void wake() {
        lock.lock();
        changed.signalAll();
        lock.unlock();
    }

    /** Tells whether somebody waits who is more urgent. */
    boolean isWaitedForBefore(Priority priority) {
        lock.lock();
        try {
            return waiting.stream().anyMatch(place -> place.priority.compareTo(priority) < 0);
        } finally {
            lock.unlock();
        }
    }

    /** Tells whether nobody has or awaits the wire. */
    boolean idle() {
        lock.lock();
        try {
            return holder == null && waiting.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until something may have changed, by the same clock reading that said that the turn has
     * not come: by a later one the wire may just be free, and nobody would ring any more.
     */
    private void await(long now, long pause, long remaining) throws LinkException {
        if (pause > remaining) {
            throw busy(
                    "the device's pause between requests lasts longer than the deadline; give it more time");
        }
        if (remaining == 0) {
            throw busy(
                    holder == null ? "others were more urgent" : "the wire is taken by " + holder);
        }
        try {
            long kept = keptUntil - now;
            long wait = pause > 0 ? pause : remaining;
            changed.await(kept > 0 ? Math.min(kept, wait) : wait, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException(
                    Reason.CLOSED, link + ": interrupted while waiting for the wire", e);
        }
    }

    private Place next(long now) {
        boolean held =
                waiting.stream()
                        .filter(place -> place.priority == Priority.CONTROL)
                        .map(place -> place.notBefore - now)
                        .anyMatch(pause -> pause > 0 && pause <= HELD_NANOS);
        boolean kept = keptUntil - now > 0;
        return waiting.stream()
                .filter(place -> place.notBefore - now <= 0)
                .filter(place -> !held && !kept || place.priority == Priority.CONTROL)
                .min(
                        Comparator.comparing(Place::priority)
                                .thenComparing(place -> lastServed.getOrDefault(place.owner, -1L))
                                .thenComparing(Place::number))
                .orElse(null);
    }

    private LinkException busy(String why) {
        return new LinkException(Reason.BUSY, link + ": no turn by the deadline, " + why);
    }
}
