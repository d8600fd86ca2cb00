package io.wattwire.device.session;

import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.Register;
import io.wattwire.device.plan.Block;
import io.wattwire.device.plan.Cost;
import io.wattwire.device.plan.ReadPlanner;
import io.wattwire.device.plan.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * Makes batches of registers, around the addresses that the device turned out not to have.
 * Thread-safe.
 */
final class Planning {

    private static final Comparator<Register> BY_ADDRESS =
            Comparator.comparing(Register::kind).thenComparing(Register::address);

    private final BlockRules rules;
    private final Supplier<Cost> cost;
    private final IntSupplier connection;
    private final Set<Span> holes = new HashSet<>();
    private int holesOf;

    /**
     * @param rules what the device accepts
     * @param cost what a request costs now
     * @param connection number of the present connection: holes are forgotten with it
     */
    Planning(BlockRules rules, Supplier<Cost> cost, IntSupplier connection) {
        this.rules = rules;
        this.cost = cost;
        this.connection = connection;
    }

    static Span span(Register register) {
        return new Span(register.kind(), register.address(), register.type().words());
    }

    List<Batch> batches(Collection<Register> wanted) {
        List<Register> sorted =
                wanted.stream().filter(register -> !isHole(register)).sorted(BY_ADDRESS).toList();
        if (sorted.isEmpty()) {
            return List.of();
        }
        List<Span> spans = sorted.stream().map(Planning::span).distinct().toList();
        List<Batch> batches = new ArrayList<>();
        for (Block block : ReadPlanner.plan(spans, rules, cost.get(), holes())) {
            List<Register> inside =
                    sorted.stream().filter(register -> contains(block, register)).toList();
            batches.add(new Batch(block, inside));
        }
        return batches;
    }

    private static boolean contains(Block block, Register register) {
        return block.kind() == register.kind()
                && block.address() <= register.address()
                && register.address() + register.type().words() <= block.address() + block.count();
    }

    private boolean isHole(Register register) {
        Span span = span(register);
        return holes().stream().anyMatch(hole -> overlap(hole, span));
    }

    private static boolean overlap(Span a, Span b) {
        return a.kind() == b.kind()
                && a.address() < b.address() + b.count()
                && b.address() < a.address() + a.count();
    }

    private synchronized Set<Span> holes() {
        if (holesOf != connection.getAsInt()) {
            holesOf = connection.getAsInt();
            holes.clear();
        }
        return Set.copyOf(holes);
    }

    private synchronized void learn(Span hole) {
        holes();
        holes.add(hole);
    }

    void learnHole(Register register) {
        learn(span(register));
    }

    /**
     * Both sides of a refused batch were read well apart: what lies between them is what the device
     * refuses.
     */
    void learnGap(Register last, Register first) {
        int from = last.address() + last.type().words();
        if (last.kind() == first.kind() && from < first.address()) {
            learn(new Span(first.kind(), from, first.address() - from));
        }
    }

    Cost cost() {
        return cost.get();
    }
}
