package io.wattwire.standalone.monitor;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * What components wait for. Components start in any order, and slowly on a busy machine, so a thing
 * that is missing becomes a fault only if it stays missing for a while in which nothing else came,
 * either. Thread-safe.
 */
@Component(service = Pending.class)
public final class Pending {
    private static final Duration GRACE = Duration.ofSeconds(3);

    /** However much comes meanwhile, in times of grace. */
    private static final int LONGEST_GRACE = 10;

    private final Faults faults;
    private final Duration grace;
    private final Map<List<String>, Future<?>> missing = new HashMap<>();
    private long lastFoundNanos;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(
                    task -> {
                        Thread thread = new Thread(task, "wattwire-pending");
                        thread.setDaemon(true);
                        return thread;
                    });

    /**
     * Nothing is missing.
     *
     * @param faults hears of what stays missing for 3 seconds after the last thing came, or for 30
     */
    @Activate
    public Pending(@Reference Faults faults) {
        this(faults, GRACE);
    }

    /**
     * With another time of grace.
     *
     * @param faults hears of what stays missing
     * @param grace for how long nothing is said
     */
    public Pending(Faults faults, Duration grace) {
        this.faults = faults;
        this.grace = grace;
        lastFoundNanos = System.nanoTime() - grace.toNanos();
    }

    /** Ends; nothing becomes a fault any more. */
    @Deactivate
    public void close() {
        clock.shutdownNow();
    }

    /**
     * Something is missing from now on; telling it twice does not matter.
     *
     * @param source who misses it
     * @param cause what is missing
     * @param remedy what to do if it stays so
     */
    public synchronized void missing(String source, String cause, String remedy) {
        long latest = System.nanoTime() + grace.multipliedBy(LONGEST_GRACE).toNanos();
        missing.computeIfAbsent(
                List.of(source, cause),
                key -> later(() -> reportUnlessOthersCome(source, cause, remedy, latest), grace));
    }

    private Future<?> later(Runnable task, Duration delay) {
        return clock.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    private synchronized void reportUnlessOthersCome(
            String source, String cause, String remedy, long latest) {
        List<String> key = List.of(source, cause);
        if (!missing.containsKey(key)) {
            return;
        }
        long now = System.nanoTime();
        long due = Math.min(lastFoundNanos + grace.toNanos(), latest);
        if (due - now > 0) {
            missing.put(
                    key,
                    later(
                            () -> reportUnlessOthersCome(source, cause, remedy, latest),
                            Duration.ofNanos(due - now)));
        } else {
            faults.report(source, cause, remedy);
        }
    }

    /**
     * Something is not missing, or not missed any more.
     *
     * @param source who missed it
     * @param cause what was missing, as it was told
     */
    public synchronized void found(String source, String cause) {
        Future<?> report = missing.remove(List.of(source, cause));
        if (report != null) {
            lastFoundNanos = System.nanoTime();
            report.cancel(false);
            faults.clear(source, cause);
            notifyAll();
        }
    }

    /**
     * Waits until nothing is missing.
     *
     * @param limit how long at most
     * @return whether nothing is missing
     * @throws InterruptedException if the waiting thread is interrupted
     */
    public synchronized boolean await(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long left = limit.toNanos();
                !missing.isEmpty() && left > 0;
                left = end - System.nanoTime()) {
            wait(TimeUnit.NANOSECONDS.toMillis(left) + 1);
        }
        return missing.isEmpty();
    }

    /** Forgets everything: a new run begins. */
    public synchronized void reset() {
        missing.values().forEach(report -> report.cancel(false));
        missing.clear();
        notifyAll();
    }
}
