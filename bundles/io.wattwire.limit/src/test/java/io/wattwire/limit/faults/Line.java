package io.wattwire.limit.faults;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.DoubleConsumer;

/**
 * The bus that meter and inverter share: one exchange after another, writes first, reads in turn.
 * Seconds.
 */
final class Line {

    /** A small read at 9600 Bd with the device's turnaround. */
    static final double USUAL_S = 0.06;

    /** What waiting for somebody dead costs the line. */
    private static final double TIMEOUT_S = 0.4;

    /**
     * @param who asks
     * @param heard what happens at the device, in the middle of the exchange
     * @param answered what happens at the gateway, at its end
     */
    private record Exchange(
            Object who, DoubleConsumer begun, DoubleConsumer heard, DoubleConsumer answered) {}

    private final Deque<Exchange> writes = new ArrayDeque<>();
    private final Deque<Exchange> reads = new ArrayDeque<>();
    private double exchangeS = USUAL_S;
    private boolean shorted;
    private Exchange current;
    private double hearsAtS;
    private double endsAtS;

    void slow(double seconds) {
        exchangeS = seconds;
    }

    void shortOut() {
        shorted = true;
    }

    void write(DoubleConsumer begun, DoubleConsumer heard, DoubleConsumer answered) {
        writes.add(new Exchange("", begun, heard, answered));
    }

    /** A poll that finds its predecessor still waiting is skipped, as a graph's timer does it. */
    void read(Object who, DoubleConsumer heard, DoubleConsumer answered) {
        if (reads.stream().noneMatch(waiting -> waiting.who().equals(who))) {
            reads.add(new Exchange(who, t -> {}, heard, answered));
        }
    }

    /** Who asked is gone. */
    void forget() {
        writes.clear();
        reads.clear();
        current = null;
    }

    void advance(double t) {
        if (current != null && hearsAtS <= t) {
            if (!shorted) {
                current.heard().accept(t);
            }
            hearsAtS = Double.POSITIVE_INFINITY;
        }
        if (current != null && endsAtS <= t) {
            Exchange ended = current;
            current = null;
            ended.answered().accept(t);
        }
        if (current == null) {
            current = writes.isEmpty() ? reads.poll() : writes.poll();
            if (current != null) {
                double lasts = shorted ? TIMEOUT_S : exchangeS;
                hearsAtS = t + lasts / 2;
                endsAtS = t + lasts;
                current.begun().accept(t);
            }
        }
    }
}
