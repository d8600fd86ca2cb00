package io.wattwire.driver.deye;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.FailSafeClass;
import io.wattwire.device.model.RegisterWrite;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DeyeCurrentSetpointTest {

    private final DeyeCurrentSetpoint setpoint = new DeyeCurrentSetpoint(DeyeSlot.lowVoltage());
    private final DeyeBatterySetpoint power = new DeyeBatterySetpoint(DeyeSlot.lowVoltage());

    private static TableBank inverter() {
        return DeyeBatterySetpointTest.inverter();
    }

    private static List<String> init(String... then) {
        return DeyeBatterySetpointTest.init(then);
    }

    @Test
    void chargesByTheCurrentAndThenByTheTargetOfTheOnlySlot() {
        TableBank bank = inverter();
        bank.execute(setpoint.commands(97.9, bank));
        assertEquals(init("108=[97]", "171=[100]"), bank.written());
        assertEquals(OptionalDouble.of(97), setpoint.readBack(bank));
    }

    /** 50 A at 51.2 V; the owner's most discharging current (109) stays as it is. */
    @Test
    void dischargesByThePowerOfTheOnlySlot() {
        TableBank bank = inverter();
        bank.execute(setpoint.commands(-50, bank));
        assertEquals(init("159=[2560]", "171=[5]"), bank.written());
        assertEquals(OptionalDouble.of(-50), setpoint.readBack(bank));
    }

    @Test
    void chargingAndStandingStillNeedNoVoltageButDischargingDoes() {
        TableBank blind = inverter().holding(215, 0).holding(587, 0);
        blind.execute(setpoint.commands(20, blind));
        assertEquals(20, blind.word(108));
        blind.execute(setpoint.commands(0, blind));
        assertEquals(0, blind.word(108));
        assertEquals(OptionalDouble.of(0), setpoint.readBack(blind));
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> setpoint.commands(-20, blind));
        assertTrue(refused.getMessage().contains("battery_bms_voltage"), refused.getMessage());
    }

    @Test
    void refusesWhatIsNoNumber() {
        for (double wanted : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            TableBank bank = inverter();
            assertThrows(IllegalArgumentException.class, () -> setpoint.commands(wanted, bank));
        }
    }

    /** Stored settings must not be written at every tenth of a volt. */
    @Test
    void aWanderingVoltageIsAReasonToWriteWhenAWholeAIsMore() {
        TableBank bank = inverter();
        bank.execute(setpoint.commands(-50, bank));
        assertEquals(OptionalDouble.of(-50), setpoint.readBack(bank.holding(215, 5_090)));
        assertEquals(OptionalDouble.of(-49), setpoint.readBack(bank.holding(215, 5_260)));
        assertEquals(OptionalDouble.of(-51), setpoint.readBack(bank.holding(215, 5_020)));
        bank.written();
        bank.execute(setpoint.commands(-50, bank));
        assertEquals(List.of("159=[2510]"), bank.written());
    }

    @Test
    void theSeedsCurrentAndTheRatingBoundIt() {
        assertEquals(OptionalDouble.of(195), setpoint.maximum(inverter()));
        assertEquals(-12_000 / 51.2, setpoint.minimum(inverter()).orElseThrow(), 1e-9);
        TableBank small = inverter().holding(20, 50_000, 0);
        assertEquals(5_000 / 51.2, setpoint.maximum(small).orElseThrow(), 1e-9);
        TableBank blind = inverter().holding(215, 0).holding(587, 0);
        assertEquals(OptionalDouble.of(195), setpoint.maximum(blind));
        assertEquals(OptionalDouble.empty(), setpoint.minimum(blind));
    }

    /** So one can take the other's place, and restores what the other found. */
    @Test
    void itWritesAndShowsTheRegistersOfThePower() {
        Set<String> written =
                Stream.of(50.0, -50.0)
                        .flatMap(wanted -> setpoint.commands(wanted, inverter()).stream())
                        .map(RegisterWrite::register)
                        .collect(Collectors.toSet());
        assertEquals(written, setpoint.saved());
        assertEquals(power.saved(), setpoint.saved());
        assertEquals(power.readBackRegisters(), setpoint.readBackRegisters());
        assertTrue(setpoint.handsBack());
        assertEquals(FailSafeClass.C, setpoint.failSafeClass());
    }

    @Test
    void highVoltageGivesItsPowerInTens() {
        DeyeCurrentSetpoint high = new DeyeCurrentSetpoint(DeyeSlot.highVoltage());
        TableBank bank = Banks.of("sg01hp3").holding(20, 0xD090, 3);
        bank.holding(108, 50, 50).holding(146, 255).holding(148, 100, 100, 100, 100, 100, 100);
        bank.holding(159, 2_500).holding(171, 20).holding(177, 1).holding(215, 5_123);
        bank.execute(high.commands(19, bank));
        bank.execute(high.commands(-19, bank));
        assertEquals(List.of("108=[19]", "171=[100]", "159=[973]", "171=[5]"), bank.written());
        assertEquals(OptionalDouble.of(-19), high.readBack(bank));
    }

    @Test
    void onePhaseGoesTo185A() {
        DeyeCurrentSetpoint one = new DeyeCurrentSetpoint(DeyeSlot.onePhase());
        TableBank bank = Banks.of("sg03lp1").holding(16, 0x86A0, 1).holding(317, 5_000);
        assertEquals(OptionalDouble.of(185), one.maximum(bank));
        bank.holding(210, 100, 100).holding(248, 255).holding(261, 8_000).holding(273, 30);
        bank.holding(250, 100, 100, 100, 100, 100, 100).holding(279, 1);
        bank.execute(one.commands(40, bank));
        bank.execute(one.commands(-40, bank));
        assertEquals(List.of("210=[40]", "273=[100]", "261=[2000]", "273=[5]"), bank.written());
    }
}
