package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.Priority;
import io.wattwire.device.model.Register;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs read cycles: what a device under control must hear first, then fast values, static ones
 * once, slow ones in the time left. While the device answers steadily, the slow values that are due
 * come before the fast ones, which are then fresh when they are handed on: what controls by them
 * need not wait for slow ones. Thread-safe.
 */
final class Reads {

    private static final Logger LOG = LoggerFactory.getLogger(Reads.class);

    private static final String OTHERS =
            "other reads took all the time; raise read.deadline.ms or read less";

    private final LinkWatch watch;
    private final Samples samples;
    private final BlockReader reader;
    private final Planning planning;
    private final Recognition recognition;
    private final Upkeep upkeep;
    private final ReentrantLock turn = new ReentrantLock(true);

    Reads(Engine engine, Upkeep upkeep) {
        this.watch = engine.watch;
        this.samples = engine.samples;
        this.reader = engine.reader;
        this.planning = engine.planning;
        this.recognition = engine.recognition;
        this.upkeep = upkeep;
    }

    /**
     * Reads what some names need.
     *
     * @return what cut the cycle short; empty when nothing did
     */
    String run(PreparedNames names, Deadline deadline) {
        try {
            if (!turn.tryLock(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                return OTHERS;
            }
            try {
                return cycle(names, deadline);
            } finally {
                if (turn.isHeldByCurrentThread()) {
                    turn.unlock();
                }
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
        upkeep.tend(deadline);
        names.adapt(recognition.settle(deadline).lexicon());
        ReadPlan plan = names.plan();
        if (isFirst(plan) && fitsWhole(plan, deadline)) {
            whole(names, plan, deadline);
            return "";
        }
        boolean steady = isSteady(plan);
        List<Batch> slow = steady ? share(names, plan) : due(plan);
        boolean done = steady && slowFirst(plan, slow, deadline);
        for (Batch batch : plan.fast()) {
            plan.replace(batch, reader.read(batch, Priority.FAST, deadline));
        }
        for (Batch batch : plan.once()) {
            giveWay(true, deadline);
            if (isUnread(batch) && reader.fits(batch.block(), deadline)) {
                plan.replace(batch, reader.read(batch, Priority.SLOW, deadline));
            }
        }
        if (!done) {
            slow(plan, slow, deadline);
        }
        return "";
    }

    private boolean isFirst(ReadPlan plan) {
        return !plan.fast().isEmpty()
                && !plan.slow().isEmpty()
                && Stream.concat(plan.fast().stream(), plan.slow().stream())
                        .allMatch(batch -> sinceTried(batch) == Long.MAX_VALUE);
    }

    /** The fast values must be there in any case: they may take half the time. */
    private boolean fitsWhole(ReadPlan plan, Deadline deadline) {
        List<Batch> fast = plan.whole().stream().filter(ReadPlan::hasFast).toList();
        return planning.time(fast).toNanos() <= deadline.remainingNanos() / 2;
    }

    /** Everything is due, so one request may bring values of all rates. */
    private void whole(PreparedNames names, ReadPlan plan, Deadline deadline) throws LinkException {
        for (Batch batch : plan.whole()) {
            giveWay(!ReadPlan.hasFast(batch), deadline);
            if (ReadPlan.hasFast(batch) || reader.fits(batch.block(), deadline)) {
                reader.read(
                        batch, ReadPlan.hasFast(batch) ? Priority.FAST : Priority.SLOW, deadline);
            }
        }
        names.planAgain();
    }

    private boolean isSteady(ReadPlan plan) {
        return watch.isConnected()
                && Stream.concat(plan.fast().stream(), plan.slow().stream())
                        .allMatch(batch -> sinceTried(batch) != Long.MAX_VALUE);
    }

    /**
     * Takes at most half the time: the fast values keep theirs whatever happens.
     *
     * @return false when none could be tried in so short a time
     */
    private boolean slowFirst(ReadPlan plan, List<Batch> due, Deadline deadline)
            throws LinkException {
        try {
            return slow(plan, due, Deadline.in(Duration.ofNanos(deadline.remainingNanos() / 2)));
        } catch (LinkException problem) {
            if (!turn.isHeldByCurrentThread()) {
                throw problem;
            }
            LOG.debug("slow values fail, fast ones are tried all the same", problem);
            return true;
        }
    }

    /** The slow batches that are due, longest untried first. */
    private List<Batch> due(ReadPlan plan) {
        return plan.slow().stream()
                .filter(batch -> sinceTried(batch) >= View.SLOW_PERIOD.toNanos())
                .sorted(Comparator.comparingLong(this::sinceTried).reversed())
                .toList();
    }

    /** Spreads what is due over its period, so that no cycle is much longer than the others. */
    private List<Batch> share(PreparedNames names, ReadPlan plan) {
        long share = names.sinceLastCycle() * plan.slow().size() / View.SLOW_PERIOD.toNanos() + 1;
        return due(plan).stream().limit(share).toList();
    }

    /** Reads slow batches while there is time; tells whether there was for one. */
    private boolean slow(ReadPlan plan, List<Batch> due, Deadline deadline) throws LinkException {
        boolean any = false;
        for (Batch batch : due) {
            giveWay(true, deadline);
            if (!reader.fits(batch.block(), deadline)) {
                return any;
            }
            plan.replace(batch, reader.read(batch, Priority.SLOW, deadline));
            any = true;
        }
        return any;
    }

    /**
     * Before a slow request the turn goes to who waits for it, so that fast values of another
     * reader wait for one slow request and not for all.
     *
     * @throws LinkException when the turn does not come back in time
     */
    private void giveWay(boolean slow, Deadline deadline) throws LinkException {
        if (!slow || !turn.hasQueuedThreads()) {
            return;
        }
        turn.unlock();
        try {
            if (!turn.tryLock(deadline.remainingNanos(), TimeUnit.NANOSECONDS)) {
                throw new LinkException(LinkException.Reason.BUSY, OTHERS);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new LinkException(LinkException.Reason.CLOSED, "interrupted", stop);
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
