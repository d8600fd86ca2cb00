package io.wattwire.driver.deye;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.FailSafeClass;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeyeExportLimitTest {

    private final DeyeExportLimit limit = DeyeExportLimit.lowVoltage();

    private static TableBank inverter() {
        return Banks.of("sg04lp3").holding(20, 0xD4C0, 1).holding(142, 2, 13_200, 0, 1);
    }

    /** The work mode (142) and the sale of surplus (145) stay with the owner. */
    @Test
    void writesTheCeilingAndNothingElse() {
        TableBank bank = inverter();
        bank.execute(limit.commands(5_000.9, bank));
        bank.execute(limit.commands(5_000.2, bank));
        assertEquals(List.of("143=[5000]"), bank.written());
        assertEquals(OptionalDouble.of(5_000), limit.readBack(bank));
        assertEquals(Set.of("max_sell_power"), limit.saved());
    }

    @Test
    void highVoltageCountsInTensAndIsRoundedDown() {
        TableBank bank = Banks.of("sg01hp3").holding(20, 0xD090, 3).holding(143, 2_500);
        bank.execute(DeyeExportLimit.highVoltage().commands(12_349, bank));
        assertEquals(List.of("143=[1234]"), bank.written());
        assertEquals(OptionalDouble.of(12_340), DeyeExportLimit.highVoltage().readBack(bank));
    }

    @Test
    void onePhaseHasItAt245() {
        TableBank bank = Banks.of("sg03lp1").holding(16, 0x3880, 1).holding(245, 8_000);
        bank.execute(DeyeExportLimit.onePhase().commands(0, bank));
        assertEquals(List.of("245=[0]"), bank.written());
    }

    @Test
    void goesFromNothingToTheRating() {
        assertEquals(OptionalDouble.of(0), limit.minimum(inverter()));
        assertEquals(OptionalDouble.of(12_000), limit.maximum(inverter()));
        assertEquals(OptionalDouble.empty(), limit.maximum(Banks.of("sg04lp3")));
        assertThrows(IllegalArgumentException.class, () -> limit.commands(Double.NaN, inverter()));
        TableBank bank = inverter();
        bank.execute(limit.commands(-5, bank));
        assertEquals(0, bank.word(143));
    }

    /** A failure must not raise a limit. */
    @Test
    void isKeptByTheInverterAndNeverHandedBackByItself() {
        assertEquals(FailSafeClass.B, limit.failSafeClass());
        assertTrue(limit.failSafeNote().contains("own CT or meter"));
        assertFalse(limit.handsBack());
    }

    /** It is the feed-in at the grid point, never the inverter's own output. */
    @Test
    void noModelHasAnInverterPowerLimit() {
        assertEquals("grid_export_limit", limit.point());
        assertTrue(Banks.FAMILY.table().point("inverter_power_limit").isEmpty());
    }
}
