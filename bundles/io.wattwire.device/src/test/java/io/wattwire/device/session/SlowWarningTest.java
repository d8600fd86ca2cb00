package io.wattwire.device.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A line over which no limit can be held in 5 s. */
class SlowWarningTest {

    private final SlowWarning warning = new SlowWarning("inverter", true);

    private Optional<String> answersTake(int millis) {
        return answersTake(warning, millis);
    }

    private static Optional<String> answersTake(SlowWarning warning, int millis) {
        Optional<String> said = Optional.empty();
        for (int i = 0; i < 12; i++) {
            assertEquals(Optional.empty(), said, "too early");
            said = warning.look(Duration.ofMillis(millis));
        }
        return said;
    }

    @Test
    void aHiccupIsNothingToSpeakOf() {
        for (int i = 0; i < 11; i++) {
            assertEquals(Optional.empty(), warning.look(Duration.ofSeconds(4)));
        }
        assertEquals(Optional.empty(), warning.look(Duration.ZERO));
        assertEquals(Optional.empty(), warning.look(Duration.ofSeconds(4)));
    }

    @Test
    void saysHowLongALimitTakesThere() {
        String text = answersTake(1_500).orElseThrow();
        assertTrue(text.contains("inverter: an answer takes 1.5 s"), text);
        assertTrue(text.contains("up to 6.0 s"), text);
    }

    @Test
    void saysItOnceUntilTheLineWasQuick() {
        assertTrue(answersTake(2_000).isPresent());
        assertEquals(Optional.empty(), answersTake(3_000));
        assertEquals(Optional.empty(), answersTake(10));
        assertTrue(answersTake(2_000).isPresent());
    }

    @Test
    void answersOfASecondAreQuickEnough() {
        assertEquals(Optional.empty(), answersTake(1_050));
    }

    @Test
    void nobodyIsWarnedWhereNothingIsControlled() {
        SlowWarning reader = new SlowWarning("meter", false);
        assertEquals(Optional.empty(), answersTake(reader, 4_000));
    }
}
