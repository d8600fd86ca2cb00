package io.wattwire.driver.givenergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.Operation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What GivTCP of 2022 did wrong, and what its description said wrongly: each once. */
class MendedDefectsTest {

    private static final String MODEL = "gen1";

    /** It set the mode and then said that there is none of that name. */
    @Test
    void ecoIsAModeThatIsSetAndSaidToBeSet() {
        TableBank bank = Banks.of(MODEL).holding(27, 0).holding(59, 1).holding(110, 100);
        Operation mode = Banks.operation(MODEL, "battery_mode");
        bank.execute(mode.commands("Eco", bank));
        assertEquals(List.of("27=[1]", "110=[4]", "59=[0]"), bank.written());
        assertEquals(Optional.of("eco"), mode.readBack(bank));
    }

    /** Enabling the target called a function without its argument. */
    @Test
    void theChargeTargetCanBeSwitchedOnWithThePercentageThatTheDeviceHas() {
        TableBank bank = Banks.of(MODEL).holding(116, 85);
        assertEquals(List.of("20=[1]"), Banks.written(bank, MODEL, "charge_target", "enable"));
        assertEquals(Optional.of(85.0), Banks.operation(MODEL, "charge_target").readBack(bank));
    }

    /** Its description had a call for it that did not exist. */
    @Test
    void theChargeTargetCanBeSwitchedOff() {
        TableBank bank = Banks.of(MODEL).holding(20, 1).holding(116, 85);
        assertEquals(
                List.of("20=[0]", "116=[100]"),
                Banks.written(bank, MODEL, "charge_target", "disable"));
    }

    /** A branch that stood there twice hid the second slot. */
    @Test
    void theSecondDischargeSlotCanBeReached() {
        assertEquals(
                List.of("44=[1600]", "45=[1900]"),
                Banks.written(MODEL, "discharge_slot_2", "16:00-19:00"));
    }

    /** A mode with two slots wrote the second over the first. */
    @Test
    void theTwoSlotsKeepOutOfEachOthersWay() {
        TableBank bank = Banks.of(MODEL);
        Banks.written(bank, MODEL, "discharge_slot_1", "06:00-09:00");
        Banks.written(bank, MODEL, "discharge_slot_2", "16:00-19:00");
        Banks.written(bank, MODEL, "battery_mode", "timed demand");
        assertEquals(
                List.of(600, 900, 1600, 1900),
                List.of(bank.word(56), bank.word(57), bank.word(44), bank.word(45)));
    }

    /** Each timed mode wrote 16:00 to 07:00 over the owner's slot. */
    @Test
    void aTimedModeKeepsTheOwnersSlots() {
        TableBank bank = Banks.of(MODEL).holding(44, 1630, 1900);
        assertEquals(
                List.of("110=[100]", "59=[1]"),
                Banks.written(bank, MODEL, "battery_mode", "timed demand"));
    }

    /** The register takes the year without its century. */
    @Test
    void theClockGetsTheYearOfTheCentury() {
        assertEquals(
                List.of("35=[22]", "36=[1]", "37=[31]", "38=[4]", "39=[30]", "40=[5]"),
                Banks.written(MODEL, "date_time", "31/01/2022 04:30:05"));
        TableBank bank = Banks.of(MODEL).holding(35, 22, 1, 31, 4, 30, 5);
        assertEquals(
                Optional.of("2022-01-31T04:30:05"),
                Banks.operation(MODEL, "date_time").readBack(bank));
    }

    /** Its description gave the name of the one rate to the other. */
    @Test
    void chargingAndDischargingHaveTheirOwnRates() {
        assertEquals(List.of("111=[10]"), Banks.written(MODEL, "charge_rate", 30.0));
        assertEquals(List.of("112=[10]"), Banks.written(MODEL, "discharge_rate", 30.0));
    }

    /** Its description said 0100, and its code took 01:00 only. */
    @Test
    void timesWithAndWithoutAColonAreTheSame() {
        assertEquals(
                Banks.written(MODEL, "charge_slot_1", "01:00-04:00"),
                Banks.written(MODEL, "charge_slot_1", "0100-0400"));
    }

    /** The topic was spelled enableDishargeSchedule. */
    @Test
    void namesAreSpelledRight() {
        List<String> names =
                Banks.FAMILY.operations().stream()
                        .map(Operation::name)
                        .filter(name -> name.contains("dis"))
                        .collect(Collectors.toList());
        assertTrue(names.contains("discharge_schedule"), names.toString());
        assertTrue(names.stream().allMatch(name -> name.contains("discharg")), names.toString());
    }
}
