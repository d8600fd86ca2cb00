package io.wattwire.driver.sma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.FailSafeClass;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExportLimitTest {

    private final ExportLimit limit = new ExportLimit();

    /** 4 kW, measured by SMA's meter. */
    private static Bank metered() {
        return new Bank("si").set(41187, 3053).set(41217, 4_000);
    }

    @Test
    void itIsOneStoredRegisterAndWhatItHoldsIsReadBack() {
        Bank bank = metered();
        bank.execute(limit.commands(3_000.9, bank));
        assertEquals(List.of("41217=3000"), bank.writes(), "rounded down");
        assertEquals(OptionalDouble.of(3_000), limit.readBack(bank));
        assertEquals(Set.of("grid_point_power_limit"), limit.saved());
        assertTrue(limit.commands(3_000, bank).get(0).onlyIfDifferent(), "flash");
    }

    @Test
    void itRisesOnlyWithAMeterAtTheGridConnection() {
        Bank meter = metered();
        assertEquals(List.of("41217=6000"), meter.execute(limit.commands(6_000, meter)).writes());
        for (Bank bank : List.of(metered().set(41187, 3547), metered().set(41187, 16_777_213))) {
            assertThrows(IllegalArgumentException.class, () -> limit.commands(6_000, bank));
            assertEquals(List.of("41217=500"), bank.execute(limit.commands(500, bank)).writes());
        }
    }

    @Test
    void itIsKeptByTheDevicesOwnLoop() {
        assertEquals(FailSafeClass.B, limit.failSafeClass());
        assertEquals("grid_export_limit", limit.point());
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> limit.commands(Double.NaN, metered()));
    }
}
