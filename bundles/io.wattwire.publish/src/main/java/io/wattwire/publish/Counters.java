package io.wattwire.publish;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many samples took which way since the start. A loss is also said in the log: the first of
 * each kind, then each time the number has doubled. Thread-safe.
 */
final class Counters {

    private static final Logger LOG = LoggerFactory.getLogger(Counters.class);

    private final String pid;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final Map<Loss, AtomicLong> lost = new EnumMap<>(Loss.class);
    private volatile String lastLoss = "";

    Counters(String pid) {
        this.pid = pid;
        for (Loss loss : Loss.values()) {
            lost.put(loss, new AtomicLong());
        }
    }

    void taken(long samples) {
        taken.addAndGet(samples);
    }

    void sent(long samples) {
        sent.addAndGet(samples);
    }

    /** Counts a loss. */
    void lost(Loss why, long samples, String detail) {
        lastLoss = detail.isEmpty() ? why.text() : why.text() + ": " + detail;
        long now = lost.get(why).addAndGet(samples);
        if (Long.highestOneBit(now) != Long.highestOneBit(now - samples)) {
            LOG.warn("{}: {} samples lost so far: {}", pid, now, lastLoss);
        }
    }

    long taken() {
        return taken.get();
    }

    long sent() {
        return sent.get();
    }

    long lost(Loss why) {
        return lost.get(why).get();
    }

    long lost() {
        return lost.values().stream().mapToLong(AtomicLong::get).sum();
    }

    /** Why samples were lost most recently; empty if none was. */
    String lastLoss() {
        return lastLoss;
    }
}
