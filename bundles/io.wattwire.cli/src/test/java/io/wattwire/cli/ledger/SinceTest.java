package io.wattwire.cli.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SinceTest {

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static void means(String instant, String text) {
        assertEquals(Instant.parse(instant), Since.parse(text, NOW, BERLIN), text);
    }

    @Test
    void readsWhatPeopleWrite() {
        means("2026-02-03T04:04:36Z", "30s");
        means("2026-02-03T03:35:06Z", "30m");
        means("2026-02-03T02:05:06Z", "2h");
        means("2026-01-27T04:05:06Z", "7d");
        means("2026-01-30T23:00:00Z", "2026-01-31");
        means("2026-01-31T13:30:00Z", "2026-01-31T14:30");
        means("2026-01-31T14:30:00Z", "2026-01-31T14:30:00Z");
    }

    @Test
    void refusesTheRest() {
        for (String text : new String[] {"", "h", "-1h", "1w", "2026-13-01", "1234567d"}) {
            assertThrows(
                    IllegalArgumentException.class, () -> Since.parse(text, NOW, BERLIN), text);
        }
    }
}
