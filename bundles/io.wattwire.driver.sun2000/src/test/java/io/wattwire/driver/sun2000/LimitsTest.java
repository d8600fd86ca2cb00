package io.wattwire.driver.sun2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Storage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final DeviceFamily FAMILY = new Sun2000Driver().family();

    private final MeterLoopLimit export = new MeterLoopLimit();
    private final DeratingLimit derating = new DeratingLimit();

    /** 6 kW, 6.6 kW at most, no limit, remote scheduling on. */
    private static TableBank inverter() {
        return new TableBank(FAMILY, "sun2000-3ph")
                .holding(30073, 0, 6_000, 0, 6_600)
                .holding(40126, 0, 6_600)
                .holding(42014, 1)
                .holding(47415, 0, 0, 0, 0);
    }

    @Test
    void limitsTheExportByItsWattsAndThenTheMode() {
        TableBank bank = inverter();
        bank.execute(export.commands(1_500.9, bank));
        assertEquals(List.of("47416=[0, 1500]", "47415=[6]"), bank.written());
        assertEquals(OptionalDouble.of(1_500), export.readBack(bank));
    }

    @Test
    void writesNothingTwiceIntoMemoryThatWearsOut() {
        TableBank bank = inverter();
        bank.execute(export.commands(1_500, bank)).written();
        bank.execute(export.commands(1_500, bank));
        bank.execute(derating.commands(6_600, bank));
        assertEquals(List.of(), bank.written());
        for (PointControl control : List.of(export, derating)) {
            control.saved()
                    .forEach(
                            name ->
                                    assertEquals(
                                            Storage.FLASH,
                                            FAMILY.table().register(name).orElseThrow().storage()));
            assertFalse(control.handsBack(), "a failure must not raise a limit");
        }
    }

    @Test
    void anExportLimitIsNeverAForcedImport() {
        TableBank bank = inverter();
        assertEquals(OptionalDouble.of(0), export.minimum(bank));
        bank.execute(export.commands(-500, bank));
        assertEquals(List.of("47415=[6]"), bank.written(), "the watts are 0 already");
        assertEquals(OptionalDouble.of(0), export.readBack(bank));
    }

    @Test
    void theExportLimitIsReadBackInEachModeOfTheLoop() {
        TableBank bank = inverter().holding(47416, 0, 3_000, 500);
        assertEquals(OptionalDouble.empty(), export.readBack(bank), "unlimited");
        assertEquals(OptionalDouble.of(0), export.readBack(bank.holding(47415, 5)));
        assertEquals(OptionalDouble.of(3_000), export.readBack(bank.holding(47415, 6)));
        assertEquals(OptionalDouble.of(3_300), export.readBack(bank.holding(47415, 7)));
        assertEquals(OptionalDouble.empty(), export.readBack(bank.holding(47415, 1)));
    }

    @Test
    void limitsThePowerInWattsByOneRegister() {
        TableBank bank = inverter();
        bank.execute(derating.commands(2_345.6, bank));
        assertEquals(List.of("40126=[0, 2345]"), bank.written());
        assertEquals(OptionalDouble.of(2_345), derating.readBack(bank));
        assertEquals(Optional.of(2_345.0), bank.point("inverter_power_limit"));
        assertEquals(Optional.of(1.0), bank.point("inverter_power_limit_step"));
        assertEquals(Optional.of(0.0), bank.point("inverter_power_limit_min"));
    }

    @Test
    void anInverterThatIgnoresLimitsIsNotToldOne() {
        TableBank bank = inverter().holding(42014, 0);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> derating.commands(1_000, bank));
        assertTrue(refused.getMessage().contains("remote_power_scheduling"), refused.getMessage());
    }

    @Test
    void firmwareWithoutTheSwitchIsToldItsLimit() {
        TableBank bank = new TableBank(FAMILY, "sun2000-1ph").holding(40126, 0, 3_000);
        bank.execute(derating.commands(1_000, bank));
        assertEquals(List.of("40126=[0, 1000]"), bank.written());
    }

    @Test
    void neitherLimitIsWrittenForTheOther() {
        assertEquals("grid_export_limit", export.point());
        assertEquals("inverter_power_limit", derating.point());
        assertEquals(
                Set.of("active_power_control_mode", "maximum_feed_grid_power_watt"),
                export.saved());
        assertEquals(Set.of("active_power_fixed_value_derating"), derating.saved());
    }

    @Test
    void sayWhatHoldsWithoutTheGateway() {
        assertEquals(FailSafeClass.B, export.failSafeClass());
        assertEquals(FailSafeClass.C, derating.failSafeClass());
        assertTrue(derating.failSafeNote().contains("the last limit stays"));
    }

    @Test
    void whatIsNoNumberIsRefused() {
        for (PointControl control : List.of(export, derating)) {
            for (double wrong : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
                assertThrows(
                        IllegalArgumentException.class, () -> control.commands(wrong, inverter()));
            }
        }
    }
}
