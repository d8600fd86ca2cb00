package io.wattwire.limit.ledger;

import io.wattwire.limit.law.Command;
import io.wattwire.limit.law.Decision;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitState;
import io.wattwire.limit.law.Limiter;
import io.wattwire.limit.law.Readings;
import io.wattwire.limit.law.Reason;
import io.wattwire.limit.law.Sample;
import io.wattwire.limit.law.Setpoint;
import io.wattwire.limit.law.Slot;
import io.wattwire.limit.ledger.LedgerEntry.Damaged;
import io.wattwire.limit.ledger.LedgerEntry.Decided;
import io.wattwire.limit.ledger.LedgerEntry.Noted;
import io.wattwire.limit.ledger.LedgerEntry.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads the lines that a {@link Scribe} has written, and decides each decision again. */
final class SegmentReader {

    private final String name;
    private final Consumer<LedgerEntry> to;
    private int number;
    private boolean headed;
    private boolean foreign;
    private long clockMillis;
    private long clockNanos;
    private long lastMillis;
    private Optional<LimitSettings> settings = Optional.empty();
    private Optional<LimitState> state = Optional.empty();
    private Readings readings = Readings.NONE;
    private boolean sound;

    SegmentReader(String name, Consumer<LedgerEntry> to) {
        this.name = name;
        this.to = to;
    }

    /**
     * Takes the next line.
     *
     * @param line without its end
     * @param whole whether it had an end
     */
    void take(String line, boolean whole) {
        number++;
        if (foreign) {
            return;
        }
        Optional<String> text = whole ? Sum.opened(line) : Optional.empty();
        if (text.isEmpty()) {
            lost(whole ? "is damaged and was skipped" : "breaks off and was skipped");
            return;
        }
        try {
            understand(text.get());
        } catch (IllegalArgumentException e) {
            lost("cannot be understood (" + e.getMessage() + ") and was skipped");
        }
    }

    private void lost(String what) {
        to.accept(new Damaged(lastMillis, name + ", line " + number + " " + what));
        sound = false;
    }

    private void understand(String line) {
        char kind = line.isEmpty() ? ' ' : line.charAt(0);
        String text = line.length() > 1 ? line.substring(2) : "";
        RecordParser parser = new RecordParser(text);
        if (!headed && kind != 'H') {
            throw new IllegalArgumentException("no head");
        }
        switch (kind) {
            case 'H' -> head(text);
            case 'C' -> {
                clockMillis = parser.next(Long.class);
                clockNanos = parser.next(Long.class);
            }
            case 'S' -> settings = Optional.of(parser.next(LimitSettings.class));
            case 'B' -> state = Optional.of(parser.next(LimitState.class));
            case 'N' -> {
                readings = Readings.NONE;
                settings = Optional.empty();
                state = Optional.empty();
                sound = true;
            }
            case 'D' -> decision(parser);
            case 'T' -> {
                lastMillis = wall(parser.next(Long.class));
                to.accept(new Noted(lastMillis, parser.next(String.class)));
            }
            default -> throw new IllegalArgumentException("unknown kind " + kind);
        }
    }

    private void head(String text) {
        headed = true;
        String[] words = text.split(" ", 3);
        if (words.length < 3 || !words[0].equals(Scribe.FORMAT)) {
            foreign = true;
        } else {
            foreign = !words[1].equals(Scribe.shape());
        }
        if (foreign) {
            to.accept(
                    new Damaged(
                            lastMillis,
                            name
                                    + " was written by another version of the law and was skipped;"
                                    + " that version can read it"));
        }
    }

    private long wall(long nanos) {
        return clockMillis + Math.floorDiv(nanos - clockNanos, 1_000_000L);
    }

    private void decision(RecordParser parser) {
        long now = parser.next(Long.class);
        Map<Slot, Sample> samples = new HashMap<>(readings.samples());
        samples.putAll(parser.map(Slot.class, Sample.class));
        List<Command> commands = parser.list(Command.class);
        Setpoint battery = parser.next(Setpoint.class);
        Set<Reason> reasons = Set.copyOf(parser.list(Reason.class));
        String sum = parser.rest();
        Readings seen = new Readings(Map.copyOf(samples));
        Optional<LimitSettings> in = sound ? settings : Optional.empty();
        Optional<LimitState> before = in.isPresent() ? state : Optional.empty();
        Verdict verdict = Verdict.UNKNOWN;
        if (before.isPresent()) {
            Decision again = Limiter.decide(in.get(), before.get(), seen, now);
            boolean same =
                    again.commands().equals(commands)
                            && again.battery().equals(battery)
                            && again.siteReasons().equals(reasons)
                            && Sum.of(RecordText.of(again.state())).equals(sum);
            verdict = same ? Verdict.IDENTICAL : Verdict.DIFFERENT;
            state = same ? Optional.of(again.state()) : Optional.empty();
        }
        readings = seen;
        lastMillis = wall(now);
        to.accept(
                new Decided(
                        lastMillis, now, in, before, seen, commands, battery, reasons, verdict));
    }
}
