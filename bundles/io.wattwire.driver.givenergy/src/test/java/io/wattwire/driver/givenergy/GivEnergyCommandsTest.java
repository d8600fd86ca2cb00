package io.wattwire.driver.givenergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.Operation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command writes what GivTCP wrote for it, in that order, and says afterwards what holds. */
class GivEnergyCommandsTest {

    private static final String GEN1 = "gen1";

    /** Reserve 50 %, export, slots on: everything that a mode could have to change. */
    private static TableBank busy() {
        return Banks.of(GEN1).holding(27, 0).holding(59, 1).holding(110, 50);
    }

    @ParameterizedTest
    @CsvSource({
        "eco,27=[1] 110=[4] 59=[0]",
        "Eco (Paused),27=[1] 59=[0] 110=[100]",
        "1,110=[4] 59=[0] 27=[1]",
    })
    void modesWithoutSlots(String mode, String writes) {
        assertEquals(List.of(writes.split(" ")), Banks.written(busy(), GEN1, "battery_mode", mode));
    }

    @ParameterizedTest
    @CsvSource({
        "Timed Demand,27=[1] 110=[100] 59=[1] 56=[1600] 57=[700]",
        "2,110=[100] 59=[1] 27=[1] 56=[1600] 57=[700]",
        "3,110=[100] 59=[1] 27=[1]"
    })
    void timedDemandFromAnIdleExport(String mode, String writes) {
        TableBank bank = busy().holding(59, 0);
        assertEquals(List.of(writes.split(" ")), Banks.written(bank, GEN1, "battery_mode", mode));
    }

