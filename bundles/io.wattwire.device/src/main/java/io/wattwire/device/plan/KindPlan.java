package io.wattwire.device.plan;

import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.Range;
import io.wattwire.device.model.RegisterKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The plan of one kind of registers. */
final class KindPlan {
    private final RegisterKind kind;
    private final BlockRules rules;
    private final Cost cost;
    private final List<Span> holes;

    KindPlan(RegisterKind kind, BlockRules rules, Cost cost, Collection<Span> holes) {
        this.kind = kind;
        this.rules = rules;
        this.cost = cost;
        this.holes = holes.stream().filter(hole -> hole.kind() == kind).toList();
    }

    List<Block> plan(Collection<Span> wanted) {
        List<Span> readable =
                wanted.stream().filter(span -> holes.stream().noneMatch(span::touches)).toList();
        List<Block> plan = new ArrayList<>();
        List<Span> joinable = new ArrayList<>();
        for (Span span : undominated(readable.stream().map(this::aligned).toList())) {
            if (span.count() <= rules.most(kind) && span.end() <= reach(span.address())) {
                joinable.add(span);
            } else {
                plan.add(block(span.address(), span.end()));
            }
        }
        plan.addAll(cheapest(joinable));
        return plan;
    }

    private Span aligned(Span span) {
        if (!rules.evenOnly() || kind.bits()) {
            return span;
        }
        int from = span.address() & ~1;
        int to = span.end() + 1 & ~1;
        return new Span(kind, from, to - from);
    }

    /** Sorted, without spans that lie inside another: then starts and ends both rise. */
    private static List<Span> undominated(List<Span> spans) {
        List<Span> sorted =
                spans.stream()
                        .sorted(
                                Comparator.comparing(Span::address)
                                        .thenComparing(Span::end, Comparator.reverseOrder()))
                        .toList();
        List<Span> kept = new ArrayList<>();
        for (Span span : sorted) {
            if (kept.isEmpty() || span.end() > kept.get(kept.size() - 1).end()) {
                kept.add(span);
            }
        }
        return kept;
    }

    /** How far a block from this address may reach. */
    private int reach(int address) {
        int reach = 0x10000;
        for (int border : rules.borders()) {
            reach = border > address ? Math.min(reach, border) : reach;
        }
        for (Range range : rules.forbidden()) {
            reach =
                    range.kind() == kind
                            ? Math.min(reach, before(address, range.from(), range.to()))
                            : reach;
        }
        for (Span hole : holes) {
            reach = Math.min(reach, before(address, hole.address(), hole.end() - 1));
        }
        return reach;
    }

    private static int before(int address, int from, int to) {
        return to < address ? 0x10000 : Math.max(address, from);
    }

    /** For each number of spans from the left, the least cost and where its last block begins. */
    private List<Block> cheapest(List<Span> spans) {
        double[] least = new double[spans.size() + 1];
        int[] lastFrom = new int[spans.size() + 1];
        int[] reach = spans.stream().mapToInt(span -> reach(span.address())).toArray();
        for (int count = 1; count <= spans.size(); count++) {
            int end = spans.get(count - 1).end();
            least[count] = Double.POSITIVE_INFINITY;
            for (int from = count - 1;
                    from >= 0 && end - spans.get(from).address() <= rules.most(kind);
                    from--) {
                double total = least[from] + cost.micros(block(spans.get(from).address(), end));
                if (end <= reach[from] && total <= least[count]) {
                    least[count] = total;
                    lastFrom[count] = from;
                }
            }
        }
        List<Block> blocks = new ArrayList<>();
        for (int count = spans.size(); count > 0; count = lastFrom[count]) {
            blocks.add(block(spans.get(lastFrom[count]).address(), spans.get(count - 1).end()));
        }
        return blocks;
    }

    private Block block(int from, int to) {
        return new Block(kind, from, to - from);
    }
}
