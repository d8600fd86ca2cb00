package io.wattwire.driver.solaredge.meter;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides whether a meter may answer. A meter that shows old power as if it were of now makes an
 * inverter export, so a source that fell silent, or repeats itself, silences the meter: the
 * inverter's own fail-safe then acts. Pure in monotonic time; not thread-safe.
 */
final class Freshness {

    /** Whether the meter answers, and why not. */
    enum State {
        /** No good value has come yet. */
        SILENT_NO_VALUE("silent-no-value"),
        /** The values are fresh. */
        ANSWERING("answering"),
        /** The source fell silent. */
        SILENT_STALE("silent-stale"),
        /** The source repeats one reading, to the last digit. */
        SILENT_FROZEN("silent-frozen");

        private final String text;

        State(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** The least age at which a value is called old. */
    static final Duration LEAST = Duration.ofSeconds(5);

    /** The oldest value that export control may act on. */
    static final Duration MOST_FOR_EXPORT = Duration.ofSeconds(15);

    private static final Duration MOST = Duration.ofSeconds(60);
    private static final double PERIODS = 2.5;

    /** The median of so many gaps is the period: one outage does not count, a new habit does. */
    private static final int GAPS = 5;

    private final Duration most;
    private final Duration frozenAfter;
    private boolean any;
    private long last;
    private long changed;
    private final Deque<Long> gaps = new ArrayDeque<>();
    private Map<String, Double> before = Map.of();

    /**
     * @param exportControl whether an inverter limits its export by this meter
     * @param frozenAfter how long a source may repeat itself; zero: for ever
     */
    Freshness(boolean exportControl, Duration frozenAfter) {
        most = exportControl ? MOST_FOR_EXPORT : MOST;
        this.frozenAfter = frozenAfter;
    }

    /** Takes note of a reading with a real power in it. */
    void accept(long nanos, Map<String, Double> measured) {
        if (any) {
            gaps.addLast(Math.min(nanos - last, MOST.toNanos()));
            if (gaps.size() > GAPS) {
                gaps.removeFirst();
            }
        }
        Map<String, Double> now = new TreeMap<>(measured);
        if (!any || !now.equals(before) || isAtRest(now)) {
            changed = nanos;
        }
        before = now;
        last = nanos;
        any = true;
    }

    /** Nothing flows and nothing else is measured: equal readings are no sign of a fault. */
    private static boolean isAtRest(Map<String, Double> now) {
        return now.values().stream().allMatch(value -> value == 0);
    }

    /** How old the last value may become. */
    Duration limit() {
        Duration wanted = Duration.ofNanos((long) (PERIODS * period()));
        Duration limit = wanted.compareTo(LEAST) < 0 ? LEAST : wanted;
        return limit.compareTo(most) > 0 ? most : limit;
    }

    private long period() {
        List<Long> sorted = gaps.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    /** How old the last value is; zero before the first. */
    Duration age(long nanos) {
        return any ? Duration.ofNanos(Math.max(0, nanos - last)) : Duration.ZERO;
    }

    State state(long nanos) {
        if (!any) {
            return State.SILENT_NO_VALUE;
        }
        if (age(nanos).compareTo(limit()) > 0) {
            return State.SILENT_STALE;
        }
        boolean frozen = !frozenAfter.isZero() && nanos - changed > frozenAfter.toNanos();
        return frozen ? State.SILENT_FROZEN : State.ANSWERING;
    }
}
