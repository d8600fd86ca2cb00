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

class DeyeBatterySetpointTest {

    private final DeyeBatterySetpoint setpoint = new DeyeBatterySetpoint(DeyeSlot.lowVoltage());

    /** 12 kW, 51.20 V; the schedule is off, with six slots that an owner set. */
    static TableBank inverter() {
        return Banks.of("sg04lp3")
                .holding(20, 0xD4C0, 1)
                .holding(108, 150, 180)
                .holding(146, 0)
                .holding(148, 0, 400, 800, 1200, 1600, 2000)
                .holding(154, 12_000, 12_000, 12_000, 12_000, 12_000, 11_000)
                .holding(166, 20, 20, 20, 20, 20, 30)
                .holding(172, 0, 0, 0, 0, 0, 0)
                .holding(215, 5_120)
                .holding(587, 5_130);
    }

    static List<String> init(String... then) {
        List<String> init =
                List.of(
                        "146=[255]",
                        "148=[100]",
                        "149=[100]",
                        "150=[100]",
                        "151=[100]",
                        "152=[100]",
                        "153=[100]",
                        "177=[1]");
        return Stream.concat(init.stream(), Stream.of(then)).toList();
    }

    /** HomeBattery: the whole part of W / V, from the BMS's voltage. */
    @Test
    void chargesByTheCurrentAndThenByTheTargetOfTheOnlySlot() {
        TableBank bank = inverter();
        bank.execute(setpoint.commands(5_000, bank));
        assertEquals(init("108=[97]", "171=[100]"), bank.written(), "5,000 W at 51.2 V are 97.7 A");
        assertEquals(97 * 51.2, setpoint.readBack(bank).orElseThrow(), 1e-9);
    }

    @Test
    void dischargesByThePowerAndThenByTheTargetOfTheOnlySlot() {
        TableBank bank = inverter();
        bank.execute(setpoint.commands(-3_000, bank));
        assertEquals(init("159=[3000]", "171=[5]"), bank.written());
        assertEquals(OptionalDouble.of(-3_000), setpoint.readBack(bank));
    }

    @Test
    void standsStillByChargingNothing() {
        TableBank bank = inverter();
        bank.execute(setpoint.commands(0, bank));
        assertEquals(init("108=[0]", "171=[100]"), bank.written());
        assertEquals(OptionalDouble.of(0), setpoint.readBack(bank));
        TableBank blind = inverter().holding(215, 0).holding(587, 0);
        blind.execute(setpoint.commands(0, blind));
        assertEquals(0, blind.word(108), "0 W need no voltage");
    }

    @Test
    void theNextCommandWritesOnlyWhatChanges() {
        TableBank bank = inverter();
        bank.execute(setpoint.commands(5_000, bank));
        bank.execute(setpoint.commands(4_990, bank));
        bank.execute(setpoint.commands(-3_000, bank));
        bank.execute(setpoint.commands(-2_000, bank));
        assertEquals(
                init("108=[97]", "171=[100]", "159=[3000]", "171=[5]", "159=[2000]"),
                bank.written());
    }

    @Test
    void theOtherFlagsOfTheSlotStayAsTheyAre() {
        TableBank bank = inverter().holding(177, 0x26);
        bank.execute(setpoint.commands(-1_000, bank));
        assertEquals(0x27, bank.word(177));
        TableBank unknown = Banks.of("sg04lp3").holding(215, 5_120);
        assertThrows(IllegalArgumentException.class, () -> setpoint.commands(-1_000, unknown));
    }

    /** Stored settings must not be written at every tenth of a volt. */
    @Test
    void aWanderingVoltageIsNoReasonToWriteAgain() {
        TableBank bank = inverter();
        bank.execute(setpoint.commands(5_000, bank));
        for (int volts = 5_065; volts <= 5_150; volts++) {
            bank.holding(215, volts);
            double shown = setpoint.readBack(bank).orElseThrow();
            double step = setpoint.step(bank).orElseThrow();
            assertTrue(shown <= 5_000 && shown >= 5_000 - step, volts + ": " + shown);
        }
    }

    @Test
    void withoutABmsTheInvertersOwnVoltageServes() {
        TableBank bank = inverter().holding(215, 0).holding(587, 5_000);
        bank.execute(setpoint.commands(1_000, bank));
        assertEquals(20, bank.word(108));
    }

