package io.wattwire.limit.ledger;

import io.wattwire.limit.law.Decision;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Readings;
import io.wattwire.limit.ledger.Entry.Evaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Remembers each decision with its inputs and reasons. The limit's thread only leaves them here;
 * one thread of its own writes. Whatever the disk does, {@link #record} returns at once: what
 * cannot be kept is dropped, counted and said in the ledger itself as soon as it can be written
 * again.
 *
 * <p>What was written survives a kill of the program; a loss of power may cost the last half
 * minute.
 */
public final class Ledger implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final int WAITING = 2048;
    private static final int AT_ONCE = 256;
    private static final long RETRY_NANOS = 60_000_000_000L;
    private static final long LONGEST_CLOSE_MILLIS = 2000;

    private final BlockingQueue<Entry> waiting = new ArrayBlockingQueue<>(WAITING);
    private final AtomicLong dropped = new AtomicLong();
    private final LedgerWriter writer;
    private final String pid;
    private final LongSupplier wallMillis;
    private final LongSupplier retryClock;
    private final Thread thread;
    private volatile boolean closed;
    private volatile String problem = "";
    private long failedNanos;
    private long toldDropped;

    Ledger(LedgerWriter writer, String pid, LongSupplier wallMillis, LongSupplier retryClock) {
        this.writer = writer;
        this.pid = pid;
        this.wallMillis = wallMillis;
        this.retryClock = retryClock;
        this.thread = new Thread(this::run, "wattwire-ledger-" + pid);
        this.thread.setDaemon(true);
    }

    /**
     * Begins a segment with the first entry; nothing touches the disk before that.
     *
     * @param directory of this ledger alone; made when needed
     * @param pid of the component, for the ledger and the log
     * @param bounds how much it may hold
     * @param wallMillis the wall clock, ms since 1970 UTC
     * @return a ledger that is to be closed
     */
    public static Ledger open(
            Path directory, String pid, LedgerBounds bounds, LongSupplier wallMillis) {
        LedgerWriter writer = new LedgerWriter(directory, pid, bounds);
        Ledger ledger = new Ledger(writer, pid, wallMillis, System::nanoTime);
        ledger.start();
        return ledger;
    }

    void start() {
        thread.start();
    }

    /**
     * Remembers a decision. Returns at once; one thread, the limit's.
     *
     * @param settings that were in force
     * @param before the state before it
     * @param readings the newest readings then
     * @param nowNanos when it was made, on the monotonic clock of the readings
     * @param decision what {@link io.wattwire.limit.law.Limiter} made of them
     */
    public void record(
            LimitSettings settings,
            LimitState before,
            Readings readings,
            long nowNanos,
            Decision decision) {
        Evaluation evaluation = new Evaluation(settings, before, readings, decision);
        offer(new Entry(nowNanos, wallMillis.getAsLong(), evaluation, null));
    }

    /**
     * Remembers something that happened beside the decisions: a lock-out, a reset, a refused
     * configuration. Returns at once; any thread.
     *
     * @param text one sentence; no secrets
     * @param nowNanos on the monotonic clock
     */
    public void note(String text, long nowNanos) {
        offer(new Entry(nowNanos, wallMillis.getAsLong(), null, text));
    }

    private void offer(Entry entry) {
        if (!waiting.offer(entry)) {
            dropped.incrementAndGet();
        }
    }

    /**
     * Whether it is being written.
     *
     * @return what went wrong last; empty when nothing did
     */
    public String problem() {
        return problem;
    }

    /**
     * How many entries could not be kept since it was opened.
     *
     * @return a number that only grows
     */
    public long dropped() {
        return dropped.get();
    }

    /** Writes what is waiting; does not wait for the disk longer than 2 s. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join(LONGEST_CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** For tests: waits until everything is written. */
    void awaitEnd() throws InterruptedException {
        thread.join();
    }

    private void run() {
        List<Entry> batch = new ArrayList<>();
        while (!closed || !waiting.isEmpty()) {
            try {
                Entry first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    batch.add(first);
                    waiting.drainTo(batch, AT_ONCE);
                    write(batch);
                    batch.clear();
                }
            } catch (InterruptedException e) {
                // nobody has a reason to interrupt this thread: it goes on until it is closed
                LOG.debug("{}: interrupted", pid);
            }
        }
        finish();
    }

    private void write(List<Entry> batch) {
        boolean failed = !problem.isEmpty();
        if (failed && retryClock.getAsLong() - failedNanos < RETRY_NANOS) {
            dropped.addAndGet(batch.size());
            return;
        }
        try {
            long lost = dropped.get() - toldDropped;
            if (lost > 0) {
                Entry first = batch.get(0);
                String why = problem.isEmpty() ? "" : ": " + problem;
                String text = lost + " entries could not be kept" + why;
                batch.add(0, new Entry(first.nowNanos(), first.wallMillis(), null, text));
            }
            writer.write(batch);
            toldDropped += lost;
            problem = "";
            if (failed) {
                LOG.info("{}: the ledger is written again; {} entries are lost", pid, lost);
            }
        } catch (IOException | RuntimeException e) {
            fail(e);
            dropped.addAndGet(batch.size());
        }
    }

    private void fail(Exception e) {
        if (problem.isEmpty()) {
            LOG.error(
                    "{}: the ledger cannot be written ({}); the limit goes on without it: make"
                            + " room on the disk or mend its directory",
                    pid,
                    e.toString());
        }
        problem = "the ledger cannot be written: " + e;
        failedNanos = retryClock.getAsLong();
        finish();
    }

    private void finish() {
        try {
            writer.end();
        } catch (IOException e) {
            LOG.debug("{}: the segment could not be closed", pid, e);
        }
    }
}
