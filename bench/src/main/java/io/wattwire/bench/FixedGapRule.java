package io.wattwire.bench;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.plan.Block;
import io.wattwire.device.plan.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** How other systems join registers: by the size of the hole between them, whatever the line. */
record FixedGapRule(String name, int largestHole, int longestBlock) {
    private static final int MOST_WORDS = 125;

    /** Figures as read in the systems' sources. */
    static final List<FixedGapRule> PEERS =
            List.of(
                    new FixedGapRule("one by one", 0, 0),
                    new FixedGapRule("contiguous", 0, MOST_WORDS),
                    new FixedGapRule("sunsynk: 3, 60", 3, 60),
                    new FixedGapRule("Victron RTU: 7", 7, MOST_WORDS),
                    new FixedGapRule("Huawei: 15, 64", 15, 64),
                    new FixedGapRule("Victron TCP: 31", 31, MOST_WORDS),
                    new FixedGapRule("any hole", MOST_WORDS, MOST_WORDS));

    List<Block> plan(Collection<Span> wanted) {
        List<Block> blocks = new ArrayList<>();
        for (RegisterKind kind : RegisterKind.values()) {
            blocks.addAll(
                    joined(
                            wanted.stream()
                                    .filter(span -> span.kind() == kind)
                                    .distinct()
                                    .sorted(Comparator.comparing(Span::address))
                                    .toList()));
        }
        return blocks;
    }

    private List<Block> joined(List<Span> sorted) {
        List<Block> blocks = new ArrayList<>();
        for (Span span : sorted) {
            Block last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (last != null && joins(last, span)) {
                int end = Math.max(last.end(), span.end());
                blocks.set(
                        blocks.size() - 1,
                        new Block(span.kind(), last.address(), end - last.address()));
            } else {
                blocks.add(new Block(span.kind(), span.address(), span.count()));
            }
        }
        return blocks;
    }

    private boolean joins(Block last, Span span) {
        return span.address() - last.end() <= largestHole
                && Math.max(last.end(), span.end()) - last.address() <= longestBlock;
    }
}
