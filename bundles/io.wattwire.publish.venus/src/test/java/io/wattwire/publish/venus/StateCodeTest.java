package io.wattwire.publish.venus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of the brands, as codes of Venus. */
class StateCodeTest {

    @ParameterizedTest
    @CsvSource({
        "waiting, 0, 0",
        "wait, 0, 0",
        "self test, 0, 0",
        "activating, 0, 0",
        "initialising, 0, 0",
        "normal, 0, 7",
        "ok, 0, 7",
        "on-grid, 0, 7",
        "mppt, 100, 7",
        "throttled, 100, 7",
        "start, 2000, 7",
        "On-grid: derating, 300, 7",
        "pv offline, 0, 8",
        "off, 0, 8",
        "sleeping, 0, 8",
        "standby, 0, 8",
        "stop, 0, 8",
        "flash, 0, 9",
        "firmware update, 0, 9",
        "fault, 0, 10",
        "permanent fault, 500, 10",
        "something new, 0, 8",
        "something new, 10, 7"
    })
    void aStateHasItsCode(String words, double powerW, int code) {
        assertEquals(code, StateCode.of(words, powerW));
    }

    @Test
    void withoutAnyKnowledgeThereIsNone() {
        assertNull(StateCode.of(null, Double.NaN));
        assertEquals(StateCode.RUNNING, StateCode.of(null, 50));
        assertEquals(StateCode.STANDBY, StateCode.of(null, 0));
    }
}
