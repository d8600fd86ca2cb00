package io.wattwire.driver.growatt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.Access;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Storage;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.plan.Block;
import io.wattwire.device.plan.Cost;
import io.wattwire.device.plan.ReadPlanner;
import io.wattwire.device.plan.Span;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GrowattDriverTest {

    private static final RegisterTable TABLE = Banks.FAMILY.table();

    /** The frame that ieb/dbus-modbus-client recorded: input registers 35 to 39. */
    @Test
    void theRecordedFrameDecodesToTheRecordedValues() {
        byte[] frame = HexFormat.of().parseHex("01040a00000809139109520009d4ee");
        TableBank bank = Banks.of("min");
        for (int i = 0; i < 5; i++) {
            bank.input(35 + i, (frame[3 + 2 * i] & 0xFF) << 8 | frame[4 + 2 * i] & 0xFF);
        }
        assertEquals(Optional.of(205.7), bank.point("inverter_power"));
        assertEquals(Optional.of(50.09), bank.point("grid_frequency"));
        assertEquals(Optional.of(238.6), bank.point("inverter_voltage_l1"));
        assertEquals(Optional.of(0.9), bank.point("inverter_current_l1"));
    }

    /** ieb/dbus-modbus-client published the energy of the day as a total. */
    @Test
    void theTotalEnergyIsRegister55AndNotTheDayIn53() {
        TableBank bank = Banks.of("min").input(53, 0, 123, 1, 2);
        assertEquals(Optional.of(6_553.8), bank.point("inverter_energy_total"));
    }

    /** ieb/dbus-modbus-client showed a frosty morning as 6,552.6 degrees. */
    @Test
    void temperaturesAreSigned() {
        TableBank bank = Banks.of("min").input(93, 0xFFF6, 0xFFF6, 0xFFF6);
        assertEquals(Optional.of(-1.0), bank.point("inverter_temperature"));
        assertEquals(Optional.of(-1.0), bank.get("temp_ipm"));
        assertEquals(Optional.of(-1.0), bank.get("temp_boost"));
        for (Register register : TABLE.registers()) {
            boolean temperature = register.unit().equals("degC");
            assertTrue(
                    !temperature || register.type().encoding().name().equals("S16"),
                    register.name());
        }
    }

    /** ieb/dbus-modbus-client published the text "4200 W". */
    @Test
    void theRatedPowerIsANumber() {
        TableBank bank = Banks.of("min").holding(6, 0, 42_000);
        assertEquals(Optional.of(4_200.0), bank.point("inverter_rated_power"));
    }

    @Test
    void theBatteryIsPositiveWhileChargingAndTheGridWhileImporting() {
        TableBank xh = Banks.of("tl-xh").input(3178, 0, 0, 0, 15_000).input(3041, 0, 0, 0, 7_000);
        assertEquals(Optional.of(1_500.0), xh.point("battery_power"));
        assertEquals(Optional.of(-700.0), xh.point("grid_power"));
        TableBank sph = Banks.of("sph").input(1009, 0, 15_000, 0, 0).input(1021, 0, 7_000);
        sph.input(1029, 0, 0);
        assertEquals(Optional.of(-1_500.0), sph.point("battery_power"));
        assertEquals(Optional.of(700.0), sph.point("grid_power"));
    }

    @Test
    void anExportThatFirmwareSignsIsNotCountedTwice() {
        TableBank bank = Banks.of("tl-xh").input(3041, 0, 7_000).input(3043, 0xFFFF, 0xE4A8);
        assertEquals(Optional.of(700.0), bank.point("grid_power"));
    }

    @Test
    void theStateIsTheLowHalfOfItsWordOnTlXh() {
        TableBank bank = Banks.of("tl-xh").input(3000, 0x0501);
        assertEquals(Optional.of("normal"), bank.point("device_state"));
        assertEquals(Optional.of("pv and battery online"), bank.get("tlx_mode"));
        assertEquals(Optional.of("fault"), Banks.of("min").input(0, 3).point("device_state"));
    }

    @Test
    void thePointsOfTheLimitSayWhatItsControlSays() {
        TableBank register3 = Banks.of("mid").holding(2, 0).holding(3, 60).holding(6, 3, 53_392);
        TableBank vpp = Banks.of("vpp").holding(30016, 3, 53_392).holding(30154, 60);
        check(new GrowattPowerLimit(), register3);
        check(new GrowattVppLimit(), vpp);
        assertEquals(
                Optional.of(25_000.0), register3.holding(3, 255).point("inverter_power_limit"));
    }

    private static void check(PointControl control, TableBank bank) {
        assertEquals(15_000, control.readBack(bank).orElseThrow(), 1e-9);
        assertEquals(Optional.of(15_000.0), bank.point("inverter_power_limit"));
        assertEquals(
                Optional.of(control.minimum(bank).orElseThrow()),
                bank.point("inverter_power_limit_min"));
        assertEquals(
                Optional.of(control.step(bank).orElseThrow()),
                bank.point("inverter_power_limit_step"));
    }

    @Test
    void noRequestCrossesABorderOfTheInvertersBlocks() {
        for (Model model : Banks.FAMILY.models()) {
            List<Span> all =
                    TABLE.forModel(model.name()).registers().stream()
                            .map(r -> new Span(r.kind(), r.address(), r.type().words()))
                            .toList();
            Cost line = Cost.rtu(9600, 10, Duration.ofMillis(20));
            for (Block block : ReadPlanner.plan(all, Banks.FAMILY.rules(), line, Set.of())) {
                int last = block.address() + block.count() - 1;
                assertTrue(block.count() <= 125, model + ": " + block);
                if (last < 375 || block.address() >= 3_000 && last < 3_375) {
                    assertEquals(block.address() / 125, last / 125, model + ": " + block);
                }
            }
        }
    }

    @Test
    void resetsCalibrationsAndIslandProtectionAreNobodysToWrite() {
        Set<String> never =
                Set.of(
                        "reset_user_info",
                        "factory_reset",
                        "energy_calibration",
                        "island_detection_disable",
                        "bdc_reset_command",
                        "serial_number_long",
                        "serial_number_tlx",
                        "battery_serial");
        assertTrue(writable(WriteRole.NEVER).containsAll(never));
    }

    @Test
    void whatNobodyMayWriteSaysWhy() {
        for (String name : writable(WriteRole.NEVER)) {
            String note = TABLE.register(name).orElseThrow().note();
            assertTrue(note.contains("Wattwire never") || note.contains("Not written"), name);
        }
    }

    @Test
    void anOwnerWritesLimitsAndBatteryModesOnly() {
        Set<String> owner = writable(WriteRole.OWNER);
        assertFalse(owner.isEmpty());
        for (String name : owner) {
            boolean limit =
                    Set.of(
                                    "pf_cmd_memory",
                                    "active_power_rate",
                                    "vpp_static_active_power_limit_pct",
                                    "lcd_language")
                            .contains(name);
            boolean battery =
                    name.matches(".*(soc|charge_rate|charge_enable|remote_power.*)|slot\\d_.*");
            assertTrue(limit || battery, name);
        }
    }

    @Test
    void whatTheLimitCyclesIsVolatile() {
        for (String name : List.of("active_power_rate", "vpp_static_active_power_limit_pct")) {
            assertEquals(Storage.VOLATILE, TABLE.register(name).orElseThrow().storage());
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
