package io.wattwire.limit.supervisor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateTextTest {

    private static final SupervisorState FULL =
            SupervisorState.stored(
                    9,
                    List.of(new Event(3, -4), new Event(9, 5)),
                    List.of(new Event(0, 7)),
                    Optional.of(
                            new LockOut(
                                    Cause.TWO_IN_TEN_MINUTES, Direction.IMPORT, new Event(8, 1))),
                    new Counts(1, 2, 3, 4));

    private static final List<String> LINES =
            List.of(
                    "wattwire supervisor 1",
                    "supervised 9",
                    "counts 1 2 3 4",
                    "event 3 -4",
                    "event 9 5",
                    "lock-out 0 7",
                    "locked 8 1 TWO_IN_TEN_MINUTES IMPORT");

    @Test
    void isWhatItWas() {
        assertEquals(LINES, StateText.of(FULL));
        assertEquals(Optional.of(FULL), StateText.parse(LINES));
        assertEquals(
                Optional.of(SupervisorState.START),
                StateText.parse(StateText.of(SupervisorState.START)));
    }

    private static void refuses(int line, String text) {
        List<String> lines = new ArrayList<>(LINES);
        lines.set(line, text);
        assertEquals(Optional.empty(), StateText.parse(lines), text);
    }

    @Test
    void anythingElseIsRefused() {
        refuses(0, "wattwire supervisor 2");
        refuses(1, "supervised -1");
        refuses(1, "supervised 8");
        refuses(1, "supervised x");
        refuses(1, "supervised");
        refuses(1, "event 0 0");
        refuses(2, "counts 1 2 3 -1");
        refuses(2, "counts 1 2 3");
        refuses(2, "event 0 0");
        refuses(3, "event -1 0");
        refuses(3, "something 1");
        refuses(6, "locked 8 1 NO_CAUSE IMPORT");
        refuses(6, "locked 8 1 LONG_EXCURSION UP");
        assertEquals(Optional.empty(), StateText.parse(List.of()));
        assertEquals(Optional.empty(), StateText.parse(LINES.subList(0, 1)));
    }

    @Test
    void aThousandLinesAreTheMost() {
        List<String> lines = new ArrayList<>(LINES.subList(0, 3));
        while (lines.size() < 1000) {
            lines.add("event 1 1");
        }
        assertEquals(997, StateText.parse(lines).orElseThrow().events().size());
        lines.add("event 1 1");
        assertEquals(Optional.empty(), StateText.parse(lines));
    }
}
