package io.wattwire.driver.deye;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.Access;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Storage;
import io.wattwire.device.model.WriteRole;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What may be written, by whom, and how often. */
class DeyeWritingTest {

    private static final RegisterTable TABLE = Banks.FAMILY.table();

    @Test
    void writesLeaveWithFunction16Only() {
        assertTrue(Banks.FAMILY.writesMultiple());
        assertTrue(Banks.FAMILY.joinsWrites());
    }

    /**
     * All settings are stored, and the facts ask for 10 s between two writes of one. Only times
     * have no greater and smaller: they would keep a set-point from being handed back at once.
     */
    @Test
    void everySettingIsStoredAndSpared() {
        for (Register register : writable()) {
            assertEquals(Storage.FLASH, register.storage(), register.name());
            assertEquals(Duration.ZERO, register.expiry(), register.name());
            boolean clock = register.name().matches("date_and_time|program_._time");
            assertEquals(
                    clock ? Duration.ZERO : Duration.ofSeconds(10),
                    register.minInterval(),
                    register.name());
        }
    }

    @Test
    void theWakeUpOfTheBatteryAndWhatReordersParallelInvertersAreNobodysToWrite() {
        Set<String> never = names(WriteRole.NEVER);
        assertEquals(
                Set.of(
                        "battery_wake_up",
                        "battery_wake_up_alt",
                        "parallel_config",
                        "mppt_multi_point_scanning",
                        "special_function_bits_1",
                        "control_board_bits_3"),
                never);
        for (Register register : writable()) {
            boolean said = register.note().startsWith("Not written");
            assertEquals(register.role() == WriteRole.NEVER, said, register.name());
        }
    }

    @Test
    void gridProtectionIsForInstallers() {
        Set<String> owner = names(WriteRole.OWNER);
        for (Register register : writable()) {
            boolean grid = register.name().matches("grid_(voltage|frequency|standard|phase|re).*");
            assertFalse(grid && owner.contains(register.name()), register.name());
        }
        assertTrue(names(WriteRole.INSTALLER).contains("grid_max_export_power"));
        assertTrue(owner.contains("battery_low_soc"));
    }

    @Test
    void whatIsOutsideTheSheetIsRefused() {
        TableBank bank = Banks.of("sg04lp3");
        for (List<Object> wrong :
                List.<List<Object>>of(
                        List.of("program_6_soc", 101.0),
                        List.of("battery_max_charging_current", -1.0),
                        List.of("program_1_time", "24:00"),
                        List.of("work_mode", "export everything"),
                        List.of("max_sell_power", 24_001.0))) {
            Register register = bank.register((String) wrong.get(0));
            assertThrows(IllegalArgumentException.class, () -> register.encode(wrong.get(1)));
        }
    }

    /** What is saved is put back in this order: the schedule goes off before currents rise. */
    @Test
    void theScheduleStandsBeforeTheCurrents() {
        for (Model model : Banks.FAMILY.models()) {
            List<String> order =
                    TABLE.forModel(model.name()).registers().stream().map(Register::name).toList();
            List<String> saved =
                    order.stream()
                            .filter(
                                    new DeyeBatterySetpoint(DeyeSlot.lowVoltage()).saved()
                                            ::contains)
                            .toList();
            assertEquals("time_of_use_days", saved.get(0), model.name());
            assertEquals(
                    List.of(
                            "program_6_charging",
                            "program_6_soc",
                            "program_6_power",
                            "battery_max_charging_current"),
                    saved.subList(7, 11),
                    model.name());
        }
    }

    @Test
    void eachModelHasOneControlOfEachKind() {
        for (Model model : Banks.FAMILY.models()) {
            List<String> points =
                    Banks.FAMILY.controls().stream()
                            .filter(control -> control.models().contains(model.name()))
                            .map(control -> control.point())
                            .sorted()
                            .toList();
            assertEquals(
                    List.of(
                            "battery_current_setpoint",
                            "battery_power_setpoint",
                            "grid_export_limit"),
                    points,
                    model.name());
        }
    }

    private static List<Register> writable() {
        return TABLE.registers().stream().filter(r -> r.access() != Access.R).toList();
    }

    private static Set<String> names(WriteRole role) {
        return writable().stream()
                .filter(register -> register.role() == role)
                .map(Register::name)
                .collect(Collectors.toSet());
    }
}
