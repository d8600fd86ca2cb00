package io.wattwire.device.session;

import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.Register;
import io.wattwire.device.plan.Block;
import io.wattwire.device.plan.Cost;
import io.wattwire.device.plan.ReadPlanner;
import io.wattwire.device.plan.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes batches of registers, each on one unit id and around what the device turned out to refuse.
 * Thread-safe.
 */
final class Planning {

    private static final Comparator<Register> BY_ADDRESS =
            Comparator.comparing(Register::kind).thenComparing(Register::address);

    /**
     * A control write may have to wait for the frame that is on the wire: no more words are asked
     * for at once than take this long, which is 40 words at 9600 Bd and no bound on TCP.
     */
    private static final double LONGEST_DATA_MICROS = 83_400;

    /** Stands for the unit id of parts that are not there. */
    private static final int NOWHERE = -1;

    /** What one unit id turned out to refuse. */
    private static final class Learned {
        final Set<Span> holes = new HashSet<>();
        final Set<Integer> borders = new HashSet<>();
    }

    private final BlockRules rules;
    private final ServiceUnits units;
    private final Supplier<Cost> cost;
    private final IntSupplier connection;
    private final Map<Integer, Learned> learned = new HashMap<>();
    private int learnedFor;

    /**
     * @param rules what the device accepts
     * @param units where its parts are
     * @param cost what a request costs now
     * @param connection number of the present connection: what was learned is forgotten with it
     */
    Planning(BlockRules rules, ServiceUnits units, Supplier<Cost> cost, IntSupplier connection) {
        this.rules = rules;
        this.units = units;
        this.cost = cost;
        this.connection = connection;
    }

    List<Batch> batches(Collection<Register> wanted) {
        List<Batch> batches = new ArrayList<>();
        wanted.stream()
                .collect(Collectors.groupingBy(this::unit, TreeMap::new, Collectors.toList()))
                .forEach((unit, registers) -> batches.addAll(batches(unit, registers)));
        return batches;
    }

    private int unit(Register register) {
        return units.of(register).orElse(NOWHERE);
    }

    private List<Batch> batches(int unit, List<Register> wanted) {
        Set<Span> holes = holes(unit);
        List<Register> sorted =
                wanted.stream()
                        .filter(register -> holes.stream().noneMatch(Span.of(register)::touches))
                        .sorted(BY_ADDRESS)
                        .toList();
        if (sorted.isEmpty()) {
            return List.of();
        }
        OptionalInt where = unit == NOWHERE ? OptionalInt.empty() : OptionalInt.of(unit);
        List<Span> spans = sorted.stream().map(Span::of).distinct().toList();
        BlockRules now = rules(unit, longest(spans));
        List<Batch> batches = new ArrayList<>();
        for (Block block : ReadPlanner.plan(spans, now, cost.get(), holes)) {
            List<Register> inside =
                    sorted.stream().filter(register -> block.covers(Span.of(register))).toList();
            batches.add(new Batch(where, block, inside));
        }
        return batches;
    }

    private int longest(List<Span> spans) {
        int most = spans.stream().mapToInt(Span::count).max().orElseThrow();
        double words = LONGEST_DATA_MICROS / cost.get().perWordMicros();
        int longest = (int) Math.min(words, rules.maxWords());
        return Math.max(rules.evenOnly() ? longest & ~1 : longest, Math.max(2, most));
    }

    private synchronized Set<Span> holes(int unit) {
        return Set.copyOf(learned(unit).holes);
    }

    private synchronized BlockRules rules(int unit, int longest) {
        Set<Integer> borders = new HashSet<>(rules.borders());
        borders.addAll(learned(unit).borders);
        return new BlockRules(
                Math.min(longest, rules.maxWords()),
                rules.maxBits(),
                borders,
                rules.forbidden(),
                rules.evenOnly());
    }

    private Learned learned(int unit) {
        if (learnedFor != connection.getAsInt()) {
            learnedFor = connection.getAsInt();
            learned.clear();
        }
        return learned.computeIfAbsent(unit, first -> new Learned());
    }

    synchronized void learnHole(Register register) {
        learned(unit(register)).holes.add(Span.of(register));
    }

    /** A batch that was refused was read well on both sides: blocks now begin here. */
    synchronized void learnBorder(Register first) {
        learned(unit(first)).borders.add(first.address());
    }

    /** A block of the device's own unit id begins here, and no request crosses into it. */
    synchronized void learnBorder(int address) {
        learned(units.own()).borders.add(address);
    }

    Cost cost() {
        return cost.get();
    }

    /** How long reading takes when nothing goes wrong. */
    Duration time(Collection<Batch> batches) {
        double micros = cost.get().micros(batches.stream().map(Batch::block).toList());
        return Duration.ofNanos(Math.round(micros * 1e3));
    }
}
