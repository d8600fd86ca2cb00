package io.wattwire.cli.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.cli.recording.Recording.Cycle;
import io.wattwire.cli.recording.Recording.Moment;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingTest {

    private static final String ASKED = "00 01 00 00 00 06 01 04 00 0C 00 02";
    private static final String ASKED_AGAIN = "00 02 00 00 00 06 01 04 00 0C 00 02";
    private static final String TOO_LATE = "00 01 00 00 00 07 01 04 04 00 00 00 00";
    private static final String IN_TIME = "00 02 00 00 00 07 01 04 04 00 00 00 01";

    private static Moment sent(long millis, String hex) {
        return new Moment(millis, true, 1, bytes(hex));
    }

    private static Moment heard(long millis, String hex) {
        return new Moment(millis, false, 1, bytes(hex));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }

    /** The answers of each exchange in turn. */
    private static List<List<String>> answers(List<Cycle> cycles, Moment... frames) {
        Recording recording =
                new Recording(
                        "sdm230",
                        List.of(),
                        "tcp:127.0.0.1:502",
                        List.of(),
                        List.of(frames),
                        cycles);
        return recording.exchanges().stream()
                .map(
                        exchange ->
                                exchange.answers().stream()
                                        .map(HexFormat.ofDelimiter(" ").withUpperCase()::formatHex)
                                        .toList())
                .toList();
    }

    private static Cycle cycle(long millis) {
        return new Cycle(millis, List.of());
    }

    @Test
    void anAnswerThatCameTooLateAnswersNobodyInAReplay() {
        assertEquals(
                List.of(List.of(IN_TIME)),
                answers(
                        List.of(cycle(0)),
                        sent(1, ASKED),
                        heard(400, TOO_LATE),
                        sent(401, ASKED_AGAIN),
                        heard(402, IN_TIME)));
    }

    @Test
    void silenceStaysSilence() {
        assertEquals(
                List.of(List.of(), List.of(IN_TIME)),
                answers(
                        List.of(cycle(0)),
                        sent(1, ASKED),
                        sent(301, ASKED_AGAIN),
                        heard(302, IN_TIME)));
    }

    @Test
    void theNextCycleAsksForTheSameAgain() {
        assertEquals(
                List.of(List.of(TOO_LATE), List.of(IN_TIME)),
                answers(
                        List.of(cycle(0), cycle(1_000)),
                        sent(1, ASKED),
                        heard(2, TOO_LATE),
                        sent(1_001, ASKED_AGAIN),
                        heard(1_002, IN_TIME)));
    }
}
