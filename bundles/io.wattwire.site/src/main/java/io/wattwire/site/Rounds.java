package io.wattwire.site;

import io.wattwire.device.wire.Source;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Decides when to emit: at once when all meters of the grid, or all assets, have told something
 * new, otherwise a little after the first that did. So parts of one moment leave together, and a
 * reading of the grid does not wait for a slow battery. Not thread-safe.
 */
final class Rounds {

    private static final long WAIT_NANOS = 200_000_000L;
    private static final long QUIET_NANOS = 10_000_000_000L;

    private final Map<Source, Long> emitted = new HashMap<>();
    private boolean waiting;
    private long sinceNanos;
    private long emittedNanos;
    private boolean emittedOnce;

    boolean due(SiteSettings settings, Readings readings, long nowNanos) {
        boolean news = readings.bySource().keySet().stream().anyMatch(s -> isNew(s, readings));
        if (!news) {
            return !emittedOnce || nowNanos - emittedNanos >= QUIET_NANOS;
        }
        if (!waiting) {
            waiting = true;
            sinceNanos = nowNanos;
        }
        return nowNanos - sinceNanos >= WAIT_NANOS
                || allNew(settings.powers(Role.GRID), settings, readings, nowNanos)
                || allNew(allPowers(settings), settings, readings, nowNanos);
    }

    void emitted(Readings readings, long nowNanos) {
        readings.bySource().forEach((source, reading) -> emitted.put(source, reading.count()));
        emitted.keySet().retainAll(readings.bySource().keySet());
        waiting = false;
        emittedOnce = true;
        emittedNanos = nowNanos;
    }

    private boolean isNew(Source source, Readings readings) {
        return readings.of(source).count() > emitted.getOrDefault(source, 0L);
    }

    /** Nobody waits for a source that is silent. */
    private boolean allNew(
            Set<Source> sources, SiteSettings settings, Readings readings, long nowNanos) {
        Set<Source> awaited = new HashSet<>(sources);
        awaited.removeIf(
                source -> !readings.of(source).missing(settings, false, nowNanos).isEmpty());
        return !awaited.isEmpty() && awaited.stream().allMatch(s -> isNew(s, readings));
    }

    private static Set<Source> allPowers(SiteSettings settings) {
        Set<Source> all = new HashSet<>();
        for (Role role : Role.values()) {
            all.addAll(settings.powers(role));
        }
        return all;
    }
}