    @Test
    void refusesWhatIsNoNumberAndWattsWithoutAVoltage() {
        TableBank blind = inverter().holding(215, 0).holding(587, 0);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> setpoint.commands(1_000, blind));
        assertTrue(refused.getMessage().contains("battery_bms_voltage"), refused.getMessage());
        for (double wanted : new double[] {Double.NaN, Double.NEGATIVE_INFINITY}) {
            TableBank bank = inverter();
            assertThrows(IllegalArgumentException.class, () -> setpoint.commands(wanted, bank));
        }
    }

    @Test
    void theRatingAndTheSeedsCurrentBoundIt() {
        TableBank bank = inverter();
        assertEquals(195 * 51.2, setpoint.maximum(bank).orElseThrow(), 1e-9);
        assertEquals(OptionalDouble.of(-12_000), setpoint.minimum(bank));
        TableBank small = inverter().holding(20, 50_000, 0);
        assertEquals(OptionalDouble.of(5_000), setpoint.maximum(small));
        assertEquals(OptionalDouble.of(-5_000), setpoint.minimum(small));
        assertEquals(OptionalDouble.empty(), setpoint.minimum(inverter().holding(20, 0, 0)));
    }

    @Test
    void aScheduleThatIsNotOursIsNoReadBack() {
        TableBank bank = inverter();
        bank.execute(setpoint.commands(5_000, bank));
        assertEquals(OptionalDouble.empty(), setpoint.readBack(inverter()));
        int[][] changes = {{146, 0xFE}, {150, 200}, {177, 0}, {171, 50}};
        for (int[] change : changes) {
            TableBank other = inverter();
            other.execute(setpoint.commands(5_000, other));
            other.holding(change[0], change[1]);
            assertEquals(OptionalDouble.empty(), setpoint.readBack(other), "" + change[0]);
        }
    }

    @Test
    void savesAllThatItWrites() {
        Set<String> written =
                Stream.of(5_000.0, -5_000.0)
                        .flatMap(wanted -> setpoint.commands(wanted, inverter()).stream())
                        .map(RegisterWrite::register)
                        .collect(Collectors.toSet());
        assertEquals(written, setpoint.saved());
    }

    @Test
    void handsBackByRestoringAlone() {
        TableBank bank = inverter();
        bank.execute(setpoint.commands(5_000, bank));
        assertTrue(setpoint.handsBack());
        assertEquals(List.of(), setpoint.letGo(bank), "each write is a stored one");
    }

    @Test
    void saysThatNothingInTheInverterWatchesUs() {
        assertEquals(FailSafeClass.C, setpoint.failSafeClass());
        assertTrue(setpoint.failSafeNote().contains("the last slot stays in force"));
    }

    /** Powers in 10 W, voltages in 0.1 V. */
    @Test
    void highVoltageCountsInOtherSteps() {
        DeyeBatterySetpoint high = new DeyeBatterySetpoint(DeyeSlot.highVoltage());
        TableBank bank = Banks.of("sg01hp3").holding(20, 0xD090, 3);
        bank.holding(108, 50, 50).holding(146, 255).holding(148, 100, 100, 100, 100, 100, 100);
        bank.holding(159, 2_500).holding(171, 20).holding(177, 1).holding(215, 5_000);
        bank.execute(high.commands(9_999, bank));
        bank.execute(high.commands(-9_999, bank));
        assertEquals(List.of("108=[19]", "171=[100]", "159=[999]", "171=[5]"), bank.written());
        assertEquals(OptionalDouble.of(-9_990), high.readBack(bank));
    }

    @Test
    void onePhaseIsTheSameAtItsOwnAddresses() {
        DeyeBatterySetpoint one = new DeyeBatterySetpoint(DeyeSlot.onePhase());
        TableBank bank = Banks.of("sg03lp1").holding(16, 0x3880, 1).holding(210, 100, 100);
        bank.holding(248, 1).holding(250, 0, 400, 800, 1200, 1600, 2000).holding(261, 8_000);
        bank.holding(273, 30).holding(279, 0).holding(317, 5_000);
        bank.execute(one.commands(2_000, bank));
        bank.execute(one.commands(-2_000, bank));
        assertEquals(
                List.of(
                        "248=[255]",
                        "250=[100]",
                        "251=[100]",
                        "252=[100]",
                        "253=[100]",
                        "254=[100]",
                        "255=[100]",
                        "279=[1]",
                        "210=[40]",
                        "273=[100]",
                        "261=[2000]",
                        "273=[5]"),
                bank.written());
        assertEquals(OptionalDouble.of(8_000), one.maximum(bank));
    }
}
