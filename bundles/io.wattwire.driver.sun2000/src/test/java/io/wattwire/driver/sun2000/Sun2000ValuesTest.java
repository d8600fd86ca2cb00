package io.wattwire.driver.sun2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class Sun2000ValuesTest {

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

    /** HomeBattery sent 10000 for a full battery. */
    @Test
    void theTargetStateOfChargeIsInTenthsOfAPercent() {
        Register target = register("storage_forcible_charge_discharge_soc");
        assertArrayEquals(new int[] {1_000}, target.encode(100.0));
        assertArrayEquals(new int[] {500}, target.encode(50.0));
        assertThrows(IllegalArgumentException.class, () -> target.encode(1_000.0));
    }

    /** HomeBattery sent 1000 times the power. */
    @Test
    void forciblePowersAreInWatts() {
        for (String name :
                List.of("storage_forcible_charge_power", "storage_forcible_discharge_power")) {
            assertArrayEquals(new int[] {0, 2_000}, register(name).encode(2_000.0));
            assertThrows(IllegalArgumentException.class, () -> register(name).encode(2_000_000.0));
        }
    }

    /** HomeBattery divided by 1000 and multiplied back. */
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
}
