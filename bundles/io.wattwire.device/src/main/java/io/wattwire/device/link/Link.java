package io.wattwire.device.link;

import io.wattwire.device.plan.Cost;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire and all who share it. It has no thread: whoever has the turn talks in its own. */
final class Link {

    /** In place of a unit id, where one between needs the pauses of all units behind it. */
    private static final int ONE_BETWEEN = -1;

    private static final String ATTENDANT = "attendant";

    private final LinkAddress address;
    private final LinkPool pool;
    private final Speech speech;
    private final FrameTrace trace;
    private final TurnQueue turns;
    private final Set<Lease> leases = new LinkedHashSet<>(); // guarded by the pool
    private final Map<Integer, Long> lastExchange = new ConcurrentHashMap<>();

    Link(LinkAddress address, LinkPool pool, Speech speech, FrameTrace trace) {
        this.address = address;
        this.pool = pool;
        this.speech = speech;
        this.trace = trace;
        this.turns = new TurnQueue(address.text());
    }

    LinkAddress address() {
        return address;
    }

    /** The leases, to be touched under the pool's lock only. */
    Set<Lease> leases() {
        return leases;
    }

    /** Names the first of those who share the link, under the pool's lock. */
    String firstOwner() {
        return leases.isEmpty()
                ? "a request that is just ending"
                : leases.iterator().next().owner();
    }

    Speech.Answer exchange(Priority priority, Speech.Call call) throws LinkException {
        int unit = speaksByItself() ? ONE_BETWEEN : call.request().unit();
        Long last = lastExchange.get(unit);
        long now = System.nanoTime();
        long rested = last == null ? now : last + call.timing().pause().toNanos();
        long reconnect = speech.reconnectNanos();
        long notBefore = rested - now > reconnect - now ? rested : reconnect;
        try {
            do {
                turns.take(call.lease(), priority, notBefore, call.deadline());
            } while (isOvertaken(priority, call));
            return talk(unit, call);
        } finally {
            pool.closeIfUnused(this); // also by who gave up waiting: it may be the last one
        }
    }

    /**
     * Who had to wait for the device gives the turn to whoever has become more urgent meanwhile;
     * otherwise keeps it.
     */
    private boolean isOvertaken(Priority priority, Speech.Call call) throws LinkException {
        boolean keeps = false;
        try {
            keeps = !speech.awaitOwed(call, priority) || !turns.isWaitedForBefore(priority);
            return !keeps;
        } finally {
            if (!keeps) {
                turns.pass(false);
            }
        }
    }

    private Speech.Answer talk(int unit, Speech.Call call) throws LinkException {
        boolean answered = false;
        try {
            Speech.Answer answer = speech.exchange(call);
            answered = true;
            return answer;
        } finally {
            lastExchange.put(unit, System.nanoTime());
            turns.pass(answered);
        }
    }

    /** Tells whether the other end speaks without being asked. */
    boolean speaksByItself() {
        return speech.speaksByItself();
    }

    /** Hears what the other end says by itself, unless somebody talks to it and hears it anyway. */
    void attend() {
        if (!speech.connected() || !turns.takeIfIdle(ATTENDANT)) {
            return;
        }
        try {
            speech.attend(ATTENDANT);
        } finally {
            turns.pass(false);
            pool.closeIfUnused(this);
        }
    }

    boolean idle() {
        return turns.idle();
    }

    boolean connected() {
        return speech.connected();
    }

    Cost cost(Duration turnaround) {
        return speech.cost(turnaround);
    }

    Duration lateness(int unit) {
        return speech.lateness(unit);
    }

    Duration lateness() {
        return speech.lateness();
    }

    FrameTrace trace() {
        return trace;
    }

    void release(Lease lease) {
        pool.release(this, lease);
        turns.wake();
    }

    void disconnect() {
        speech.close();
    }
}
