package io.wattwire.publish.givtcp.data;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleBinaryOperator;

/** The latest values of an inverter and its parts, by the names of registers and points. */
final class Values {

    private static final int MOST = 5000;

    private final Map<String, Held> held = new HashMap<>();

    private static final long NO_CYCLE = Long.MIN_VALUE;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private record Held(Object value, long timeMillis, long seenNanos, long cycleMillis) {

        Held in(long millis) {
            return new Held(value, timeMillis, seenNanos, millis);
        }

        /** Both counts, as a backlog of hours comes within seconds. */
        boolean isOlder(long nowNanos, long nowMillis, long lifeNanos) {
            boolean byCycle =
                    cycleMillis != NO_CYCLE
                            && nowMillis - cycleMillis > lifeNanos / NANOS_PER_MILLI;
            return byCycle || nowNanos - seenNanos > lifeNanos;
        }
    }

    /**
     * Keeps a value.
     *
     * @return whether it was read anew: what is read once comes again with its old time
     */
    boolean put(String name, Object value, long timeMillis, long nowNanos) {
        if (held.size() >= MOST && !held.containsKey(name)) {
            return false;
        }
        Held before = held.put(name, new Held(value, timeMillis, nowNanos, NO_CYCLE));
        return before == null || before.timeMillis() != timeMillis;
    }

    /** Notes the time of the cycle in which values came. */
    void seen(Set<String> names, long cycleMillis) {
        names.forEach(name -> held.computeIfPresent(name, (key, it) -> it.in(cycleMillis)));
    }

    /** Drops what has not come again for too long: it is no longer known to hold. */
    void forget(long nowNanos, long cycleMillis, long lifeNanos) {
        held.values().removeIf(it -> it.isOlder(nowNanos, cycleMillis, lifeNanos));
    }

    /** The first of the names that has a number. */
    OptionalDouble number(String... names) {
        for (String name : names) {
            Held value = held.get(name);
            if (value != null && value.value() instanceof Number number) {
                return OptionalDouble.of(number.doubleValue());
            }
        }
        return OptionalDouble.empty();
    }

    /** The first of the names that has a value that is not empty, as text. */
    Optional<String> text(String... names) {
        for (String name : names) {
            Held value = held.get(name);
            if (value != null && !value.value().toString().isBlank()) {
                return Optional.of(value.value().toString().strip());
            }
        }
        return Optional.empty();
    }

    /** A flag, whatever type its channel gives it. */
    Optional<Boolean> flag(String name) {
        Held value = held.get(name);
        if (value == null) {
            return Optional.empty();
        }
        if (value.value() instanceof Number number) {
            return Optional.of(number.doubleValue() != 0);
        }
        return switch (value.value().toString().strip().toLowerCase(Locale.ROOT)) {
            case "true", "on", "enable" -> Optional.of(true);
            case "false", "off", "disable" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** All of them, by name. */
    SortedMap<String, Object> all() {
        SortedMap<String, Object> all = new TreeMap<>();
        held.forEach((name, value) -> all.put(name, value.value()));
        return all;
    }

    /** A value of two, where both are there. */
    static OptionalDouble both(OptionalDouble a, OptionalDouble b, DoubleBinaryOperator of) {
        return a.isPresent() && b.isPresent()
                ? OptionalDouble.of(of.applyAsDouble(a.getAsDouble(), b.getAsDouble()))
                : OptionalDouble.empty();
    }

    static OptionalDouble plus(OptionalDouble a, OptionalDouble b) {
        return both(a, b, Double::sum);
    }

    static OptionalDouble minus(OptionalDouble a, OptionalDouble b) {
        return both(a, b, (x, y) -> x - y);
    }

    /** The first that is there. */
    static OptionalDouble or(OptionalDouble a, OptionalDouble b) {
        return a.isPresent() ? a : b;
    }

    /** The sign turned; no -0. */
    static OptionalDouble turned(OptionalDouble a) {
        return a.isPresent() ? OptionalDouble.of(0 - a.getAsDouble()) : a;
    }

    /** What of it is above 0. */
    static OptionalDouble above(OptionalDouble a) {
        return a.isPresent() ? OptionalDouble.of(Math.max(a.getAsDouble(), 0)) : a;
    }
}
