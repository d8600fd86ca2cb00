package io.wattwire.publish;

import io.wattwire.publish.queue.Backoff;
import io.wattwire.publish.queue.SegmentQueue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings samples from the queue to the target, in order, on a thread of its own. A batch is sent
 * until it has arrived; a failing target is left alone for longer and longer, 60 s at most. One log
 * line per change.
 */
final class Pump implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pump.class);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(1);
    private static final Duration LONGEST_RETRY = Duration.ofSeconds(60);
    private static final Duration LONGEST_WISH = Duration.ofDays(1);
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long JOIN_MS = 2000;

    private final String pid;
    private final Target target;
    private final SegmentQueue queue;
    private final Thinning thinning;
    private final Progress progress;
    private final Counters counters;
    private final LongSupplier wallMillis;
    private final Backoff backoff = new Backoff(FIRST_RETRY, LONGEST_RETRY);
    private final Semaphore news = new Semaphore(0);
    private final Thread thread;
    private final List<Sample> batch = new ArrayList<>();
    private SegmentQueue.Entry last;
    private long done;
    private long since;
    private volatile boolean running = true;
    private volatile String problem = "";
    private volatile boolean everArrived;

    Pump(
            String pid,
            Target target,
            SegmentQueue queue,
            Thinning thinning,
            Progress progress,
            Counters counters,
            LongSupplier wallMillis)
            throws IOException {
        this.pid = pid;
        this.target = target;
        this.queue = queue;
        this.thinning = thinning;
        this.progress = progress;
        this.counters = counters;
        this.wallMillis = wallMillis;
        done = progress.restore(thinning);
        thread = new Thread(this::run, "wattwire-publish-" + pid);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** There is something new in the queue. */
    void wake() {
        news.release();
    }

    /** What keeps samples from arriving; empty while nothing does. */
    String problem() {
        return problem;
    }

    /** Whether the target has taken anything yet. */
    boolean everArrived() {
        return everArrived;
    }

    private void run() {
        while (running) {
            try {
                step();
            } catch (InterruptedException stopped) {
                return;
            } catch (TryLaterException later) {
                Duration wish = later.patience();
                pause(later, wish.compareTo(LONGEST_WISH) < 0 ? wish : LONGEST_WISH);
            } catch (IOException failure) {
                pause(failure, Duration.ZERO);
            } catch (RuntimeException defect) { // else nothing would be sent any more
                LOG.error("{}: sending failed", pid, defect);
                pause(defect, LONGEST_RETRY);
            }
        }
    }

    private void step() throws IOException, InterruptedException {
        fill();
        long linger = target.linger().toNanos() - (System.nanoTime() - since);
        boolean ripe = batch.size() >= target.largestBatch() || linger <= 0;
        if (!batch.isEmpty() && ripe) {
            deliver();
            return;
        }
        long wait = batch.isEmpty() ? IDLE_NANOS : Math.min(IDLE_NANOS, linger);
        if (news.tryAcquire(wait, TimeUnit.NANOSECONDS)) {
            news.drainPermits();
        }
    }

    private void fill() throws IOException {
        while (batch.size() < target.largestBatch()) {
            SegmentQueue.Entry entry = queue.next();
            if (entry == null) {
                thinning.closeUntil(wallMillis.getAsLong(), this::add);
                return;
            }
            last = entry;
            if (entry.number() > done) {
                unpack(entry).forEach(sample -> thinning.accept(sample, this::add));
            }
        }
    }

    private List<Sample> unpack(SegmentQueue.Entry entry) {
        try {
            return SampleCodec.unpack(entry.record());
        } catch (IOException unreadable) {
            counters.lost(Loss.DAMAGED, 1, String.valueOf(unreadable.getMessage()));
            return List.of();
        }
    }

    private void add(Sample sample) {
        since = batch.isEmpty() ? System.nanoTime() : since;
        batch.add(sample);
    }

    private void deliver() throws IOException, InterruptedException {
        Delivery delivery = target.deliver(Collections.unmodifiableList(batch));
        if (delivery.refused() > 0) {
            counters.lost(Loss.REFUSED, delivery.refused(), delivery.reason());
        }
        counters.sent(batch.size() - delivery.refused());
        batch.clear();
        arrived();
        if (last != null) {
            progress.save(last.number(), thinning);
            queue.acknowledge(last);
        }
    }

    private void arrived() {
        backoff.reset();
        everArrived = true;
        if (!problem.isEmpty()) {
            LOG.info("{}: arrives again", pid);
            problem = "";
        }
    }

    private void pause(Exception failure, Duration least) {
        String text = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        if (!text.equals(problem)) {
            LOG.warn("{}: nothing arrives, values are kept: {}", pid, text);
        }
        problem = text;
        Duration usual = backoff.next();
        Duration wait = usual.compareTo(least) > 0 ? usual : least;
        long end = System.nanoTime() + wait.toNanos();
        try {
            for (long left = wait.toNanos(); running && left > 0; left = end - System.nanoTime()) {
                TimeUnit.NANOSECONDS.sleep(Math.min(left, IDLE_NANOS));
            }
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    /** The owner removed the publisher. */
    void retire() {
        target.retire();
    }

    /** Ends; what has not arrived stays in the queue. */
    @Override
    public void close() {
        running = false;
        wake();
        try {
            thread.join(JOIN_MS);
            target.close();
            thread.join(JOIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("{}: stopped while a message was still on its way", pid);
        }
    }
}
