package io.wattwire.driver.solaredge.meter;

import io.wattwire.device.session.StateStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;

/**
 * The lifetime energies of one emulated meter. Where the source counts, its counters are followed;
 * what it does not count is integrated from the powers. An integrated value is shown only once it
 * is saved, so that the meter never shows less after a crash than before. Not thread-safe.
 */
final class Energies {

    private static final String NAME = "energies";
    private static final Counter ZERO = Counter.integrating();
    private static final double NANOS_PER_HOUR = 3.6e12;

    /** Storage is written this often at most; an SD card bears it for years. */
    private static final Duration APART = Duration.ofSeconds(30);

    /** Sources tell energies rarely. */
    private static final Duration UNTIL_TOLD_AGAIN = Duration.ofMinutes(10);

    private static final List<String> PREFIXES = List.of("", "l1_", "l2_", "l3_");

    private final Storing storing;
    private final Map<String, Counter> counters = new TreeMap<>();
    private volatile Map<String, Counter> saved = Map.of();
    private long savedAt;
    private Duration running = Duration.ZERO;

    Energies(StateStore store, Executor executor, long nanos) {
        storing = new Storing(store, NAME, executor);
        savedAt = nanos - APART.toNanos();
        load();
    }

    private void load() {
        for (String line : storing.load().lines().toList()) {
            int end = line.indexOf(' ');
            Optional<Counter> counter =
                    end < 0 ? Optional.empty() : Counter.parse(line.substring(end));
            counter.ifPresent(it -> counters.put(line.substring(0, end), it));
        }
        saved = Map.copyOf(counters);
    }

    /**
     * Takes a reading.
     *
     * @param given what the source says, its energies among it
     * @param complete the powers that go with it
     * @param flowed how long these powers flowed; zero after a gap, of which nobody knows
     */
    void accept(Map<String, Double> given, Map<String, Double> complete, Duration flowed) {
        running = running.plus(flowed);
        for (String prefix : PREFIXES) {
            double power = complete.getOrDefault(prefix + "power_active", 0.0);
            count(given, prefix + "import_energy_active", Math.max(0, power), flowed);
            count(given, prefix + "export_energy_active", Math.max(0, -power), flowed);
            double apparent = complete.getOrDefault(prefix + "power_apparent", 0.0);
            count(given, prefix + "energy_apparent", apparent, flowed);
            passOn(given, prefix + "energy_active");
            reactive(given, prefix, complete, flowed);
        }
    }

    /** A net reactive energy may run backwards; without a source's own it is integrated. */
    private void reactive(
            Map<String, Double> given,
            String prefix,
            Map<String, Double> complete,
            Duration flowed) {
        String key = prefix + "energy_reactive";
        passOn(given, key);
        double power = complete.getOrDefault(prefix + "power_reactive", 0.0);
        if (!given.containsKey(key)) {
            count(given, key, Math.abs(power), flowed);
        }
    }

    /**
     * A net energy may run backwards, so a source's own is passed on as it is, and after a restart
     * as it was until the source tells it again, or does not any more.
     */
    private void passOn(Map<String, Double> given, String key) {
        Counter before = counters.get(key);
        if (given.containsKey(key)) {
            counters.put(key, Counter.following(given.get(key)));
        } else if (before != null
                && !Double.isNaN(before.source())
                && running.compareTo(UNTIL_TOLD_AGAIN) > 0) {
            counters.remove(key);
        }
    }

    private void count(Map<String, Double> given, String key, double watts, Duration flowed) {
        Counter before = counters.get(key);
        Double source = given.get(key);
        if (source != null) {
            counters.put(key, before == null ? Counter.following(source) : before.at(source));
        } else if (before == null || Double.isNaN(before.source())) {
            Counter counter = before == null ? Counter.integrating() : before;
            counters.put(key, counter.plus(watts / 1000 * flowed.toNanos() / NANOS_PER_HOUR));
        }
    }

    /** What the meter shows. */
    Map<String, Double> shown() {
        Map<String, Double> shown = new HashMap<>();
        counters.forEach(
                (key, counter) -> {
                    boolean follows = !Double.isNaN(counter.source());
                    Counter visible = follows ? counter : saved.getOrDefault(key, ZERO);
                    shown.put(key, visible.shown());
                });
        return shown;
    }

    /** Saves what changed, when it is time again. */
    void save(long nanos) {
        if (nanos - savedAt >= APART.toNanos() && !counters.equals(saved)) {
            savedAt = nanos;
            Map<String, Counter> now = Map.copyOf(counters);
            storing.later(text(now), () -> saved = now);
        }
    }

    /** Saves what changed before it returns. */
    void saveNow() {
        Map<String, Counter> now = Map.copyOf(counters);
        if (!now.equals(saved)) {
            storing.now(text(now), () -> saved = now);
        }
    }

    private static String text(Map<String, Counter> counters) {
        return counters.entrySet().stream()
                .map(it -> it.getKey() + " " + it.getValue().text())
                .sorted()
                .collect(Collectors.joining("\n"));
    }
}
