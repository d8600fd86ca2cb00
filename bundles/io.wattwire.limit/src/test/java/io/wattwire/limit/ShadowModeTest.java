package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The limit while it only looks on. */
class ShadowModeTest extends LimitRunBench {

    @Test
    void inShadowModeNothingIsWrittenAndTheLimitIsToldAllTheSame() {
        properties.put("shadow", "true");
        start();
        inverter(2000, 4200);
        run.run();
        for (int i = 0; i < 40; i++) {
            pass(1000);
            inverter(2000, 4200);
            grid(1000);
            run.run();
        }
        assertTrue(wires.inverter.isEmpty());
        assertEquals(true, said("shadow"));
        assertEquals("regulating", said("state"));
        assertEquals(2940, limit());
        assertEquals(0L, said("writes_today"));
        assertEquals("Configured, not limiting", said("dynamicGenerationStatus"));
    }

    @Test
    void theEndOfShadowModeBeginsAtTheFallBack() {
        properties.put("shadow", "true");
        start();
        open(40);
        assertTrue(wires.inverter.isEmpty());
        change("shadow", "false");
        pass(250);
        run.run();
        assertEquals(0, Wires.limit(wires.inverter.remove()));
    }

    @Test
    void inShadowModeAMissingReadBackStaysMissing() {
        properties.put("shadow", "true");
        properties.put("rated.w", "4200");
        start();
        for (int i = 0; i < 40; i++) {
            pass(1000);
            store.accept(
                    Wires.envelope("inverter", "inverter_power", 1000.0),
                    nowMs * 1_000_000,
                    wallMs);
            grid(1000);
            run.run();
        }
        assertEquals(0, limit());
        assertTrue(((String) said("reasons")).contains("own limit was not read"));
    }

    @Test
    void itsEndWritesNothingInShadowMode() {
        properties.put("shadow", "true");
        start();
        open(20);
        run.ending().ask();
        run.run();
        assertTrue(wires.inverter.isEmpty());
    }
}
