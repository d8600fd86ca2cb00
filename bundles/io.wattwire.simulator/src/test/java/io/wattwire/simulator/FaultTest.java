package io.wattwire.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.simulator.Fault.Kind;
import io.wattwire.simulator.plant.SimulatedTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {

    private final SimulatedTime time = new SimulatedTime();
    private final FaultBoard board = new FaultBoard(time);

    @Test
    void textGivesKindParameterLengthAndStart() {
        assertEquals(
                new Fault(Kind.SILENCE, Duration.ZERO, Duration.ofSeconds(10), Duration.ZERO, 0),
                Fault.parse("silence:10s"));
        assertEquals(
                new Fault(
                        Kind.DELAY,
                        Duration.ofMinutes(1),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(300),
                        0),
                Fault.parse("delay:300ms:5s@1min"));
        assertEquals(
                new Fault(Kind.EXCEPTION, Duration.ofSeconds(2), Duration.ZERO, Duration.ZERO, 4),
                Fault.parse(" exception:4@2s "));
        assertEquals(Fault.of(Kind.IGNORE_WRITES), Fault.parse("ignore-writes"));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyKindHasAText(Kind kind) {
        String parameter =
                switch (kind) {
                    case DELAY -> ":1s";
                    case EXCEPTION, LOGGER_ERROR -> ":2";
                    default -> "";
                };
        assertEquals(kind, Fault.parse(kind.text() + parameter + ":7s").kind());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "noise",
                "silence:",
                "silence:10",
                "silence:-1s",
                "silence:1s:2s",
                "silence@1s@2s",
                "delay",
                "exception",
                "exception:0",
                "logger-error",
                "logger-error:0",
                "exception:256",
                "exception:4:5s:6s",
                "restart",
                "silence:99999999999s"
            })
    void wrongTextIsRefusedWithTheRightForm(String text) {
        Exception wrong = assertThrows(IllegalArgumentException.class, () -> Fault.parse(text));
        assertFalse(wrong.getMessage().isBlank());
    }

    @Test
    void faultActsFromItsStartForItsLength() {
        board.inject(Fault.parse("silence:10s@5s"));
        time.pass(4.9);
        assertTrue(board.acting(Kind.SILENCE).isEmpty());
        time.pass(0.2);
        assertTrue(board.acting(Kind.SILENCE).isPresent());
        time.pass(9.7);
        assertTrue(board.acting(Kind.SILENCE).isPresent());
        time.pass(0.3);
        assertTrue(board.acting(Kind.SILENCE).isEmpty());
    }

    @Test
    void faultWithoutLengthStaysUntilCleared() {
        board.inject(Fault.of(Kind.FROZEN));
        time.pass(1e6);
        assertEquals(1, board.acting().size());
        board.clear();
        assertTrue(board.acting().isEmpty());
    }

    @Test
    void theFaultHandedInLastWins() {
        board.inject(Fault.parse("exception:4"));
        board.inject(Fault.parse("exception:6:1s"));
        assertEquals(6, board.acting(Kind.EXCEPTION).orElseThrow().exceptionCode());
        time.pass(1.1);
        assertEquals(4, board.acting(Kind.EXCEPTION).orElseThrow().exceptionCode());
    }
}
