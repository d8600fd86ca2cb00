package io.wattwire.device.plan;

import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.RegisterKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Finds the requests that read all wanted addresses at the least cost.
 *
 * <p>Any fixed rule ("join what is less than 8 apart") is wrong on some line: the gap that pays
 * depends on speed and turnaround. Here the cost decides, by dynamic programming over the sorted
 * spans of each kind. That this finds the best plan rests on one fact: when the later of two blocks
 * holds the earlier of two spans, it has room for both, so some cheapest plan cuts the sorted spans
 * into consecutive runs.
 */
public final class ReadPlanner {
    private ReadPlanner() {}

    /**
     * Makes a plan. What the rules allow in no block (a register across a border, longer than a
     * request, inside a forbidden range) gets a block of its own: the device decides.
     *
     * @param wanted addresses to read, in any order, overlapping or not
     * @param rules what the device accepts
     * @param cost what a request costs
     * @param holes addresses learned as unreadable: no block touches them, and wanted spans that do
     *     are left out
     * @return blocks sorted by kind and address; each wanted span outside the holes is covered by
     *     one of them
     */
    public static List<Block> plan(
            Collection<Span> wanted, BlockRules rules, Cost cost, Set<Span> holes) {
        List<Block> plan = new ArrayList<>();
        for (RegisterKind kind : RegisterKind.values()) {
            List<Span> spans = wanted.stream().filter(span -> span.kind() == kind).toList();
            if (!spans.isEmpty()) {
                plan.addAll(new KindPlan(kind, rules, cost, holes).plan(spans));
            }
        }
        plan.sort(
                Comparator.comparing(Block::kind)
                        .thenComparing(Block::address)
                        .thenComparing(Block::count));
        return List.copyOf(plan);
    }
}
