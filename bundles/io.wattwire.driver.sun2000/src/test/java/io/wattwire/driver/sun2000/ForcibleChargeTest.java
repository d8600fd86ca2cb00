package io.wattwire.driver.sun2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterWrite;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForcibleChargeTest {

    private static final DeviceFamily FAMILY = new Sun2000Driver().family();

    private final ForcibleCharge control = new ForcibleCharge();

    /** A LUNA2000 that takes 2,500 W and gives 5,000 W, left by somebody in the mode by SOC. */
    private static TableBank plant() {
        return new TableBank(FAMILY, "sun2000-3ph")
                .holding(37046, 0, 2_500, 0, 5_000)
                .holding(47083, 0)
                .holding(47100, 0, 1_000)
                .holding(47246, 1, 0, 0, 0, 0);
    }

    @Test
    void chargesByPowerTimeModeAndThenTheStart() {
        TableBank bank = plant();
        bank.execute(control.commands(2_000, bank));
        assertEquals(
                List.of("47247=[0, 2000]", "47083=[2]", "47246=[0]", "47100=[1]"), bank.written());
        assertEquals(OptionalDouble.of(2_000), control.readBack(bank));
    }

    @Test
    void dischargesWithItsOwnPowerRegister() {
        TableBank bank = plant();
        bank.execute(control.commands(-3_000, bank));
        assertEquals(
                List.of("47249=[0, 3000]", "47083=[2]", "47246=[0]", "47100=[2]"), bank.written());
        assertEquals(OptionalDouble.of(-3_000), control.readBack(bank));
    }

    /** The timer starts with the command, so nothing of it may be spared. */
    @Test
    void tellsAllOfItAgainThoughNothingChanged() {
        TableBank bank = plant();
        bank.execute(control.commands(2_000, bank));
        List<String> first = bank.written();
        bank.execute(control.commands(2_000, bank));
        assertEquals(first, bank.written());
    }

    @Test
    void theDeviceForgetsAfterTheTimeThatIsWritten() {
        Register minutes =
                FAMILY.table()
                        .register("storage_forced_charging_and_discharging_period")
                        .orElseThrow();
        assertEquals(Duration.ofMinutes(2), minutes.expiry());
        assertEquals(FailSafeClass.A, control.failSafeClass());
    }

    @Test
    void holdsAtNothingInsteadOfFreeingTheBattery() {
        TableBank bank = plant();
        bank.execute(control.commands(0, bank));
        assertEquals(
                List.of("47247=[0, 0]", "47083=[2]", "47246=[0]", "47100=[1]"), bank.written());
        assertEquals(OptionalDouble.of(0), control.readBack(bank));
    }

    @Test
    void roundsTowardsNothing() {
        TableBank bank = plant();
        bank.execute(control.commands(-1_999.9, bank));
        assertEquals(OptionalDouble.of(-1_999), control.readBack(bank));
        bank.execute(control.commands(1_999.9, bank));
        assertEquals(OptionalDouble.of(1_999), control.readBack(bank));
    }

    @Test
    void itsBoundsAreWhatTheBatteryTakesAndGives() {
        TableBank bank = plant();
        assertEquals(OptionalDouble.of(2_500), control.maximum(bank));
        assertEquals(OptionalDouble.of(-5_000), control.minimum(bank));
        bank.execute(control.commands(1e9, bank));
        assertEquals(OptionalDouble.of(2_500), control.readBack(bank));
    }

    @Test
    void commandsNothingWhileTheBoundsAreUnknown() {
        TableBank none = new TableBank(FAMILY, "sun2000-3ph");
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> control.commands(100, none));
        assertTrue(
                refused.getMessage().contains("storage_maximum_charge_power"),
                refused.getMessage());
        assertEquals(OptionalDouble.empty(), control.maximum(none));
        assertEquals(OptionalDouble.empty(), control.minimum(none));
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> control.commands(wrong, plant()));
        }
    }

    @Test
    void whatHasStoppedOrRunsToAStateOfChargeIsNoSetPoint() {
        TableBank bank = plant();
        bank.execute(control.commands(2_000, bank));
        assertEquals(OptionalDouble.empty(), control.readBack(bank.holding(47100, 0)), "stopped");
        assertEquals(
                OptionalDouble.empty(),
                control.readBack(bank.holding(47100, 1).holding(47246, 1)),
                "by state of charge, which no dead man ends");
    }

    @Test
    void letsGoInTheOrderOfTheFacts() {
        TableBank bank = plant();
        bank.execute(control.commands(-3_000, bank)).written();
        bank.execute(control.letGo(bank));
        assertEquals(
                List.of("47100=[0]", "47249=[0, 0]", "47083=[0]", "47246=[0]"), bank.written());
        assertTrue(control.handsBack());
    }

    @Test
    void savesWhatItChangesButNotWhatStartsIt() {
        assertEquals(
                Set.of(
                        "storage_forcible_charge_power",
                        "storage_forcible_discharge_power",
                        "storage_forced_charging_and_discharging_period",
                        "storage_forcible_charge_discharge_setting_mode"),
                control.saved());
    }

    /** Facts: charging from the grid is the owner's own decision, forbidden in some places. */
    @Test
    void neverAllowsChargingFromTheGrid() {
        TableBank bank = plant();
        assertTrue(
                control.commands(2_000, bank).stream()
                        .map(RegisterWrite::register)
                        .noneMatch("storage_charge_from_grid_function"::equals));
    }
}
