package io.wattwire.driver.sun2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.Access;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.Presence;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.plan.Block;
import io.wattwire.device.plan.Cost;
import io.wattwire.device.plan.ReadPlanner;
import io.wattwire.device.plan.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class Sun2000DriverTest {

    private static final DeviceFamily FAMILY = new Sun2000Driver().family();
    private static final RegisterTable TABLE = FAMILY.table();

    private static TableBank bank(String model) {
        return new TableBank(FAMILY, model);
    }

    private static Register register(String name) {
        return TABLE.register(name).orElseThrow(() -> new AssertionError(name));
    }

    /** Huawei counts export as +, the vocabulary import. */
    @Test
    void theGridIsPositiveWhileImporting() {
        TableBank bank = bank("sun2000-3ph").holding(37113, 0xFFFF, 0xF830);
        bank.holding(37132, 0xFFFF, 0xFF38, 0, 300, 0xFFFF, 0xF768);
        assertEquals(Optional.of(2_000.0), bank.point("grid_power"));
        assertEquals(Optional.of(200.0), bank.point("grid_power_l1"));
        assertEquals(Optional.of(-300.0), bank.point("grid_power_l2"));
        assertEquals(Optional.of(2_200.0), bank.point("grid_power_l3"));
    }

    @Test
    void theBatteryIsPositiveWhileChargingAndTheInverterWhileDelivering() {
        TableBank bank = bank("sun2000-3ph").holding(37763, 4_500, 0xFFD8, 0xFFFF, 0xF830);
        bank.holding(32064, 0, 892).holding(32080, 0, 2_800);
        assertEquals(Optional.of(-2_000.0), bank.point("battery_power"));
        assertEquals(Optional.of(-4.0), bank.point("battery_current"));
        assertEquals(Optional.of(450.0), bank.point("battery_voltage"));
        assertEquals(Optional.of(2_800.0), bank.point("inverter_power"));
        assertEquals(Optional.of(892.0), bank.point("pv_power"));
    }

    @Test
    void energiesCountUpWhateverTheirSign() {
        TableBank bank = bank("sun2000-3ph").holding(37119, 0xFFF0, 0xCE90, 9, 58_455);
        assertEquals(Optional.of(9_956.96), bank.point("grid_energy_export"));
        assertEquals(Optional.of(6_482.79), bank.point("grid_energy_import"));
    }

    @Test
    void currentsAreMagnitudes() {
        TableBank bank = bank("sun2000-1ph").holding(32072, 0xFFFF, 0xF830);
        bank.holding(37107, 0xFFFF, 0xFF0E);
        assertEquals(Optional.of(2.0), bank.point("inverter_current_l1"));
        assertEquals(Optional.of(2.42), bank.point("grid_current_l1"));
    }

    @Test
    void theSameWordIsAPhaseToPhaseVoltageOrTheOnlyOne() {
        TableBank three = bank("sun2000-3ph").holding(32066, 4_001, 4_002, 4_003, 2_301);
        TableBank one = bank("sun2000-1ph").holding(32066, 2_302);
        assertEquals(Optional.of(400.1), three.get("line_voltage_a_b"));
        assertEquals(Optional.of(230.1), three.point("inverter_voltage_l1"));
        assertEquals(Optional.of(230.2), one.point("inverter_voltage_l1"));
    }

    @Test
    void theCapacityIsInKilowattHours() {
        assertEquals(
                Optional.of(15.0),
                bank("sun2000-3ph").holding(37758, 0, 15_000).point("battery_capacity"));
    }

    @Test
    void onesAreNoValues() {
        TableBank bank = bank("sun2000-3ph").holding(32080, 0x7FFF, 0xFFFF).holding(32087, 0x7FFF);
        bank.holding(32085, 0xFFFF).holding(32093, 0xFFFF, 0xFFFF);
        assertEquals(Optional.empty(), bank.point("inverter_power"));
        assertEquals(Optional.empty(), bank.get("internal_temperature"));
        assertEquals(Optional.empty(), bank.get("inverter_frequency"));
        assertEquals(Optional.empty(), bank.get("shutdown_time"), "never");
    }

    /** Seed 1 sent 10000 for a full battery. */
    @Test
    void theTargetStateOfChargeIsInTenthsOfAPercent() {
        Register target = register("storage_forcible_charge_discharge_soc");
        assertArrayEquals(new int[] {1_000}, target.encode(100.0));
        assertArrayEquals(new int[] {500}, target.encode(50.0));
        assertThrows(IllegalArgumentException.class, () -> target.encode(1_000.0));
    }

    /** Seed 1 sent 1000 times the power. */
    @Test
    void forciblePowersAreInWatts() {
        for (String name :
                List.of("storage_forcible_charge_power", "storage_forcible_discharge_power")) {
            assertArrayEquals(new int[] {0, 2_000}, register(name).encode(2_000.0));
            assertThrows(IllegalArgumentException.class, () -> register(name).encode(2_000_000.0));
        }
    }

    /** Seed 1 divided by 1000 and multiplied back. */
    @Test
    void theBatterysPowerIsInWattsToTheLastOne() {
        TableBank bank = bank("sun2000-3ph").holding(37765, 0, 1_234);
        assertEquals(Optional.of(1_234.0), bank.point("battery_power"));
    }

    @Test
    void alarmsAreNamed() {
        assertEquals("2032 Grid Loss (Major)", register("alarm_1").labels().get(7L));
        assertEquals("2068 Battery abnormal (Minor)", register("alarm_2").labels().get(9L));
        assertEquals(
                "2094 Allowable discharge capacity of the battery is low (Warning)",
                register("alarm_3").labels().get(15L));
        for (int i = 1; i <= 3; i++) {
            assertEquals(16, register("alarm_" + i).labels().size());
        }
    }

    @Test
    void aPeriodOfUseHasItsMinutesItsDaysAndItsDirection() {
        TableBank luna =
                bank("sun2000-3ph").holding(47255, 2, 60, 300, 0x007F, 1_020, 1_200, 0x013E);
        assertEquals(Optional.of(2.0), luna.get("tou_periods"));
        assertEquals(Optional.of(300.0), luna.get("tou_01_end"));
        assertEquals(Optional.of(0x7FL), luna.get("tou_01_days"), "charge on all days");
        assertEquals(Optional.of(0x13EL), luna.get("tou_02_days"), "discharge, Monday to Friday");
        assertEquals("discharge", register("tou_02_days").labels().get(8L));
        assertEquals("Sunday", register("tou_02_days").labels().get(0L));
        TableBank fixed = bank("sun2000-3ph").holding(47200, 1, 0, 60, 0xFFFF, 0xF830);
        assertEquals(Optional.of(-2_000.0), fixed.get("fixed_01_power"));
        TableBank peak = bank("sun2000-3ph").holding(47956, 2, 0, 720, 0, 5_000, 0x7F02);
        assertEquals(Optional.of(127.0), peak.get("peak_01_days"));
        assertEquals(Optional.of(5_000.0), peak.get("peak_01_power"));
    }

    @Test
    void theTablesOfOneBatteryAreNotThoseOfAnother() {
        RegisterTable luna = TABLE.forModel("sun2000-3ph");
        RegisterTable lg = TABLE.forModel("sun2000-3ph-lg");
        assertTrue(luna.register("tou_14_days").isPresent());
        assertFalse(luna.register("tou_price_01_price").isPresent());
        assertFalse(lg.register("tou_14_days").isPresent());
        assertTrue(lg.register("price_10_price").isPresent());
    }

    /** 40000 is the inverter's clock, and EMMA's mode. */
    @Test
    void whatIsDoubledBelongsToEmma() {
        assertEquals("", register("system_time").service());
        assertEquals("emma", register("emma_ess_control_mode").service());
        assertEquals(40000, register("emma_ess_control_mode").address());
        assertFalse(FAMILY.service("emma").orElseThrow().unit().isPresent());
        assertFalse(FAMILY.service("emma").orElseThrow().sameUnit());
    }

    @Test
    void noRequestIsLongerOrJumpsFurtherThanOthersDare() {
        for (Model model : FAMILY.models()) {
            for (String unit : List.of("emma", "sdongle", "")) {
                List<Span> all =
                        TABLE.forModel(model.name()).registers().stream()
                                .filter(r -> unit.equals(ofUnit(r.service())))
                                .filter(r -> r.access() != Access.W)
                                .map(r -> new Span(r.kind(), r.address(), r.type().words()))
                                .toList();
                Cost slow = Cost.tcp(Duration.ofMillis(300));
                for (Block block : ReadPlanner.plan(all, FAMILY.rules(), slow, Set.of())) {
                    assertTrue(block.count() <= 64, model + ": " + block);
                    assertTrue(widestGap(block, all) < 16, model + ": " + block);
                    assertFalse(
                            block.address() < 37101 && block.address() + block.count() > 37101,
                            "asks for the meter with others: " + block);
                }
            }
        }
    }

    private static String ofUnit(String service) {
        return Set.of("emma", "sdongle").contains(service) ? service : "";
    }

    private static int widestGap(Block block, List<Span> all) {
        int gap = 0;
        int widest = 0;
        for (int i = block.address(); i < block.address() + block.count(); i++) {
            int address = i;
            boolean known = all.stream().anyMatch(s -> s.address() <= address && address < s.end());
            gap = known ? 0 : gap + 1;
            widest = Math.max(widest, gap);
        }
        return widest;
    }

    @Test
    void nothingOfTheMeterIsAskedForButItsStatusWhileItIsOffline() {
        Presence meter = FAMILY.presences().get(0);
        for (Register register : TABLE.registers()) {
            boolean behind =
                    register.address() >= 37101
                            && register.address() <= 37138
                            && register.service().equals("meter");
            assertEquals(behind, meter.guards(register), register.name());
        }
        assertEquals(Optional.of("offline"), register("meter_status").decode(new int[] {0}));
        assertEquals(Optional.of("normal"), register("meter_status").decode(new int[] {1}));
    }

    @Test
    void theGridCodeIsReadOnly() {
        for (Register register : TABLE.registers()) {
            boolean gridCode =
                    ofUnit(register.service()).isEmpty()
                            && (register.address() >= 40120 && register.address() < 40200
                                    || register.address() >= 42000 && register.address() <= 42152);
            if (gridCode && register.access() != Access.R) {
                assertTrue(
                        Set.of(
                                        "active_power_percentage_derating",
                                        "active_power_fixed_value_derating")
                                .contains(register.name()),
                        register.name());
                assertEquals(WriteRole.INSTALLER, register.role());
            }
        }
    }

    @Test
    void startsStopsAndWhatTakesAHouseOffTheGridAreNobodysToWrite() {
        Set<String> never =
                TABLE.registers().stream()
                        .filter(register -> register.access() != Access.R)
                        .filter(register -> register.role() == WriteRole.NEVER)
                        .map(Register::name)
                        .collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "startup",
                        "shutdown",
                        "reset_inverter",
                        "heartbeat",
                        "backup_switch_to_off_grid",
                        "backup_voltage_independent_operation"),
                never);
        never.forEach(name -> assertTrue(register(name).note().contains("Wattwire never"), name));
    }

    @Test
    void anOwnerWritesWhatHisBatteryDoes() {
        for (Register register : TABLE.registers()) {
            if (register.role() == WriteRole.OWNER) {
                assertTrue(Set.of("battery", "emma").contains(register.service()), register.name());
            }
        }
    }

    @Test
    void hasPatienceWithASlowDongle() {
        assertEquals(Duration.ofSeconds(1), FAMILY.link().connectDelay());
        assertEquals(Duration.ofMillis(50), FAMILY.link().pause());
        assertEquals(Duration.ofSeconds(4), FAMILY.readDeadline());
    }
}
