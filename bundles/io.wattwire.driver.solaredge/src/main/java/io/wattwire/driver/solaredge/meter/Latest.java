package io.wattwire.driver.solaredge.meter;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The newest value of each quantity, and which of them still belong together: several sources may
 * feed one meter, each with its own period. Not thread-safe.
 */
final class Latest {

    private static final String TOTAL = SourceWatch.TOTAL;
    private static final List<String> PHASES = SourceWatch.PHASES;

    /** What follows the power: an old one beside a new power would be wrong. */
    private static final long FOLLOWING_NANOS = Duration.ofSeconds(60).toNanos();

    /** Voltages and frequency hardly change, and many sources tell them rarely. */
    private static final long STEADY_NANOS = Duration.ofMinutes(15).toNanos();

    private record Given(double value, long nanos) {}

    private final SourceWatch watch;
    private final Map<String, Given> given = new HashMap<>();

    Latest(SourceWatch watch) {
        this.watch = watch;
    }

    void accept(long now, Map<Quantity, Double> values) {
        values.forEach((quantity, value) -> given.put(quantity.key(), new Given(value, now)));
    }

    /** Fresh powers; other values as long as they may be old; energies for ever. */
    Map<String, Double> known(long now) {
        Map<String, Double> known = new HashMap<>();
        given.forEach(
                (key, value) -> {
                    if (counts(Quantities.of(key), now - value.nanos, now)) {
                        known.put(key, value.value);
                    }
                });
        if (known.containsKey(TOTAL) && known.keySet().containsAll(PHASES)) {
            reconcile(known);
        }
        return known;
    }

    private boolean counts(Quantity quantity, long age, long now) {
        if (quantity.vital()) {
            return watch.isFresh(quantity.key(), now);
        }
        long most = quantity.steady() ? STEADY_NANOS : FOLLOWING_NANOS;
        return quantity.lifetime() || age <= most;
    }

    /**
     * Total and phases that were told apart must add up. The newer tells; a newer total keeps the
     * phases' shares.
     */
    private void reconcile(Map<String, Double> known) {
        long total = given.get(TOTAL).nanos;
        if (PHASES.stream().anyMatch(phase -> given.get(phase).nanos > total)) {
            known.remove(TOTAL);
        } else if (PHASES.stream().anyMatch(phase -> given.get(phase).nanos < total)) {
            share(known);
        }
    }

    private static void share(Map<String, Double> known) {
        double sum = PHASES.stream().mapToDouble(known::get).sum();
        double flow = PHASES.stream().mapToDouble(phase -> Math.abs(known.get(phase))).sum();
        double missing = known.get(TOTAL) - sum;
        if (flow == 0) {
            known.put(PHASES.get(0), missing);
        } else {
            PHASES.forEach(
                    phase ->
                            known.compute(
                                    phase,
                                    (key, watts) -> watts + missing * Math.abs(watts) / flow));
        }
    }
}
