package io.wattwire.device.session;

import io.wattwire.device.model.Register;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What is due to be read besides the fast values. Guarded by the turn of {@link Reads}. */
final class Dues {

    /** On a slow wire a slow request is followed by none for so many answers. */
    private static final int ANSWERS_BETWEEN = 5;

    /** But all have to come round before the first of them is too old. */
    private static final Duration ROUND = View.SLOW_LIFE.minusSeconds(5);

    private final DeviceLink link;
    private final Samples samples;
    private long lastSlow;

    Dues(DeviceLink link, Samples samples) {
        this.link = link;
        this.samples = samples;
        this.lastSlow = samples.nowNanos() - View.SLOW_LIFE.toNanos();
    }

    /**
     * The slow batches for this cycle. What was never read does not wait for a slow wire, either: a
     * limit is closed at a start, and whoever reads once reads no second time.
     *
     * @param steady whether all of them were tried before
     */
    List<Batch> slow(PreparedNames names, ReadPlan plan, boolean steady) {
        if (link.isSlow() && plan.slow().stream().noneMatch(this::isNew)) {
            return spaced(names, plan);
        }
        return steady ? share(names, plan) : due(plan);
    }

    /** A slow batch is read now. */
    void reads() {
        lastSlow = samples.nowNanos();
    }

    /** The slow batches that are due, longest untried first. */
    private List<Batch> due(ReadPlan plan) {
        return longestUntriedFirst(
                plan.slow().stream()
                        .filter(batch -> sinceTried(batch) >= View.SLOW_PERIOD.toNanos()));
    }

    /** Spreads what is due over its period, so that no cycle is much longer than the others. */
    private List<Batch> share(PreparedNames names, ReadPlan plan) {
        long share = names.sinceLastCycle() * plan.slow().size() / View.SLOW_PERIOD.toNanos() + 1;
        return due(plan).stream().limit(share).toList();
    }

    /**
     * On a slow wire each request makes the fast values of all who share it later. What was missed
     * while nothing could be read is not made up for.
     */
    private List<Batch> spaced(PreparedNames names, ReadPlan plan) {
        Duration pause = link.answerTime().multipliedBy(ANSWERS_BETWEEN);
        Duration most = ROUND.dividedBy(Math.max(1, plan.slow().size()));
        long nanos = Math.max(1, Math.min(pause.toNanos(), most.toNanos()));
        long share = (samples.nowNanos() - lastSlow) / nanos;
        return due(plan).stream()
                .limit(Math.min(share, names.sinceLastCycle() / nanos + 1))
                .toList();
    }

    List<Batch> longestUntriedFirst(Stream<Batch> batches) {
        return batches.sorted(Comparator.comparingLong(this::sinceTried).reversed()).toList();
    }

    boolean isNew(Batch batch) {
        return sinceTried(batch) == Long.MAX_VALUE;
    }

    boolean isUnread(Batch batch) {
        boolean missing =
                batch.registers().stream()
                                .flatMap(register -> samples.of(register).stream())
                                .filter(s -> s.read() && s.connection() == samples.connection())
                                .count()
                        < batch.registers().size();
        return missing && sinceTried(batch) >= View.SLOW_PERIOD.toNanos();
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
}
