package io.wattwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.cli.recording.Recording;
import io.wattwire.device.server.ReplayServer;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A session that others captured between discovery and status, and what they say that it means:
 * what the first program for these inverters, blebo/pv, prints as version, parameters and status.
 */
@Timeout(180)
class CmsRecordingTest {

    /** Seven fields of the version, eight parameters, eighteen values of the status. */
    private static final int FIELDS = 7 + 8 + 18;

    @TempDir Path folder;
    private Path capture;

    @BeforeEach
    void write() throws Exception {
        capture = folder.resolve("capture.txt");
        try (InputStream in = CmsRecordingTest.class.getResourceAsStream("sunezy-600e.txt")) {
            Files.copy(in, capture);
        }
    }

    @Test
    void aReplayPrintsVersionParametersAndStatusByName() throws Exception {
        Cli replay = Cli.run("replay", capture.toString());
        assertEquals(0, replay.code(), replay.out() + replay.err());
        Recording recording = RecordedLink.read(capture);
        assertEquals(FIELDS, recording.cycles().get(0).values().size());
        for (String value : recording.cycles().get(0).values()) {
            String printed = "(?sm).*^" + value.replaceAll("[.-]", "\\\\$0").replace(" ", " +");
            assertTrue(replay.out().matches(printed + " *$.*"), value + "\n" + replay.out());
        }
    }

    @Test
    void whatIsRecordedOfTheReplayIsMaskedAndTheSameElse() throws Exception {
        Path masked = folder.resolve("masked.txt");
        Recording recording = RecordedLink.read(capture);
        try (ReplayServer server = RecordedLink.serve(recording)) {
            String place = "127.0.0.1:" + server.port();
            Cli record =
                    Cli.run("record", "cms", "--rtu-tcp", place, "--output", masked.toString());
            assertEquals(0, record.code(), record.err());
        }
        String text = Files.readString(masked);
        assertFalse(text.contains("09359AL012"), text);
        assertTrue(text.contains("serial_number=00000AL001"), text);
        assertTrue(text.contains("= serial_number 00000AL001"), text);
        assertTrue(text.contains("= ac_power 2178 W"), text);
        assertEquals(0, Cli.run("replay", masked.toString()).code());
    }
}
