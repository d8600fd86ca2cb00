package io.wattwire.driver.solaredge.meter;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides whether one power may still be shown. A meter that shows old power as if it were of now
 * makes an inverter export, so a source that fell silent, or repeats itself, must be noticed. Pure
 * in monotonic time; not thread-safe.
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

    /** Values closer together are of one moment: a network that stalled delivers all at once. */
    private static final Duration MOMENT = Duration.ofMillis(100);

    /** Before the period is measured: one that comes every 5 s, a little late, does not flap. */
    private static final Duration AT_FIRST = Duration.ofSeconds(6);

    private final Duration most;
    private final Duration frozenAfter;
    private boolean any;
    private long last;
    private long lastMoment;
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

    /** Takes note of a reading with the power in it. */
    void accept(long nanos, Map<String, Double> measured) {
        takeGap(nanos);
        Map<String, Double> now = new TreeMap<>(measured);
        if (!any || !now.equals(before) || isAtRest(now)) {
            changed = nanos;
        }
        before = now;
        last = nanos;
        any = true;
    }

    private void takeGap(long nanos) {
        if (any && nanos - lastMoment < MOMENT.toNanos()) {
            return;
        }
        if (any) {
            gaps.addLast(Math.min(nanos - lastMoment, MOST.toNanos()));
        }
        if (gaps.size() > GAPS) {
            gaps.removeFirst();
        }
        lastMoment = nanos;
    }

    /** Nothing flows and nothing else is measured: equal readings are no sign of a fault. */
    private static boolean isAtRest(Map<String, Double> now) {
        return now.values().stream().allMatch(value -> value == 0);
    }

    /** How old the last value may become. */
    Duration limit() {
        if (gaps.isEmpty()) {
            return AT_FIRST;
        }
        Duration wanted = Duration.ofNanos((long) (PERIODS * period()));
        Duration limit = wanted.compareTo(LEAST) < 0 ? LEAST : wanted;
        return limit.compareTo(most) > 0 ? most : limit;
    }

    private long period() {
        List<Long> sorted = gaps.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
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
