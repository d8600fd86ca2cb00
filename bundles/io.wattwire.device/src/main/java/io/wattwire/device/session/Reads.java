package io.wattwire.device.session;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.Priority;
import java.time.Duration;
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
 * need not wait for slow ones. Where an answer takes long, slow values are read less often.
 * Thread-safe.
 */
final class Reads {

    private static final Logger LOG = LoggerFactory.getLogger(Reads.class);

    private static final String OTHERS =
            "other reads took all the time; raise read.deadline.ms or read less";

    private final LinkWatch watch;
    private final DeviceLink link;
    private final Dues dues;
    private final SlowWarning warning;
    private final BlockReader reader;
    private final Planning planning;
    private final Recognition recognition;
    private final ModelCheck modelCheck;
    private final Upkeep upkeep;
    private final ReentrantLock turn = new ReentrantLock(true);

    Reads(Engine engine, Upkeep upkeep) {
        this.watch = engine.watch;
        this.link = engine.link;
        this.dues = new Dues(engine.link, engine.samples);
        this.warning = engine.warning;
        this.reader = engine.reader;
        this.planning = engine.planning;
        this.recognition = engine.recognition;
        this.modelCheck = engine.modelCheck;
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
                String cut = cycle(names, deadline);
                if (link.isSlow()) {
                    modelCheck.compare();
                } else {
                    modelCheck.askIfCheap(deadline);
                }
                return cut;
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
        warning.look(link.answerTime());
        ReadPlan plan = names.plan();
        if (isFirst(plan) && fitsWhole(plan, deadline)) {
            whole(names, plan, deadline);
            return "";
        }
        boolean steady = isSteady(plan);
        List<Batch> slow = dues.slow(names, plan, steady);
        boolean done = steady && slowFirst(plan, slow, deadline);
        for (Batch batch : fast(plan)) {
            plan.replace(batch, reader.read(batch, Priority.FAST, deadline));
        }
        for (Batch batch : plan.once()) {
            giveWay(true, deadline);
            if (dues.isUnread(batch) && reader.fits(batch.block(), deadline)) {
                plan.replace(batch, reader.read(batch, Priority.SLOW, deadline));
            }
        }
        // where the wire has just turned out to be slow, what was read must not wait for them
        if (!done && !(steady && link.isSlow())) {
            slow(plan, slow, deadline);
        }
        return "";
    }

    /** Where not all may fit into one cycle, those that waited longest come first. */
    private List<Batch> fast(ReadPlan plan) {
        return link.isSlow() ? dues.longestUntriedFirst(plan.fast().stream()) : plan.fast();
    }

    private boolean isFirst(ReadPlan plan) {
        return !plan.fast().isEmpty()
                && !plan.slow().isEmpty()
                && Stream.concat(plan.fast().stream(), plan.slow().stream())
                        .allMatch(batch -> dues.isNew(batch));
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
                        .allMatch(batch -> !dues.isNew(batch));
    }

    /**
     * Takes at most half the time, and waits for no answer or turn longer than usual: the fast
     * values keep their time whatever happens.
     *
     * @return false when they are to be tried once more after the fast ones
     */
    private boolean slowFirst(ReadPlan plan, List<Batch> due, Deadline deadline)
            throws LinkException {
        Deadline half = Deadline.in(Duration.ofNanos(deadline.remainingNanos() / 2));
        try {
            boolean any = false;
            for (Batch batch : due) {
                Deadline brief = link.brief();
                Deadline first = brief.remainingNanos() < half.remainingNanos() ? brief : half;
                giveWay(true, half);
                if (!reader.fits(batch.block(), first)) {
                    return any;
                }
                dues.reads();
                plan.replace(batch, reader.read(batch, Priority.SLOW, first));
                any = true;
            }
            return any;
        } catch (LinkException problem) {
            if (!turn.isHeldByCurrentThread()) {
                throw problem;
            }
            LOG.debug("slow values fail, fast ones are tried all the same", problem);
            return false;
        }
    }

    /** Reads slow batches while there is time; tells whether there was for one. */
    private boolean slow(ReadPlan plan, List<Batch> due, Deadline deadline) throws LinkException {
        boolean any = false;
        for (Batch batch : due) {
            giveWay(true, deadline);
            if (!reader.fits(batch.block(), deadline)) {
                return any;
            }
            dues.reads();
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
}
