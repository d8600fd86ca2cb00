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

/** Makes batches of registers, around what the device turned out to refuse. Thread-safe. */
final class Planning {

    private static final Comparator<Register> BY_ADDRESS =
            Comparator.comparing(Register::kind).thenComparing(Register::address);

    /**
     * A control write may have to wait for the frame that is on the wire: no more words are asked
     * for at once than take this long, which is 40 words at 9600 Bd and no bound on TCP.
     */
    private static final double LONGEST_DATA_MICROS = 83_400;

    private final BlockRules rules;
    private final Supplier<Cost> cost;
    private final IntSupplier connection;
    private final Set<Span> holes = new HashSet<>();
    private final Set<Integer> borders = new HashSet<>();
    private int learnedFor;

    /**
     * @param rules what the device accepts
     * @param cost what a request costs now
     * @param connection number of the present connection: what was learned is forgotten with it
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
        for (Block block : ReadPlanner.plan(spans, rules(longest(spans)), cost.get(), holes())) {
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
        forgetOtherConnections();
        return Set.copyOf(holes);
    }

    private int longest(List<Span> spans) {
        int most = spans.stream().mapToInt(Span::count).max().orElseThrow();
        double words = LONGEST_DATA_MICROS / cost.get().perWordMicros();
        return Math.max((int) Math.min(words, rules.maxWords()) & ~1, Math.max(2, most));
    }

    private synchronized BlockRules rules(int longest) {
        forgetOtherConnections();
        Set<Integer> all = new HashSet<>(rules.borders());
        all.addAll(borders);
        return new BlockRules(
                Math.min(longest, rules.maxWords()),
                rules.maxBits(),
                all,
                rules.forbidden(),
                rules.evenOnly());
    }

    private void forgetOtherConnections() {
        if (learnedFor != connection.getAsInt()) {
            learnedFor = connection.getAsInt();
            holes.clear();
            borders.clear();
        }
    }

    synchronized void learnHole(Register register) {
        forgetOtherConnections();
        holes.add(span(register));
    }

    /**
     * A batch that was refused was read well on both sides of this address: blocks now begin here.
     */
    synchronized void learnBorder(int address) {
        forgetOtherConnections();
        borders.add(address);
    }

    Cost cost() {
        return cost.get();
    }
}
