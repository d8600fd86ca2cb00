package io.wattwire.device.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.Range;
import io.wattwire.device.model.RegisterKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The planner against all plans there are. */
class OptimalPlanTest {

    @Provide
    Arbitrary<List<Span>> wanted() {
        return spans(40, 6).list().ofMinSize(1).ofMaxSize(7);
    }

    @Provide
    Arbitrary<Set<Span>> holes() {
        return spans(40, 2).set().ofMaxSize(2);
    }

    private static Arbitrary<Span> spans(int addresses, int longest) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, addresses - 1),
                        Arbitraries.integers().between(1, longest))
                .as((address, count) -> new Span(RegisterKind.HOLDING, address, count));
    }

    @Provide
    Arbitrary<BlockRules> rules() {
        Arbitrary<Range> forbidden =
                Combinators.combine(
                                Arbitraries.integers().between(0, 40),
                                Arbitraries.integers().between(0, 3))
                        .as((from, more) -> new Range(RegisterKind.HOLDING, from, from + more));
        return Combinators.combine(
                        Arbitraries.integers().between(2, 30),
                        Arbitraries.integers().between(1, 40).set().ofMaxSize(2),
                        forbidden.list().ofMaxSize(1),
                        Arbitraries.of(true, false))
                .as(
                        (words, borders, ranges, even) ->
                                new BlockRules(words, 2000, borders, ranges, even));
    }

    @Provide
    Arbitrary<Cost> costs() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40), Arbitraries.integers().between(0, 3))
                .as((fixed, word) -> new Cost(fixed, word));
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void noPlanIsCheaper(
            @ForAll("wanted") List<Span> wanted,
            @ForAll("rules") BlockRules rules,
            @ForAll("costs") Cost cost,
            @ForAll("holes") Set<Span> holes) {
        List<Span> readable =
                wanted.stream()
                        .filter(span -> holes.stream().noneMatch(span::touches))
                        .distinct()
                        .toList();
        double planned = cost.micros(ReadPlanner.plan(wanted, rules, cost, holes));
        assertEquals(cheapest(readable, new ArrayList<>(), rules, cost, holes), planned, 1e-9);
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void everySpanIsCoveredAndEveryRuleIsKept(
            @ForAll("wanted") List<Span> wanted,
            @ForAll("rules") BlockRules rules,
            @ForAll("costs") Cost cost,
            @ForAll("holes") Set<Span> holes) {
        List<Block> plan = ReadPlanner.plan(wanted, rules, cost, holes);
        for (Span span : wanted) {
            boolean readable = holes.stream().noneMatch(span::touches);
            assertTrue(
                    !readable || plan.stream().anyMatch(block -> block.covers(span)),
                    span + " in " + plan);
        }
        for (Block block : plan) {
            boolean alone =
                    wanted.stream().anyMatch(span -> aligned(List.of(span), rules).equals(block));
            assertTrue(alone || allowed(block, rules, holes), block + " against " + rules);
        }
    }

    /** Puts each span into each group in turn: all partitions, 877 for seven spans. */
    private static double cheapest(
            List<Span> left,
            List<List<Span>> groups,
            BlockRules rules,
            Cost cost,
            Set<Span> holes) {
        if (left.isEmpty()) {
            return groups.stream().mapToDouble(group -> cost(group, rules, cost, holes)).sum();
        }
        Span next = left.get(0);
        List<Span> rest = left.subList(1, left.size());
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= groups.size(); i++) {
            List<List<Span>> more = new ArrayList<>(groups);
            List<Span> group = new ArrayList<>(i < groups.size() ? groups.get(i) : List.of());
            group.add(next);
            if (i < groups.size()) {
                more.set(i, group);
            } else {
                more.add(group);
            }
            least = Math.min(least, cheapest(rest, more, rules, cost, holes));
        }
        return least;
    }

    /**
     * A group is one request when the rules allow it, or when one of its spans needs all of it
     * anyway.
     */
    private static double cost(List<Span> group, BlockRules rules, Cost cost, Set<Span> holes) {
        Block block = aligned(group, rules);
        boolean alone =
                group.stream().anyMatch(span -> aligned(List.of(span), rules).equals(block));
        return alone || allowed(block, rules, holes)
                ? cost.micros(block)
                : Double.POSITIVE_INFINITY;
    }

    private static Block aligned(List<Span> group, BlockRules rules) {
        int from = group.stream().mapToInt(Span::address).min().orElseThrow();
        int to = group.stream().mapToInt(Span::end).max().orElseThrow();
        if (rules.evenOnly()) {
            from -= from % 2;
            to += to % 2;
        }
        return new Block(RegisterKind.HOLDING, from, to - from);
    }

    private static boolean allowed(Block block, BlockRules rules, Set<Span> holes) {
        Span span = new Span(block.kind(), block.address(), block.count());
        boolean crosses =
                rules.borders().stream()
                        .anyMatch(border -> block.address() < border && border < block.end());
        boolean forbidden =
                rules.forbidden().stream()
                        .anyMatch(
                                range ->
                                        range.from() < block.end()
                                                && block.address() <= range.to());
        return block.count() <= rules.maxWords()
                && !crosses
                && !forbidden
                && holes.stream().noneMatch(span::touches);
    }
}
