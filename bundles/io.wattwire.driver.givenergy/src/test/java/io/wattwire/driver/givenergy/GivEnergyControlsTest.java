package io.wattwire.driver.givenergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The controls of common points: what they write, in which order, and what they read back. */
class GivEnergyControlsTest {

    /** 160 Ah at 51.2 V: 8192 Wh, so a rate of 1 is 81.92 W. */
    private static TableBank gen1() {
        return Banks.of("gen1").holding(0, 0x2001).holding(21, 449).holding(55, 160);
    }

    private static final PointControl BATTERY = BatterySetpoint.lowVoltage();

    @Test
    void chargingIsASlotOfAllDayAtARate() {
        TableBank bank = gen1().holding(27, 0).holding(59, 1).holding(20, 1);
        bank.execute(BATTERY.commands(1000, bank));
        assertEquals(
                List.of("59=[0]", "27=[1]", "20=[0]", "111=[12]", "95=[2359]", "96=[1]"),
                bank.written());
        assertEquals(12 * 81.92, BATTERY.readBack(bank).orElseThrow(), 1e-6);
    }

    @Test
    void dischargingIsASlotOfAllDayForExport() {
        TableBank bank = gen1().holding(96, 1);
        bank.execute(BATTERY.commands(-1000, bank));
        assertEquals(
                List.of("96=[0]", "112=[12]", "57=[2359]", "27=[0]", "59=[1]"), bank.written());
        assertEquals(-12 * 81.92, BATTERY.readBack(bank).orElseThrow(), 1e-6);
    }

    @Test
    void standingStillIsARateOfNothingBothWays() {
        TableBank bank = gen1().holding(111, 50, 50);
        bank.execute(BATTERY.commands(-1000, bank));
        bank.written();
        bank.execute(BATTERY.commands(0, bank));
        assertEquals(List.of("59=[0]", "27=[1]", "111=[0]", "112=[0]"), bank.written());
        assertEquals(OptionalDouble.of(0), BATTERY.readBack(bank));
    }

    @Test
    void nothingIsWrittenTwice() {
        TableBank bank = gen1();
        bank.execute(BATTERY.commands(1000, bank));
        bank.written();
        bank.execute(BATTERY.commands(1000, bank));
        assertEquals(List.of(), bank.written());
    }

    @Test
    void theBatterysSideOfTheInverterBoundsIt() {
        assertEquals(2600, BATTERY.maximum(gen1()).orElseThrow());
        assertEquals(-3600, BATTERY.minimum(gen1().holding(21, 920)).orElseThrow());
        assertEquals(2048, BATTERY.maximum(gen1().holding(55, 80)).orElseThrow(), 1e-9);
    }

    @Test
    void withoutACapacityNothingIsCommanded() {
        TableBank bank = gen1().holding(55, 0);
        assertThrows(IllegalArgumentException.class, () -> BATTERY.commands(1000, bank));
        assertEquals(OptionalDouble.empty(), BATTERY.step(bank));
    }

    @Test
    void theOwnersOwnSettingsAreNoSetPoint() {
        TableBank bank = gen1().holding(111, 50, 50).holding(94, 100, 430).holding(96, 1);
        assertEquals(OptionalDouble.empty(), BATTERY.readBack(bank));
    }

    @Test
    void anAllInOneHasAnotherVoltage() {
        TableBank aio = Banks.of("aio").holding(0, 0x8001).holding(55, 44);
        assertEquals(44 * 307 / 100.0, BatterySetpoint.allInOne().step(aio).orElseThrow(), 1e-9);
    }

    @Test
    void theLimitIsAPercentageOfTheTypesRating() {
        PointControl limit = new PowerLimit();
        TableBank bank = gen1().holding(50, 100);
        Values known = rated(bank, Optional.empty());
        assertEquals(5000, limit.readBack(known).orElseThrow());
        bank.execute(limit.commands(1990, known));
        assertEquals(List.of("50=[39]"), bank.written());
        assertEquals(1950, limit.readBack(known).orElseThrow());
        assertEquals(50, limit.step(known).orElseThrow());
    }

