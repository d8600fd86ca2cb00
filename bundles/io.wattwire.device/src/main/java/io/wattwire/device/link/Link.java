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
    private final Line line;
    private final Conversation conversation;
    private final TurnQueue turns;
    private final Set<Lease> leases = new LinkedHashSet<>(); // guarded by the pool
    private final Map<Integer, Long> lastExchange = new ConcurrentHashMap<>();

    Link(LinkAddress address, LinkPool pool, Line line, Orphans orphans) {
        this.address = address;
        this.pool = pool;
        this.line = line;
        this.conversation = new Conversation(line, orphans);
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

    Conversation.Answer exchange(Priority priority, Conversation.Call call) throws LinkException {
        int unit = speaksByItself() ? ONE_BETWEEN : call.request().unit();
        Long last = lastExchange.get(unit);
        long now = System.nanoTime();
        long rested = last == null ? now : last + call.timing().pause().toNanos();
        long notBefore =
                rested - now > line.reconnectNanos() - now ? rested : line.reconnectNanos();
        turns.take(call.lease(), priority, notBefore, call.deadline());
        try {
            return conversation.exchange(call);
        } finally {
            lastExchange.put(unit, System.nanoTime());
            turns.pass();
            pool.closeIfUnused(this);
        }
    }

    /** Tells whether the other end speaks without being asked. */
    boolean speaksByItself() {
        return line.envelope().speaksByItself();
    }

    /** Hears what the other end says by itself, unless somebody talks to it and hears it anyway. */
    void attend() {
        if (!line.connected() || !turns.takeIfIdle(ATTENDANT)) {
            return;
        }
        try {
            line.attend(ATTENDANT);
        } finally {
            turns.pass();
            pool.closeIfUnused(this);
        }
    }

    boolean idle() {
        return turns.idle();
    }

    boolean connected() {
        return line.connected();
    }

    Cost cost(Duration turnaround) {
        return line.envelope().cost(turnaround);
    }

    FrameTrace trace() {
        return line.trace();
    }

    void release(Lease lease) {
        pool.release(this, lease);
        turns.wake();
    }

    void disconnect() {
        line.close();
    }
}
