package io.wattwire.limit.ledger;

import io.wattwire.limit.law.Decision;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Readings;
import io.wattwire.limit.law.Sample;
import io.wattwire.limit.law.Slot;
import io.wattwire.limit.ledger.Entry.Evaluation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns decisions into the lines of one segment. Each segment stands for itself; within it only
 * what changed is written, because the state follows from the decision before:
 *
 * <pre>
 * H head: format, shape of the values, component
 * C clocks: wall ms, monotonic ns; again when they have moved apart
 * S settings, when they changed
 * B state before the next decision, when it does not follow from the decision before
 * N checkpoint: settings, state and all readings follow anew
 * D decision: monotonic ns, changed readings, commands, battery, reasons of the site, sum of the
 *   state after
 * T text: monotonic ns, what happened besides
 * </pre>
 */
final class Scribe {

    static final String FORMAT = "wattwire-ledger-1";

    /** After so many decisions everything is written again, so that damage ends somewhere. */
    private static final int CHECKPOINT = 500;

    /** A decision that changes nothing is left out, but not for longer than this. */
    private static final long QUIET_NANOS = 10_000_000_000L;

    private static final long CLOCK_MILLIS = 500;

    private final List<String> lines = new ArrayList<>();
    private LimitSettings settings;
    private LimitState state;
    private Decision decision;
    private Readings readings = Readings.NONE;
    private int sinceCheckpoint;
    private boolean clockKnown;
    private long clockMillis;
    private long clockNanos;
    private long writtenNanos;

    Scribe(String pid) {
        line("H", FORMAT + " " + shape() + " " + RecordText.of(pid));
    }

    /** {@return what tells this version's values from another's} */
    static String shape() {
        StringBuilder all = new StringBuilder();
        for (Class<?> type :
                List.of(LimitSettings.class, LimitState.class, Readings.class, Decision.class)) {
            all.append(Shape.describe(type));
        }
        return Sum.of(all.toString());
    }

    /** {@return the lines since the last call, each with its end} */
    String take() {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        lines.clear();
        return text.toString();
    }

    void write(Entry entry) {
        if (entry.note() != null) {
            clock(entry);
            line("T", entry.nowNanos() + " " + RecordText.of(entry.note()));
            return;
        }
        Evaluation evaluation = entry.evaluation();
        if (!quiet(evaluation, entry.nowNanos())) {
            clock(entry);
            decision(evaluation, entry.nowNanos());
        }
    }

    /** What neither changes the state nor says anything new needs no line to be decided again. */
    private boolean quiet(Evaluation now, long nowNanos) {
        return decision != null
                && nowNanos - writtenNanos < QUIET_NANOS
                && !now.decision().emit()
                && now.before().equals(state)
                && now.decision().state().equals(state)
                && now.readings().equals(readings)
                && now.settings().equals(settings)
                && now.decision().siteReasons().equals(decision.siteReasons())
                && silent(now.decision());
    }

    /** The same commands as before, but for what was written then. */
    private boolean silent(Decision now) {
        for (int i = 0; i < now.commands().size(); i++) {
            boolean same =
                    now.commands().get(i).limitW() == decision.commands().get(i).limitW()
                            && now.commands()
                                    .get(i)
                                    .reasons()
                                    .equals(decision.commands().get(i).reasons());
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private void decision(Evaluation now, long nowNanos) {
        Set<Slot> slots = now.readings().samples().keySet();
        boolean forgotten = !slots.containsAll(readings.samples().keySet());
        if (decision == null || forgotten || ++sinceCheckpoint >= CHECKPOINT) {
            line("N", "");
            readings = Readings.NONE;
            settings = null;
            state = null;
            sinceCheckpoint = 0;
        }
        if (!now.settings().equals(settings)) {
            line("S", RecordText.of(now.settings()));
            settings = now.settings();
        }
        if (!now.before().equals(state)) {
            line("B", RecordText.of(now.before()));
        }
        Map<Slot, Sample> changed = new HashMap<>(now.readings().samples());
        changed.entrySet().removeAll(readings.samples().entrySet());
        Decision made = now.decision();
        line(
                "D",
                nowNanos
                        + " "
                        + RecordText.of(changed)
                        + " "
                        + RecordText.of(made.commands())
                        + " "
                        + RecordText.of(made.battery())
                        + " "
                        + RecordText.of(made.siteReasons())
                        + " "
                        + Sum.of(RecordText.of(made.state())));
        readings = now.readings();
        state = made.state();
        decision = made;
        writtenNanos = nowNanos;
    }

    private void clock(Entry entry) {
        long expected = clockMillis + (entry.nowNanos() - clockNanos) / 1_000_000;
        if (clockKnown && Math.abs(entry.wallMillis() - expected) < CLOCK_MILLIS) {
            return;
        }
        clockKnown = true;
        clockMillis = entry.wallMillis();
        clockNanos = entry.nowNanos();
        line("C", clockMillis + " " + clockNanos);
    }

    private void line(String kind, String text) {
        lines.add(Sum.sealed(text.isEmpty() ? kind : kind + " " + text));
    }
}
