package io.wattwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Reading;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final Reading READ = new Reading("power", 230.0, "W", 0, "");
    private static final Reading LATE =
            new Reading("power", null, "W", 0, "no time left in this cycle; read fewer values");
    private static final Reading SILENT = new Reading("power", null, "W", 0, "no answer");

    private final Comparison comparison = new Comparison();

    private static List<String> recorded(Reading reading) {
        return List.of(ReadingText.of(reading, new Disguise.None()));
    }

    @Test
    void theSameValueIsNoDifference() {
        assertEquals(Optional.of(""), comparison.remark(READ, recorded(READ)));
        assertEquals(Optional.of("no answer"), comparison.remark(SILENT, recorded(SILENT)));
        assertFalse(comparison.differs());
        assertEquals(List.of(), comparison.told());
    }

    @Test
    void anotherValueAndASilenceThatWasNoneAreDifferences() {
        comparison.remark(READ, List.of("power 231 W"));
        comparison.remark(SILENT, recorded(READ));
        comparison.remark(READ, recorded(SILENT));
        assertTrue(comparison.differs());
        assertEquals(List.of("3 values are not those of the recording"), comparison.told());
    }

    @Test
    void whatWasLeftOutByTimeIsToldAsThat() {
        assertEquals(
                Optional.of("left out of the recording, there was no time"),
                comparison.remark(READ, recorded(LATE)));
        assertEquals(
                Optional.of("left out now, there was no time"),
                comparison.remark(LATE, recorded(READ)));
        assertFalse(comparison.differs());
        assertTrue(comparison.told().get(0).contains("--deadline"));
    }

    @Test
    void whatTheRecordingDoesNotHaveIsNotCompared() {
        assertEquals(Optional.empty(), comparison.remark(READ, List.of("power_l1 1 W")));
    }
}
