package io.wattwire.driver.sun2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Reading;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.session.LinkState;
import io.wattwire.device.session.WriteRefused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a plant is asked and told, and what comes back. */
@Timeout(180)
class Sun2000OnTheWireTest {

    private Plant plant;

    @BeforeEach
    void start() throws Exception {
        plant = new Plant();
    }

    @AfterEach
    void stop() {
        plant.close();
    }

    @Test
    void recognisesTheInverterByItsName() throws Exception {
        Identity identity = plant.session.identity();
        assertEquals("sun2000-3ph", identity.model());
        assertEquals("XX0000000000", identity.serial());
        assertEquals(6_000, identity.ratedPowerW().orElseThrow());
    }

    @Test
    void readsThePointsOfTheSite() {
        assertEquals(
                Map.of(
                        "grid_power", 500.0,
                        "inverter_power", 1_500.0,
                        "battery_soc", 42.0,
                        "battery_max_charge_power", 2_500.0,
                        "device_state", "On-grid",
                        "device_fault", "none",
                        "control_owner", "maximise_self_consumption"),
                plant.values(
                        "grid_power",
                        "inverter_power",
                        "battery_soc",
                        "battery_max_charge_power",
                        "device_state",
                        "device_fault",
                        "control_owner"));
    }

    @Test
    void anOfflineMeterCostsItsOwnValuesAndNoConnection() {
        plant.holding(37100, 0);
        for (int cycle = 0; cycle < 3; cycle++) {
            List<Reading> readings =
                    plant.read("inverter_power", "grid_power", "grid_voltage_l1", "battery_soc");
            assertEquals(1_500.0, readings.get(0).value());
            assertTrue(readings.get(1).problem().contains("'offline'"), readings.get(1).problem());
            assertFalse(readings.get(2).good());
            assertEquals(42.0, readings.get(3).value());
            plant.pass(5);
        }
        assertEquals(List.of(), plant.hangUps);
        plant.holding(37100, 1);
        assertEquals(Map.of("grid_power", 500.0), plant.values("grid_power"));
    }

    @Test
    void aBusyInverterIsNotDead() {
        plant.values("inverter_power");
        for (int busy : new int[] {ModbusFault.DEVICE_FAILURE, ModbusFault.BUSY}) {
            plant.busy = busy;
            for (int second = 0; second < 60; second += 5) {
                assertFalse(plant.read("inverter_power").get(0).good());
                assertEquals(LinkState.CONNECTED, plant.session.health().state());
                plant.pass(5);
            }
            plant.busy = 0;
            assertEquals(Map.of("inverter_power", 1_500.0), plant.values("inverter_power"));
        }
    }

    @Test
    void aFeatureThatIsNotThereCostsNobodyElseAValue() {
        List<Reading> readings = plant.read("battery_soc", "storage_unit_2_state_of_capacity");
        assertEquals(42.0, readings.get(0).value());
        assertTrue(readings.get(1).problem().contains("does not have it"));
    }

    @Test
    void readingAndConnectingWriteNothing() throws Exception {
        plant.read("inverter_power", "battery_power_setpoint", "grid_export_limit");
        plant.session.identity();
        plant.session.close();
        assertEquals(List.of(), plant.written());
    }

    /** What the battery takes may have changed since the last command. */

    /** The battery is at 42 %. */
    @Test
    void limitsTheExportOnceAndGivesItBack() throws Exception {
        plant.session.write("grid_export_limit", 1_500.0);
        plant.session.write("grid_export_limit", 1_500.0);
        assertEquals(List.of("47416=[0, 1500]", "47415=[6]"), plant.written());
        assertEquals(Map.of("grid_export_limit", 1_500.0), plant.values("grid_export_limit"));
        plant.pass(1);
        plant.session.release();
        assertEquals(0, plant.get(47415));
        assertEquals(0, plant.get(47417));
    }

    @Test
    void limitsTheInverterByItsStoredRegister() throws Exception {
        plant.session.write("inverter_power_limit", 2_345.6);
        assertEquals(List.of("40126=[0, 2345]"), plant.written());
        assertEquals(Map.of("inverter_power_limit", 2_345.0), plant.values("inverter_power_limit"));
        plant.session.write("inverter_power_limit", 0.0);
        assertEquals(List.of("40126=[0, 0]"), plant.written());
    }

    @Test
    void aStoredLimitIsRaisedTwentyTimesADayAndLoweredAlways() throws Exception {
        for (int rise = 0; rise < 20; rise++) {
            plant.session.write("inverter_power_limit", 1_000.0);
            plant.session.write("inverter_power_limit", 2_000.0);
        }
        plant.session.write("inverter_power_limit", 1_000.0);
        assertThrows(
                WriteRefused.class, () -> plant.session.write("inverter_power_limit", 2_000.0));
        plant.session.write("inverter_power_limit", 500.0);
        assertEquals(500, plant.get(40127));
    }

    @Test
    void anInverterThatIgnoresLimitsSaysSo() {
        plant.holding(42014, 0);
        WriteRefused refused =
                assertThrows(
                        WriteRefused.class,
                        () -> plant.session.write("inverter_power_limit", 1_000.0));
        assertTrue(refused.getMessage().contains("remote_power_scheduling"), refused.getMessage());
        assertEquals(List.of(), plant.written());
    }

    @Test
    void anOwnerChangesNeitherGridCodeNorLimitsRegisters() {
        for (String name :
                List.of("active_power_control_mode", "maximum_feed_grid_power_watt", "time_zone")) {
            assertThrows(WriteRefused.class, () -> plant.session.write(name, 0.0), name);
        }
        assertThrows(WriteRefused.class, () -> plant.session.write("reset_inverter", 1.0));
        assertThrows(WriteRefused.class, () -> plant.session.write("hvrt_enable", 1.0));
        assertEquals(List.of(), plant.written());
    }

    @Test
    void anotherDeviceIsReadAndNotWritten() throws Exception {
        plant.holding(30000, 'M' << 8 | 'I', 'D' << 8);
        assertFalse(plant.session.identity().recognised());
        assertThrows(
                WriteRefused.class, () -> plant.session.write("battery_power_setpoint", 100.0));
        assertEquals(Map.of("active_power", 1_500.0), plant.values("active_power"));
    }
}
