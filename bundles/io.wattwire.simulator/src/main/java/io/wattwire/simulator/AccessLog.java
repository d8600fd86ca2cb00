package io.wattwire.simulator;

import io.wattwire.device.model.RegisterKind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What a device was asked, the last ten thousand requests of it. Thread-safe. */
public final class AccessLog {

    private static final int KEPT = 10_000;

    private final Deque<Access> entries = new ArrayDeque<>();
    private long reads;
    private long writes;

    /** An empty log. */
    AccessLog() {}

    /**
     * One request that the device heard.
     *
     * @param seconds time of the scenario
     * @param kind table
     * @param address first address
     * @param count number of words or bits
     * @param written the words of a write, empty for a read
     */
    public record Access(
            double seconds, RegisterKind kind, int address, int count, List<Integer> written) {

        /**
         * Whether it was a write.
         *
         * @return false for a read
         */
        public boolean write() {
            return !written.isEmpty();
        }
    }

    synchronized void add(Access access) {
        if (access.write()) {
            writes++;
        } else {
            reads++;
        }
        entries.addLast(access);
        if (entries.size() > KEPT) {
            entries.removeFirst();
        }
    }

    /**
     * All requests that are kept.
     *
     * @return the oldest first
     */
    public synchronized List<Access> entries() {
        return new ArrayList<>(entries);
    }

    /**
     * The writes that are kept.
     *
     * @return the oldest first
     */
    public synchronized List<Access> writes() {
        return entries.stream().filter(Access::write).toList();
    }

    /**
     * How many reads there were in all.
     *
     * @return the number since the start
     */
    public synchronized long readCount() {
        return reads;
    }

    /**
     * How many writes there were in all.
     *
     * @return the number since the start
     */
    public synchronized long writeCount() {
        return writes;
    }
}
