package io.wattwire.device.session;

import io.wattwire.device.model.Rate;
import io.wattwire.device.model.Register;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The requests that bring some registers, made once; a batch that the device refuses is replaced by
 * smaller ones.
 */
final class ReadPlan {

    private final List<Batch> fast;
    private final List<Batch> slow;
    private final List<Batch> once;
    private final List<Batch> whole;

    ReadPlan(Collection<Register> wanted, Planning planning) {
        fast = batches(wanted, Rate.FAST, planning);
        slow = batches(wanted, Rate.SLOW, planning);
        once = batches(wanted, Rate.STATIC, planning);
        whole =
                planning.batches(wanted).stream()
                        .sorted(Comparator.comparing(batch -> !hasFast(batch)))
                        .toList();
    }

    static boolean hasFast(Batch batch) {
        return batch.registers().stream().anyMatch(register -> register.rate() == Rate.FAST);
    }

    private static List<Batch> batches(Collection<Register> wanted, Rate rate, Planning planning) {
        return new ArrayList<>(
                planning.batches(
                        wanted.stream().filter(register -> register.rate() == rate).toList()));
    }

    List<Batch> fast() {
        return List.copyOf(fast);
    }

    List<Batch> slow() {
        return List.copyOf(slow);
    }

    List<Batch> once() {
        return List.copyOf(once);
    }

    /** All together, for the case that everything is due: those with fast registers come first. */
    List<Batch> whole() {
        return whole;
    }

    /** Puts other batches in the place of one. */
    void replace(Batch old, List<Batch> instead) {
        for (List<Batch> batches : List.of(fast, slow, once)) {
            int at = batches.indexOf(old);
            if (at >= 0) {
                batches.remove(at);
                batches.addAll(at, instead);
            }
        }
    }
}
