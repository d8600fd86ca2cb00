package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What the limit tells of itself. */
class LimitStatusTest extends LimitRunBench {

    private static final long DAY_MS = 86_400_000;

    @Test
    void theStatusLooksLikeAnAsset() {
        open(10);
        assertEquals("limit", said("assetName"));
        assertEquals(wallMs, said("assetTimestamp"));
        assertEquals("regulating", said("state"));
        assertEquals("C", said("fail_safe_class"));
        assertTrue(((String) said("fail_safe_note")).startsWith("not fail-safe on loss"));
        assertEquals(0L, said("grid_age_ms"));
        assertEquals("", said("configuration_problem"));
        assertTrue(status().values().stream().allMatch(v -> v.getValue() != null));
    }

    @Test
    void unknownNumbersAreLeftOut() {
        run.run();
        assertFalse(status().containsKey("limit"));
        assertFalse(status().containsKey("wanted_limit"));
        assertFalse(status().containsKey("readback"));
        assertFalse(status().containsKey("grid_age_ms"));
    }

    @Test
    void theStatusComesAtEachChangeAndEachSecond() {
        open(40);
        wires.status.clear();
        for (int i = 0; i < 8; i++) {
            pass(250);
            if (i % 4 == 3) {
                inverter(2940, 2940);
                grid(50);
            }
            run.run();
        }
        assertEquals(2, wires.status.size());
        pass(100);
        grid(-2000);
        run.run();
        assertEquals(3, wires.status.size());
    }

    @Test
    void writesAreCountedPerDay() {
        open(40);
        long today = (Long) said("writes_today");
        assertEquals(wires.inverter.size(), today);
        wallMs += DAY_MS;
        pass(1000);
        grid(-2000);
        run.run();
        assertEquals(1L, said("writes_today"));
    }

    @Test
    void theNamesOfItsOriginMeanWhatTheyMeantThere() {
        open(40);
        assertEquals("Configured, limiting", said("dynamicGenerationStatus"));
        assertEquals(2940.0, said("dynamicGenerationMaxPower"));
        assertEquals(2940.0, said("dynamicGenerationPowerMax"));
        assertTrue(status().containsKey("dynamicGenerationPower"));
        inverter(10, 2940);
        pass(1000);
        grid(3000);
        run.run();
        assertEquals("PV offline", said("dynamicGenerationStatus"));
    }

    @Test
    void withoutABoundThatBindsItDoesNotLimit() {
        properties.put("allowed.export.w", "10000");
        start();
        open(60);
        assertEquals(4200, limit());
        assertEquals("Configured, not limiting", said("dynamicGenerationStatus"));
    }

    @Test
    void aRefusedFirstConfigurationIsNoneForItsOrigin() {
        properties.put("margin.w", "much");
        start();
        open(2);
        assertEquals("Not Configured", said("dynamicGenerationStatus"));
    }
}
