package io.wattwire.contract;

import io.wattwire.device.model.BlockRules;
import io.wattwire.device.model.Range;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.plan.Cost;
import io.wattwire.device.plan.Span;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * The least that reading some addresses of one unit id can cost, found in another way than the
 * engine does: walking word by word, it keeps the cheapest history for each length that the request
 * in hand may have by now.
 */
final class CheapestRead {

    private static final double IMPOSSIBLE = Double.POSITIVE_INFINITY;

    private final RegisterKind kind;
    private final BlockRules rules;
    private final Cost cost;

    /** Wanted addresses; true where a register goes on that began before. */
    private final TreeMap<Integer, Boolean> wanted = new TreeMap<>();

    /** By length of the request in hand, at 0 without one: the cost of all before it. */
    private double[] histories;

    private double alone;

    private CheapestRead(RegisterKind kind, BlockRules rules, Cost cost) {
        this.kind = kind;
        this.rules = rules;
        this.cost = cost;
        histories = new double[rules.most(kind) + 1];
        Arrays.fill(histories, IMPOSSIBLE);
        histories[0] = 0;
    }

    /**
     * The optimum.
     *
     * @param spans addresses of registers of one unit id
     * @param rules what the device takes as one request
     * @return in µs
     */
    static double micros(Collection<Span> spans, BlockRules rules, Cost cost) {
        double micros = 0;
        for (RegisterKind kind : RegisterKind.values()) {
            CheapestRead read = new CheapestRead(kind, rules, cost);
            spans.stream().filter(span -> span.kind() == kind).distinct().forEach(read::want);
            micros += read.walk() + read.alone;
        }
        return micros;
    }

    private void want(Span span) {
        int from = pairs() ? span.address() & ~1 : span.address();
        int to = pairs() ? span.end() + 1 & ~1 : span.end();
        if (to - from > rules.most(kind)
                || rules.borders().stream().anyMatch(at -> from < at && at < to)) {
            alone += price(to - from);
            return;
        }
        for (int address = from; address < to; address++) {
            wanted.merge(address, address > from, Boolean::logicalOr);
        }
    }

    private boolean pairs() {
        return rules.evenOnly() && !kind.bits();
    }

    private double price(int count) {
        double words = kind.bits() ? (count + 7) / 8 / 2.0 : count;
        return cost.fixedMicros() + words * cost.perWordMicros();
    }

    private double walk() {
        for (int address : wanted.keySet()) {
            Integer before = wanted.lowerKey(address);
            if (before != null) {
                int gap = Math.min(address - before - 1, rules.most(kind));
                for (int i = 0; i < gap; i++) {
                    pass(address - gap + i);
                }
            }
            take(address);
        }
        return ended();
    }

    /** The cheapest history when the request in hand ends here. */
    private double ended() {
        double least = histories[0];
        for (int length = 1; length < histories.length; length++) {
            boolean whole = !pairs() || length % 2 == 0;
            least = whole ? Math.min(least, histories[length] + price(length)) : least;
        }
        return least;
    }

    /** An address that nobody wants: no request, or a longer one. */
    private void pass(int address) {
        double closed = ended();
        histories = rules.borders().contains(address) || forbidden(address) ? none() : longer();
        histories[0] = closed;
    }

    /** A wanted address: a longer request, or a new one where a register begins. */
    private void take(int address) {
        double closed = ended();
        boolean inside = wanted.get(address) || pairs() && address % 2 != 0;
        histories = rules.borders().contains(address) ? none() : longer();
        histories[0] = IMPOSSIBLE;
        histories[1] = inside ? IMPOSSIBLE : closed;
    }

    private double[] none() {
        double[] none = new double[histories.length];
        Arrays.fill(none, IMPOSSIBLE);
        return none;
    }

    private double[] longer() {
        double[] longer = none();
        System.arraycopy(histories, 1, longer, 2, histories.length - 2);
        return longer;
    }

    private boolean forbidden(int address) {
        List<Range> ranges = rules.forbidden();
        return ranges.stream()
                .anyMatch(r -> r.kind() == kind && r.from() <= address && address <= r.to());
    }
}
