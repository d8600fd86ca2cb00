package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.Priority;
import io.wattwire.device.model.Register;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs read cycles: what a device under control must hear first, then fast values, static ones
 * once, slow ones in the time left. Thread-safe.
 */
final class Reads {

    private static final Logger LOG = LoggerFactory.getLogger(Reads.class);

    private final LinkWatch watch;
    private final Samples samples;
    private final BlockReader reader;
    private final Recognition recognition;
    private final Writes writes;
    private final ReentrantLock turn = new ReentrantLock();

    Reads(Engine engine, Writes writes) {
        this.watch = engine.watch;
        this.samples = engine.samples;
        this.reader = engine.reader;
        this.recognition = engine.recognition;
        this.writes = writes;
    }

    /**
     * Reads what some names need.
     *
     * @return what cut the cycle short; empty when nothing did
     */
    String run(PreparedNames names, Deadline deadline) {
        try {
            if (!turn.tryLock(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                return "other reads took all the time; raise read.deadline.ms or read less";
            }
            try {
                return cycle(names, deadline);
            } finally {
                turn.unlock();
            }
        } catch (LinkException problem) {
            return problem.getMessage();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return "interrupted";
        } catch (RuntimeException defect) {
            LOG.error("a defect in the engine, please report it", defect);
            return "a defect in the engine: " + defect;
        }
    }

    private String cycle(PreparedNames names, Deadline deadline) throws LinkException {
        watch.refuseWhileWaiting();
        writes.tend(deadline);
        names.adapt(recognition.settle(deadline).lexicon());
        ReadPlan plan = names.plan();
        for (Batch batch : plan.fast()) {
            plan.replace(batch, reader.read(batch, Priority.FAST, deadline));
        }
        for (Batch batch : plan.once()) {
            if (isUnread(batch) && reader.fits(batch.block(), deadline)) {
                plan.replace(batch, reader.read(batch, Priority.SLOW, deadline));
            }
        }
        slow(names, plan, deadline);
        return "";
    }

    /**
     * Slow batches are spread over their period, so that no cycle is much longer than the others;
     * only those never tried fill all the time left.
     */
    private void slow(PreparedNames names, ReadPlan plan, Deadline deadline) throws LinkException {
        List<Batch> due =
                plan.slow().stream()
                        .filter(batch -> sinceTried(batch) >= View.SLOW_PERIOD.toNanos())
                        .sorted(Comparator.comparingLong(this::sinceTried).reversed())
                        .toList();
        long share = names.sinceLastCycle() * plan.slow().size() / View.SLOW_PERIOD.toNanos() + 1;
        for (Batch batch : due) {
            boolean first = sinceTried(batch) == Long.MAX_VALUE;
            if (!first && share-- <= 0 || !reader.fits(batch.block(), deadline)) {
                return;
            }
            plan.replace(batch, reader.read(batch, Priority.SLOW, deadline));
        }
    }

    /**
     * Time since the last try of the register that waits longest; the highest number for one never
     * tried.
     */
    private long sinceTried(Batch batch) {
        long now = samples.nowNanos();
        long longest = 0;
        for (Register register : batch.registers()) {
            long since = samples.of(register).map(s -> now - s.triedNanos()).orElse(Long.MAX_VALUE);
            longest = Math.max(longest, since);
        }
        return longest;
    }

    private boolean isUnread(Batch batch) {
        boolean missing =
                batch.registers().stream()
                                .flatMap(register -> samples.of(register).stream())
                                .filter(s -> s.read() && s.connection() == samples.connection())
                                .count()
                        < batch.registers().size();
        return missing && sinceTried(batch) >= View.SLOW_PERIOD.toNanos();
    }
}