    @Test
    void ofAnUnknownTypeTheOwnersRatingCounts() {
        PointControl limit = new PowerLimit();
        TableBank bank = gen1().holding(0, 0x2009);
        assertThrows(
                IllegalArgumentException.class,
                () -> limit.commands(1000, rated(bank, Optional.empty())));
        assertEquals(
                List.of(25.0),
                limit.commands(1000, rated(bank, Optional.of(4000.0))).stream()
                        .map(RegisterWrite::value)
                        .toList());
    }

    private static Values rated(TableBank bank, Optional<Object> owners) {
        return name -> name.equals("inverter_rated_power") ? owners : bank.get(name);
    }

    @ParameterizedTest
    @CsvSource({
        "battery_force_charge,23:50,116=[100] 94=[2350] 95=[20] 96=[1] 111=[50]",
        "battery_force_charge,10:05,116=[100] 94=[1005] 95=[1035] 96=[1] 111=[50]",
        "battery_force_discharge,23:50,110=[4] 112=[50] 27=[0] 59=[1] 56=[2350] 57=[20]"
    })
    void forcingIsSlotOneFromNowOn(String point, String clock, String writes) {
        PointControl force = control(point, "gen1");
        TableBank bank = gen1().holding(38, hour(clock), minute(clock));
        bank.execute(force.commands(30, bank));
        assertEquals(List.of(writes.split(" ")), bank.written());
        assertEquals(OptionalDouble.of(30), force.readBack(bank));
        assertEquals(Optional.of(Duration.ofMinutes(30)), force.lasts(30));
        assertEquals(Optional.of(Duration.ZERO), force.lasts(0));
    }

    @Test
    void forcingEndsAPauseWhereThereIsOne() {
        TableBank ac = Banks.of("ac").holding(318, 3);
        ac.execute(control("battery_force_charge", "ac").commands(30, ac));
        assertEquals(
                List.of("116=[100]", "95=[30]", "96=[1]", "111=[50]", "318=[0]"), ac.written());
    }

    @Test
    void threePhasesHaveSwitchesForIt() {
        TableBank bank = Banks.of("three-phase");
        bank.execute(control("battery_force_charge", "three-phase").commands(30, bank));
        assertEquals(
                List.of("1111=[100]", "1114=[30]", "1110=[100]", "1123=[1]", "1112=[1]"),
                bank.written());
        bank.execute(control("battery_force_discharge", "three-phase").commands(30, bank));
        assertEquals(
                List.of(
                        "1109=[4]",
                        "1122=[1]",
                        "1123=[0]",
                        "1108=[100]",
                        "27=[0]",
                        "59=[1]",
                        "1119=[30]"),
                bank.written());
    }

    @Test
    void whatForcingChangesIsSaved() {
        for (String model : List.of("gen1", "ac", "three-phase")) {
            for (String point : List.of("battery_force_charge", "battery_force_discharge")) {
                PointControl force = control(point, model);
                TableBank bank = Banks.of(model);
                force.commands(30, bank)
                        .forEach(
                                write ->
                                        assertEquals(
                                                true,
                                                force.saved().contains(write.register()),
                                                model + " " + write));
            }
        }
    }

    @Test
    void withoutTheInvertersClockNothingIsForced() {
        assertThrows(
                IllegalArgumentException.class,
                () ->
                        control("battery_force_charge", "gen1")
                                .commands(30, name -> Optional.empty()));
    }

    @Test
    void aPauseIsARateOfNothing() {
        PointControl pause = control("battery_pause_discharge", "gen1");
        TableBank bank = gen1().holding(112, 50);
        assertEquals(OptionalDouble.empty(), pause.readBack(bank));
        bank.execute(pause.commands(15, bank));
        assertEquals(List.of("112=[0]"), bank.written());
        assertEquals(OptionalDouble.of(1), pause.readBack(bank));
        assertEquals(Set.of("battery_discharge_limit"), pause.saved());
    }

    private static int hour(String clock) {
        return Integer.parseInt(clock.substring(0, 2));
    }

    private static int minute(String clock) {
        return Integer.parseInt(clock.substring(3));
    }

    private static PointControl control(String point, String model) {
        return Banks.FAMILY.controls().stream()
                .filter(control -> control.point().equals(point))
                .filter(control -> control.models().contains(model))
                .findFirst()
                .orElseThrow();
    }
}
