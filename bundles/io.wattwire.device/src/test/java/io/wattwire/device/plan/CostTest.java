package io.wattwire.device.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.device.model.RegisterKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CostTest {

    /** Wire times worked out by hand from the character times of 8N1 and two silences. */
    @ParameterizedTest
    @CsvSource({
        "2, 9600, 25.7",
        "10, 9600, 42.4",
        "40, 9600, 104.9",
        "80, 9600, 188.2",
        "125, 9600, 282.0",
        "2, 19200, 12.9",
        "125, 19200, 141.0",
        "2, 38400, 7.9",
        "125, 38400, 72.0",
        "2, 115200, 5.0",
        "125, 115200, 26.3",
    })
    void countsCharactersAndSilences(int words, int baud, double millis) {
        Block block = new Block(RegisterKind.INPUT, 0, words);
        assertEquals(millis, Cost.rtu(baud, 10, Duration.ZERO).micros(block) / 1e3, 0.051);
    }

    @Test
    void aCharacterWithParityTakesATenthLonger() {
        Cost cost = Cost.rtu(9600, 11, Duration.ofMillis(16));
        assertEquals(2 * 11 / 9.6e-3, cost.perWordMicros(), 1e-6);
        assertEquals((13 + 7) * 11 / 9.6e-3 + 16_000, cost.fixedMicros(), 1e-6);
    }

    @Test
    void bitsCountInWholeBytes() {
        Cost cost = new Cost(100, 10);
        assertEquals(105, cost.micros(new Block(RegisterKind.COIL, 0, 1)));
        assertEquals(105, cost.micros(new Block(RegisterKind.COIL, 0, 8)));
        assertEquals(110, cost.micros(new Block(RegisterKind.DISCRETE, 0, 9)));
    }

    @Test
    void aRequestOverTcpIsMostlyTurnaround() {
        assertEquals(50_014, Cost.tcp(Duration.ofMillis(50)).fixedMicros());
    }

    @Test
    void refusesImpossibleLines() {
        assertThrows(IllegalArgumentException.class, () -> Cost.rtu(0, 10, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> Cost.rtu(9600, 0, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> Cost.tcp(Duration.ofDays(-1)));
        assertThrows(IllegalArgumentException.class, () -> new Cost(Double.NaN, 1));
    }
}