    @ParameterizedTest
    @CsvSource({
        "Timed Export,27=[0] 110=[100] 59=[1] 56=[1600] 57=[700]",
        "4,110=[4] 59=[1] 27=[0]"
    })
    void timedExportFromEco(String mode, String writes) {
        TableBank bank = busy().holding(27, 1).holding(59, 0);
        assertEquals(List.of(writes.split(" ")), Banks.written(bank, GEN1, "battery_mode", mode));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eco", "eco (paused)", "timed demand", "timed export"})
    void aModeIsReadBackByItsName(String mode) {
        TableBank bank = busy();
        Operation operation = Banks.operation(GEN1, "battery_mode");
        bank.execute(operation.commands(mode, bank));
        assertEquals(Optional.of(mode), operation.readBack(bank));
    }

    @ParameterizedTest
    @CsvSource({"1,eco", "2,timed demand", "3,timed demand", "4,timed export"})
    void aNumberedModeHasANameToo(int number, String name) {
        TableBank bank = busy();
        Operation operation = Banks.operation(GEN1, "battery_mode");
        bank.execute(operation.commands((double) number, bank));
        assertEquals(Optional.of(name), operation.readBack(bank));
    }

    @ParameterizedTest
    @CsvSource({
        "charge_target,80,20=[1] 116=[80]",
        "charge_target,4,20=[1] 116=[4]",
        "charge_target,100,116=[100]",
        "charge_target,off,116=[100]",
        "charge_schedule,enable,96=[1]",
        "discharge_schedule,on,59=[1]",
        "battery_discharging,enable,110=[4]",
        "battery_discharging,disable,110=[100]",
        "charge_rate,100,111=[50]",
        "charge_rate,99,111=[33]",
        "charge_rate,50,111=[16]",
        "discharge_rate,100,112=[50]",
        "discharge_rate,20,112=[6]",
        "battery_reserve,20,114=[20]",
        "battery_reserve,0,114=[4]",
        "charge_slot_1,01:00-04:30,94=[100] 95=[430]",
        "charge_slot_1,01:00-04:00 55%,20=[1] 116=[55] 94=[100] 95=[400]",
        "charge_slot_2,23:30-05:30,31=[2330] 32=[530]",
        "discharge_slot_1,16:00-07:00,56=[1600] 57=[700]",
        "discharge_slot_1,16:00-07:00 20,114=[20] 56=[1600] 57=[700]",
        "discharge_slot_2,16:00-19:00,44=[1600] 45=[1900]",
        "battery_calibration,start,29=[1]",
        "battery_calibration,charge only,29=[3]"
    })
    void writesWhatGivTcpWrote(String name, String value, String writes) {
        assertEquals(List.of(writes.split(" ")), Banks.written(GEN1, name, value));
    }

    @ParameterizedTest
    @CsvSource({
        "charge_slot_3,246,247", "charge_slot_4,249,250", "charge_slot_10,267,268",
        "discharge_slot_3,276,277", "discharge_slot_7,288,289", "discharge_slot_10,297,298"
    })
    void tenSlotsLieThreeApart(String name, int start, int end) {
        assertEquals(
                List.of(start + "=[530]", end + "=[1745]"),
                Banks.written("gen3", name, "05:30-17:45"));
    }

    @Test
    void threePhasesHaveTheirSlotsElsewhere() {
        assertEquals(
                List.of("1113=[100]", "1114=[430]"),
                Banks.written("three-phase", "charge_slot_1", "01:00-04:30"));
        assertEquals(
                List.of("1120=[100]", "1121=[430]"),
                Banks.written("three-phase", "discharge_slot_2", "01:00-04:30"));
        assertEquals(List.of("1112=[1]"), Banks.written("three-phase", "charge_schedule", "on"));
        assertEquals(
                List.of("20=[1]", "1111=[70]"),
                Banks.written("three-phase", "charge_target", 70.0));
    }

    @Test
    void anEmsHasATargetForEachSlot() {
        assertEquals(
                List.of("2055=[90]", "2053=[100]", "2054=[430]"),
                Banks.written("ems", "charge_slot_1", "01:00-04:30 90%"));
        assertEquals(
                List.of("2068=[1600]", "2069=[1900]"),
                Banks.written("ems", "export_slot_3", "16:00-19:00"));
    }

    @Test
    void pausesHaveAModeAndASlot() {
        for (String model : GivEnergyModel.AC_SETTINGS) {
            assertEquals(318, Banks.of(model).register("battery_pause_mode").address());
            assertEquals(
                    List.of("319=[1600]", "320=[1900]"),
                    Banks.written(model, "battery_pause_slot", "16:00-19:00"));
        }
    }

    @Test
    void aSlotIsReadBackAsItWasWritten() {
        TableBank bank = Banks.of(GEN1);
        Operation slot = Banks.operation(GEN1, "charge_slot_1");
        assertEquals(Optional.of("off"), slot.readBack(bank));
        bank.execute(slot.commands("23:30-05:30", bank));
        assertEquals(Optional.of("23:30-05:30"), slot.readBack(bank));
        bank.execute(slot.commands("off", bank));
        assertEquals(List.of("94=[2330]", "95=[530]", "94=[0]", "95=[0]"), bank.written());
        bank.holding(94, 60, 60);
        assertEquals(Optional.of("off"), slot.readBack(bank), "60 means that it was never set");
    }

    @ParameterizedTest
    @CsvSource({
        "battery_mode,5",
        "battery_mode,eco paused",
        "charge_target,3",
        "charge_target,101",
        "charge_target,50.5",
        "charge_target,NaN",
        "charge_rate,-1",
        "charge_rate,101",
        "discharge_rate,full",
        "battery_reserve,101",
        "battery_reserve,-1",
        "charge_schedule,perhaps",
        "charge_slot_1,01:00",
        "charge_slot_1,01:00-24:00",
        "charge_slot_1,01:00-02:60",
        "charge_slot_1,01:00-02:00 3%",
        "charge_slot_1,01:00-02:00 101%",
        "charge_slot_1,0100-0200-0300",
        "discharge_slot_2,-",
        "battery_calibration,2",
        "date_time,2026-02-30T00:00:00",
        "date_time,30/02/2026 00:00:00",
        "date_time,1999-12-31T23:59:59",
        "date_time,2100-01-01T00:00:00",
        "date_time,now"
    })
    void whatCannotBeIsRefusedWithAWordOnWhatCan(String name, String value) {
        Operation operation = Banks.operation(GEN1, name);
        TableBank bank = Banks.of(GEN1);
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> operation.commands(value, bank));
        assertTrue(refusal.getMessage().contains("write "), refusal.getMessage());
    }

    @Test
    void thirdsAreShownAsThePercentageOfGivTcp() {
        TableBank bank = Banks.of(GEN1);
        Operation rate = Banks.operation(GEN1, "charge_rate");
        for (Map.Entry<Integer, Double> shown :
                Map.of(0, 0.0, 16, 48.0, 33, 99.0, 34, 100.0, 50, 100.0).entrySet()) {
            bank.holding(111, shown.getKey());
            assertEquals(Optional.of(shown.getValue()), rate.readBack(bank));
        }
    }
}
