package io.wattwire.driver.solaredge.meter;

import io.wattwire.driver.solaredge.meter.Freshness.State;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Decides whether a meter may answer: it may as long as the powers that are fresh tell the whole
 * picture. The total alone does, as the phases follow from it. The phases do when each that ever
 * came is fresh: one that died may not turn into 0. Otherwise the meter is silent, and the
 * inverter's own fail-safe acts. Not thread-safe.
 */
final class SourceWatch {

    static final String TOTAL = "power_active";
    static final List<String> PHASES =
            List.of("l1_power_active", "l2_power_active", "l3_power_active");

    private final boolean exportControl;
    private final Duration frozenAfter;
    private final Map<String, Freshness> powers = new TreeMap<>();

    /**
     * @param exportControl whether an inverter limits its export by this meter
     * @param frozenAfter how long a source may repeat itself; zero: for ever
     */
    SourceWatch(boolean exportControl, Duration frozenAfter) {
        this.exportControl = exportControl;
        this.frozenAfter = frozenAfter;
    }

    /**
     * Takes note of one source's reading.
     *
     * @param nanos monotonic time
     * @param measured its values by key, without energies: one that stands still is no fault
     */
    void accept(long nanos, Map<String, Double> measured) {
        Stream.concat(Stream.of(TOTAL), PHASES.stream())
                .filter(measured::containsKey)
                .forEach(key -> watched(key).accept(nanos, measured));
    }

    private Freshness watched(String key) {
        return powers.computeIfAbsent(key, any -> new Freshness(exportControl, frozenAfter));
    }

    /** Whether this power, which came once, is of now. */
    boolean isFresh(String key, long nanos) {
        return powers.containsKey(key) && powers.get(key).state(nanos) == State.ANSWERING;
    }

    State state(long nanos) {
        return decisive(nanos) == null ? State.SILENT_NO_VALUE : decisive(nanos).state(nanos);
    }

    /** How old the picture is; zero before the first. */
    Duration age(long nanos) {
        return decisive(nanos) == null ? Duration.ZERO : decisive(nanos).age(nanos);
    }

    /** How old it may become. */
    Duration limit(long nanos) {
        return decisive(nanos) == null ? Freshness.LEAST : decisive(nanos).limit();
    }

    /** Which power that is, for whoever looks for the fault. */
    String name(long nanos) {
        Freshness decisive = decisive(nanos);
        return powers.entrySet().stream()
                .filter(it -> it.getValue() == decisive)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(TOTAL);
    }

    /** The power that the picture depends on: the better of the total and the worst phase. */
    private Freshness decisive(long nanos) {
        Comparator<Freshness> worse = Comparator.comparing(it -> it.state(nanos));
        worse = worse.thenComparing(it -> it.age(nanos));
        Freshness total = powers.get(TOTAL);
        Freshness phases =
                PHASES.stream()
                        .filter(powers::containsKey)
                        .map(powers::get)
                        .max(worse)
                        .orElse(null);
        boolean whole = powers.keySet().containsAll(PHASES);
        if (total == null || whole && worse.compare(phases, total) < 0) {
            return phases;
        }
        return total;
    }
}
