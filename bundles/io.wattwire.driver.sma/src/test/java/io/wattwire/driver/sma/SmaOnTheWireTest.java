package io.wattwire.driver.sma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Identity;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.session.BatteryBounds;
import io.wattwire.device.session.WriteRefused;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches an SMA device behind a real Modbus server, and what comes back. */
class SmaOnTheWireTest {

    private static final String SETPOINT = "battery_power_setpoint";

    /** 40149 to 40154 in one request of function 16: -2000 W, 802, 0 var. */
    private static final String CHARGE_2000 = "109cd500060cfffff8300000032200000000";

    /** 0 W, 803, 0 var. */
    private static final String AUTOMATIC = "109cd500060c000000000000032300000000";

    @Test
    void recognisesTheDeviceOfHomeBattery() throws Exception {
        try (Simulated device = Simulated.island()) {
            Identity identity = device.session.identity();
            assertEquals("si", identity.model());
            assertEquals("3001234567", identity.serial());
            assertEquals("3.20.08.R", identity.firmware());
            assertEquals(6_000, identity.ratedPowerW().orElseThrow());
            assertEquals(-1_500.0, device.read("battery_power").value());
            assertEquals(List.of(), device.writes(), "reading writes nothing");
        }
    }

    @Test
    void theGatewayIsAskedOnItsOwnUnit() throws Exception {
        try (Simulated device = Simulated.island()) {
            device.session.identity();
            device.requests();
            assertEquals(3.0, device.read("gateway_unit_id_of_device").value());
            assertTrue(device.requests().stream().allMatch(asked -> asked.startsWith("1 03")));
        }
    }

    @Test
    void aCommandIsOneRequestAndIsRepeatedWhileItsCommanderLives() throws Exception {
        try (Simulated device = Simulated.island()) {
            device.session.write(SETPOINT, 2_000);
            assertEquals(List.of(CHARGE_2000), device.writes());
            device.poll(25);
            assertEquals(List.of(CHARGE_2000, CHARGE_2000), device.writes());
            assertEquals(0, device.session.health().restarts(), "power that moves is no restart");
        }
    }

    @Test
    void aKilledCommanderLeadsToZeroAndAutomaticOperationInTime() throws Exception {
        try (Simulated device = Simulated.island()) {
            device.session.write(SETPOINT, 2_000);
            device.poll(63);
            List<String> writes = device.writes();
            assertEquals(AUTOMATIC, writes.get(writes.size() - 1));
            device.poll(30);
            assertEquals(List.of(), device.writes(), "and then it is left alone");
        }
    }

    @Test
    void aStoppedDriverGivesTheDeviceBack() throws Exception {
        try (Simulated device = Simulated.island()) {
            device.session.write(SETPOINT, 2_000);
            device.writes();
            device.session.close();
            assertEquals(List.of(AUTOMATIC), device.writes());
        }
    }

    /** The first session is never closed, as after kill -9. */
    @Test
    void aStartAfterACrashGivesTheDeviceBack() throws Exception {
        try (Simulated device = Simulated.island()) {
            device.session.write(SETPOINT, 2_000);
            device.writes();
            device.open(Simulated.Setup.owner());
            device.poll(2);
            assertEquals(List.of(AUTOMATIC), device.writes());
        }
    }

    @Test
    void anOwnerReleases() throws Exception {
        try (Simulated device = Simulated.island()) {
            device.session.write(SETPOINT, -2_000);
            device.writes();
            device.session.release();
            assertEquals(List.of(AUTOMATIC), device.writes());
            device.session.release();
            assertEquals(List.of(), device.writes(), "nothing is owed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"6001", "-6001", "1e9", "NaN", "Infinity", "-Infinity", "much"})
    void whatIsBeyondTheRatingOrNoNumberStaysOffTheWire(String wanted) throws Exception {
        try (Simulated device = Simulated.island()) {
            assertThrows(WriteRefused.class, () -> device.session.write(SETPOINT, wanted));
            assertEquals(List.of(), device.writes());
        }
    }

    @ParameterizedTest
    @CsvSource({"90,2000", "20,-2000"})
    void theOwnersBoundsOfTheStateOfChargeHold(long soc, double wanted) throws Exception {
        try (Simulated device = Simulated.island()) {
            device.set(30845, soc);
            OptionalDouble none = OptionalDouble.empty();
            BatteryBounds bounds =
                    new BatteryBounds(
                            OptionalDouble.of(20), OptionalDouble.of(90), none, none, none);
            device.session.close();
            device.open(setup -> setup.writable(WriteRole.OWNER).battery(bounds));
            device.session.write(SETPOINT, wanted);
            assertEquals(List.of("109cd500060c000000000000032200000000"), device.writes());
        }
    }

    @Test
    void anUnrecognisedDeviceIsReadAndNotWritten() throws Exception {
        try (Simulated device = Simulated.island()) {
            device.set(30051, 8001, 9401);
            assertFalse(device.session.identity().recognised());
            assertTrue(device.read("battery_power").good());
            assertThrows(WriteRefused.class, () -> device.session.write(SETPOINT, 500));
            assertEquals(List.of(), device.writes());
        }
    }

    @Test
    void notEvenAnInstallerReachesTheGridGuardRegisterOrTheBareCommands() throws Exception {
        try (Simulated device = Simulated.island()) {
            device.session.close();
            device.open(setup -> setup.writable(WriteRole.INSTALLER));
            device.session.identity();
            device.requests();
            for (String name :
                    List.of(
                            "grid_guard_login",
                            "external_active_power_setpoint",
                            "setpoint_active_l1_unconfirmed",
                            "bms_max_charge_power",
                            "device_restart")) {
                assertThrows(WriteRefused.class, () -> device.session.write(name, 1), name);
            }
            assertFalse(device.read("grid_guard_login").good());
            assertEquals(List.of(), device.requests(), "nothing is asked or told");
        }
    }

    @Test
    void aBackupHoldsNoCommandAndNoCode() throws Exception {
        try (Simulated device = Simulated.island()) {
            assertTrue(device.session.backup().containsKey("grid_point_power_limit"));
            assertFalse(device.session.backup().containsKey("grid_guard_login"));
            assertFalse(device.session.backup().containsKey("external_control"));
            String asked = String.join(" ", device.requests());
            assertFalse(asked.contains("03a852"), asked);
        }
    }

    @Test
    void aStorageIsCommandedWhenItsWatchdogIsArmedAndNotBefore() throws Exception {
        try (Simulated device = Simulated.storage()) {
            assertThrows(WriteRefused.class, () -> device.session.write(SETPOINT, 2_000));
            assertEquals(List.of(), device.writes());
            device.set(41193, 2507);
            device.session.write(SETPOINT, 2_000);
            assertEquals(List.of("109cd5000408fffff83000000322"), device.writes());
            device.session.release();
            assertEquals(List.of("109cd50004080000000000000323"), device.writes());
            assertEquals(600, device.get(41195), "the watchdog is the installer's");
        }
    }

    @Test
    void theExportLimitIsWrittenOnceAndGivenBack() throws Exception {
        try (Simulated device = Simulated.island()) {
            device.session.write("grid_export_limit", 3_000);
            device.session.write("grid_export_limit", 3_000);
            assertEquals(List.of("10a101000204" + "00000bb8"), device.writes());
            assertEquals(3_000.0, device.read("grid_export_limit").value());
            device.poll(70);
            assertEquals(List.of(), device.writes(), "stored, so it is not cycled");
            device.session.release();
            assertEquals(4_000, device.get(41217));
        }
    }
}
