package io.wattwire.limit.supervisor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The part of the state that survives a restart, as lines of text. */
final class StateText {

    private static final String HEAD = "wattwire supervisor 1";
    private static final int MOST_EVENTS = 1000;

    private StateText() {}

    static List<String> of(SupervisorState state) {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        lines.add("supervised " + state.supervisedNanos());
        Counts counts = state.counts();
        lines.add(
                "counts "
                        + counts.excursions()
                        + " "
                        + counts.events()
                        + " "
                        + counts.lockOuts()
                        + " "
                        + counts.longestNanos());
        state.events().forEach(event -> lines.add("event " + text(event)));
        state.lockOuts().forEach(event -> lines.add("lock-out " + text(event)));
        state.lockOut()
                .ifPresent(
                        out ->
                                lines.add(
                                        "locked "
                                                + text(out.since())
                                                + " "
                                                + out.cause()
                                                + " "
                                                + out.direction()));
        return lines;
    }

    private static String text(Event event) {
        return event.atNanos() + " " + event.wallMillis();
    }

    /** {@return the state; empty when the lines do not make one} */
    static Optional<SupervisorState> parse(List<String> lines) {
        if (lines.isEmpty() || !lines.get(0).equals(HEAD) || lines.size() > MOST_EVENTS) {
            return Optional.empty();
        }
        Parser parser = new Parser();
        try {
            for (String line : lines.subList(1, lines.size())) {
                parser.take(line.split(" "));
            }
            return Optional.of(parser.state());
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException wrong) {
            return Optional.empty();
        }
    }

    /** Takes one line after the other; throws unchecked at the first that is wrong. */
    private static final class Parser {
        private final List<Event> events = new ArrayList<>();
        private final List<Event> lockOuts = new ArrayList<>();
        private Optional<LockOut> lockOut = Optional.empty();
        private long supervised = -1;
        private Counts counts;

        void take(String[] words) {
            switch (words[0]) {
                case "supervised" -> supervised = number(words[1]);
                case "counts" ->
                        counts =
                                new Counts(
                                        number(words[1]),
                                        number(words[2]),
                                        number(words[3]),
                                        number(words[4]));
                case "event" -> events.add(event(words));
                case "lock-out" -> lockOuts.add(event(words));
                case "locked" ->
                        lockOut =
                                Optional.of(
                                        new LockOut(
                                                Cause.valueOf(words[3]),
                                                Direction.valueOf(words[4]),
                                                event(words)));
                default -> throw new IllegalArgumentException(words[0]);
            }
        }

        private Event event(String[] words) {
            long at = number(words[1]);
            if (at > supervised) {
                throw new IllegalArgumentException("an event from the future");
            }
            return new Event(at, Long.parseLong(words[2]));
        }

        private static long number(String text) {
            long number = Long.parseLong(text);
            if (number < 0) {
                throw new IllegalArgumentException("negative");
            }
            return number;
        }

        SupervisorState state() {
            if (supervised < 0 || counts == null) {
                throw new IllegalArgumentException("incomplete");
            }
            return SupervisorState.stored(supervised, events, lockOuts, lockOut, counts);
        }
    }
}
