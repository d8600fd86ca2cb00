package io.wattwire.driver.sma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Storage;
import io.wattwire.device.model.WriteRole;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SmaDriverTest {

    private static final RegisterTable TABLE = Bank.FAMILY.table();

    /** HomeBattery took SMA's sign for its own. */
    @Test
    void whatSmaCallsPlusIsDischarging() {
        Bank discharging = new Bank("si").set(30775, 1_500, 500, 500, 500);
        assertEquals(Optional.of(-1_500.0), discharging.point("battery_power"));
        assertEquals(Optional.of(1_500.0), discharging.point("inverter_power"));
        assertEquals(Optional.of(500.0), discharging.point("inverter_power_l3"));
        Bank charging = new Bank("sbs").set(30775, -2_000);
        assertEquals(Optional.of(2_000.0), charging.point("battery_power"));
        assertEquals(Optional.of(-2_000.0), charging.point("inverter_power"));
    }

    @Test
    void theGridIsPositiveWhileImporting() {
        assertEquals(Optional.of(700.0), new Bank("si").set(30865, 700, 0).point("grid_power"));
        assertEquals(Optional.of(-300.0), new Bank("sbs").set(30865, 0, 300).point("grid_power"));
        assertEquals(
                Optional.empty(),
                new Bank("si").set(30865, 700, 0x80000000L).point("grid_power"),
                "a missing part makes the whole missing");
    }

    @Test
    void valuesHaveTheScalesOfTheSheet() {
        Bank bank = new Bank("si").set(30783, 23_012).set(30803, 4_998).set(30977, -4_250);
        bank.set(30845, 55).set(30849, -35).set(30851, 5_123);
        assertEquals(Optional.of(230.12), bank.point("inverter_voltage_l1"));
        assertEquals(Optional.of(49.98), bank.point("grid_frequency"));
        assertEquals(Optional.of(4.25), bank.point("inverter_current_l1"), "a magnitude");
        assertEquals(Optional.of(55.0), bank.point("battery_soc"));
        assertEquals(Optional.of(-3.5), bank.point("battery_temperature"));
        assertEquals(Optional.of(51.23), bank.point("battery_voltage"));
    }

    @Test
    void energiesAreInKilowattHours() {
        Bank bank = new Bank("si").set(40187, 9_600).set(30581, 1_234_567, 7_654_321);
        bank.words(31397, 0, 0, 152, 38_528, 0, 0, 0, 500);
        assertEquals(Optional.of(9.6), bank.point("battery_capacity"));
        assertEquals(Optional.of(1_234.567), bank.point("grid_energy_import"));
        assertEquals(Optional.of(7_654.321), bank.point("grid_energy_export"));
        assertEquals(Optional.of(10_000.0), bank.point("battery_energy_charged"));
        assertEquals(Optional.of(0.5), bank.point("battery_energy_discharged"));
    }

    /** Unused registers answer with these patterns, so a table without one shows nonsense. */
    @Test
    void eachTypeHasItsMarkForNoValue() {
        for (Register register : TABLE.registers()) {
            List<Long> marks =
                    switch (register.type().encoding()) {
                        case S16 -> List.of(0x8000L);
                        case U16 -> List.of(0xFFFFL);
                        case S32 -> List.of(0x80000000L);
                        case U32 -> List.of(0xFFFFFFFFL);
                        case U64 -> List.of(-1L);
                        case ENUM -> List.of(16_777_213L);
                        default -> List.of();
                    };
            assertEquals(marks, register.invalid(), register.name());
        }
    }

    @Test
    void aStateThatTheTableDoesNotNameIsItsNumber() {
        assertEquals(Optional.of("warning"), new Bank("si").set(30201, 455).point("device_state"));
        assertEquals(Optional.of("1392"), new Bank("si").set(30201, 1392).point("device_state"));
        assertEquals(Optional.empty(), new Bank("si").set(30201, 16_777_213).point("device_state"));
    }

    /** It is a secret: nothing may read it back, log it or keep it in a backup. */
    @Test
    void theGridGuardCodeIsNeitherReadNorWritten() {
        List<Register> there =
                TABLE.registers().stream().filter(r -> r.address() == 43090).toList();
        assertEquals(1, there.size());
        assertFalse(there.get(0).access().readable());
        assertEquals(WriteRole.NEVER, there.get(0).role());
    }

    /** Written by their own names they would pass by the battery's bounds and the turned sign. */
    @Test
    void commandsAreGivenByPointsOnly() {
        for (Register register : TABLE.registers()) {
            boolean command = register.access() == Access.W;
            boolean energySaving = register.name().equals("energy_saving_command");
            assertTrue(
                    !command || energySaving || register.role() == WriteRole.NEVER,
                    register.name());
        }
    }

    @Test
    void storedSettingsAreKnownAsFlashAndCommandsAsVolatile() {
        for (Register register : TABLE.registers()) {
            boolean volatileOne = register.storage() == Storage.VOLATILE;
            assertTrue(
                    register.access() == Access.R
                            || register.role() == WriteRole.NEVER
                            || volatileOne == (register.access() == Access.W),
                    register.name());
        }
    }

    @Test
    void gridCodesLimitsAndTheWatchdogAreForInstallers() {
        Set<String> installer = writable(WriteRole.INSTALLER);
        assertTrue(
                installer.containsAll(
                        Set.of(
                                "grid_voltage_upper_threshold",
                                "grid_frequency_lower_threshold",
                                "cos_phi_mode",
                                "grid_point_power_limit",
                                "grid_point_power_limit_share",
                                "active_power_limit_stored",
                                "power_limitation_share",
                                "control_absent_mode",
                                "control_absent_timeout",
                                "control_absent_power",
                                "fast_shut_down")));
    }

    @Test
    void whatNobodyMayWriteSaysWhy() {
        for (String name : writable(WriteRole.NEVER)) {
            String note = TABLE.register(name).orElseThrow().note();
            assertTrue(note.contains("Wattwire never"), name);
        }
    }

    /** A request must not begin or end within a value; nearly all values have two words. */
    @Test
    void noTwoRegistersOfAModelShareWords() {
        for (var model : Bank.FAMILY.models()) {
            List<Register> sorted =
                    TABLE.forModel(model.name()).registers().stream()
                            .filter(register -> register.service().isEmpty())
                            .sorted(Comparator.comparingInt(Register::address))
                            .toList();
            for (int i = 1; i < sorted.size(); i++) {
                Register before = sorted.get(i - 1);
                assertTrue(
                        before.address() + before.type().words() <= sorted.get(i).address(),
                        sorted.get(i).name());
            }
        }
    }

    private static Set<String> writable(WriteRole role) {
        return TABLE.registers().stream()
                .filter(register -> register.access() != Access.R)
                .filter(register -> register.role() == role)
                .map(Register::name)
                .collect(Collectors.toSet());
    }
}
