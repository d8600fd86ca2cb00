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
        return warning.look(Duration.ofMillis(millis));
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
        assertEquals(Optional.empty(), reader.look(Duration.ofSeconds(4)));
    }
}
