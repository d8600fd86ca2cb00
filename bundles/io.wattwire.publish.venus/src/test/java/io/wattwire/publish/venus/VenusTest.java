package io.wattwire.publish.venus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.publish.venus.bus.BusConnection;
import io.wattwire.publish.venus.bus.FakeSettings;
import io.wattwire.publish.venus.bus.VirtualBus;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a GX sees of the services, on a bus inside this virtual machine. */
class VenusTest {

    static final Map<String, Object> METER =
            Map.of(
                    "grid_power", 500.0,
                    "grid_power_l1", 500.0,
                    "grid_voltage_l1", 230.5,
                    "grid_current_l1", 2.3,
                    "grid_frequency", 50.01,
                    "grid_energy_import", 1000.0,
                    "grid_energy_export", 400.0);

    static final Map<String, Object> INVERTER =
            Map.ofEntries(
                    Map.entry("inverter_power", 2500.0),
                    Map.entry("inverter_voltage_l1", 231.0),
                    Map.entry("inverter_current_l1", 10.8),
                    Map.entry("inverter_energy_total", 12345.6),
                    Map.entry("inverter_rated_power", 4200.0),
                    Map.entry("inverter_temperature", 41.5),
                    Map.entry("temp_ipm", 44.0),
                    Map.entry("temp_boost", 43.0),
                    Map.entry("device_state", "normal"),
                    Map.entry("derating_mode", "active power order"),
                    Map.entry("pv1_voltage", 380.0),
                    Map.entry("pv1_current", 3.5),
                    Map.entry("pv1_power", 1330.0),
                    Map.entry("pv1_energy_today", 7.7),
                    Map.entry("pv1_energy_total", 6000.1),
                    Map.entry("pv2_voltage", 370.0),
                    Map.entry("pv2_power", 1250.0));

    static final Map<String, Object> BATTERY =
            Map.of(
                    "battery_power", -800.0,
                    "battery_voltage", 50.0,
                    "battery_current", -16.0,
                    "battery_soc", 77.0,
                    "battery_max_charge_power", 3600.0,
                    "battery_max_discharge_power", 0.0);

    private static final List<String> MANDATORY =
            List.of(
                    "/Mgmt/ProcessName",
                    "/Mgmt/ProcessVersion",
                    "/Mgmt/Connection",
                    "/DeviceInstance",
                    "/ProductId",
                    "/ProductName",
                    "/FirmwareVersion",
                    "/HardwareVersion",
                    "/Connected");

    private VirtualBus bus;

    @BeforeEach
    void start() throws IOException {
        bus = new VirtualBus();
    }

    @AfterEach
    void end() throws IOException {
        bus.close();
    }

    private static void emit(Gx gx, String service) {
        switch (service) {
            case "grid" -> gx.emit("meter", METER);
            case "pvinverter" -> gx.emit("inverter", INVERTER);
            default -> gx.emit("battery", BATTERY);
        }
        gx.pass(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid", "pvinverter", "battery"})
    void aServiceHasItsNameOnlyWithASourceAndThenAllMandatoryPaths(String service)
            throws IOException {
        try (Gx gx = new Gx(bus.place(), "service=" + service)) {
            gx.pass(3);
            assertFalse(gx.isOnTheBus());
            emit(gx, service);
            gx.awaitOnTheBus(true);
            Map<?, ?> items = gx.looks().items(gx.name());
            for (String path : MANDATORY) {
                Object value = items.get(path) instanceof Map<?, ?> item ? item.get("Value") : null;
                assertTrue(value != null, path + " of " + service + " has no value");
            }
            assertTrue(gx.value("/DeviceInstance") instanceof Integer);
            assertTrue(gx.value("/ProductId") instanceof Integer);
        }
    }

    @Test
    void aMeterIsShownWithItsPhaseAndUnusedPhasesAreInvalid() throws IOException {
        try (Gx gx = new Gx(bus.place(), "phase=2")) {
            emit(gx, "grid");
            gx.awaitOnTheBus(true);
            assertEquals(500.0, gx.value("/Ac/Power"));
            assertEquals("500.0 W", gx.text("/Ac/Power"));
            assertEquals(500.0, gx.value("/Ac/L2/Power"));
            assertEquals(230.5, gx.value("/Ac/L2/Voltage"));
            assertEquals(1000.0, gx.value("/Ac/L2/Energy/Forward"));
            assertEquals(400.0, gx.value("/Ac/Energy/Reverse"));
            assertEquals(600.0, gx.value("/Ac/Energy/Consumption"));
            assertEquals("0xB023", gx.text("/ProductId"));
            assertNull(gx.value("/Ac/L1/Power"));
            assertNull(gx.value("/Ac/L3/Power"));
            assertEquals(1, gx.value("/NrOfPhases"));
        }
    }

    @Test
    void anInverterIsShownWithItsStringsCountedFromNought() throws IOException {
        try (Gx gx = new Gx(bus.place(), "service=pvinverter", "position=1")) {
            emit(gx, "pvinverter");
            gx.awaitOnTheBus(true);
            assertEquals(4200.0, gx.value("/Ac/MaxPower"));
            assertEquals(12345.6, gx.value("/Ac/L1/Energy/Forward"));
            assertEquals(2500.0, gx.value("/Ac/L1/Power"));
            assertEquals(7, gx.value("/StatusCode"));
            assertEquals(1, gx.value("/Position"));
            assertEquals(1330.0, gx.value("/Internal/Pv/0/P"));
            assertEquals(7.7, gx.value("/Internal/Pv/0/Energy/Today"));
            assertEquals(370.0, gx.value("/Internal/Pv/1/V"));
            assertEquals(41.5, gx.value("/Internal/InverterTemp"));
            assertEquals("active power order", gx.value("/Internal/DerateMode"));
            assertFalse(gx.looks().items(gx.name()).containsKey("/Internal/Pv/2/V"));
        }
    }

    @Test
    void aBatteryTellsItsBoundsAsCurrents() throws IOException {
        try (Gx gx = new Gx(bus.place(), "service=battery")) {
            emit(gx, "battery");
            gx.awaitOnTheBus(true);
            assertEquals(-16.0, gx.value("/Dc/0/Current"));
            assertEquals(77.0, gx.value("/Soc"));
            assertEquals(72.0, gx.value("/Info/MaxChargeCurrent"));
            assertEquals(0, gx.value("/Io/AllowToDischarge"));
            assertNull(gx.value("/Info/MaxChargeVoltage"));
        }
    }

    @Test
    void threePhasesAreShownAsTheyAreAndATotalIsShared() throws IOException {
        try (Gx gx = new Gx(bus.place(), "service=pvinverter")) {
            gx.emit(
                    "inverter",
                    Map.of(
                            "inverter_power", 3000.0,
                            "inverter_voltage_l1", 230.0,
                            "inverter_voltage_l2", 231.0,
                            "inverter_voltage_l3", 232.0));
            gx.pass(1).awaitOnTheBus(true);
            assertEquals(3, gx.value("/NrOfPhases"));
            assertEquals(1000.0, gx.value("/Ac/L3/Power"));
            assertEquals(232.0, gx.value("/Ac/L3/Voltage"));
        }
    }

    @Test
    void valuesAreInvalidAfterFiveSecondsAndTheNameIsGoneAfterFifteen() throws IOException {
        try (Gx gx = new Gx(bus.place())) {
            emit(gx, "grid");
            gx.awaitOnTheBus(true);
            gx.pass(3.5);
            assertEquals(500.0, gx.value("/Ac/Power"));
            gx.pass(1);
            assertNull(gx.value("/Ac/Power"));
            assertNull(gx.value("/Ac/L1/Power"));
            assertEquals("---", gx.text("/Ac/Energy/Forward"));
            gx.pass(9);
            assertTrue(gx.isOnTheBus());
            gx.pass(1).awaitOnTheBus(false);
            Gx.await("waiting", () -> "waiting".equals(gx.pass(1).told("publisher_state")));
            emit(gx, "grid");
            gx.awaitOnTheBus(true);
            assertEquals(500.0, gx.value("/Ac/Power"));
        }
    }

    @Test
    void cachedValuesThatAreSentAgainDoNotLookFresh() throws IOException {
        try (Gx gx = new Gx(bus.place())) {
            emit(gx, "grid");
            gx.awaitOnTheBus(true);
            long measured = 1_700_000_000_000L + 1_000_000L;
            for (int i = 0; i < 6; i++) {
                gx.emit("meter", Map.of("grid_power", 500.0, "grid_power_timestamp", measured));
                gx.pass(1);
            }
            assertNull(gx.value("/Ac/Power"));
        }
    }

    @Test
    void aRestartOfTheBusIsSurvived() throws IOException {
        try (Gx gx = new Gx(bus.place())) {
            emit(gx, "grid");
            gx.awaitOnTheBus(true);
            bus.throwOut();
            try (BusConnection again = BusConnection.open(bus.place(), "again")) {
                Gx.await(
                        "back on the bus",
                        () -> {
                            try {
                                return again.names().contains(gx.name());
                            } catch (IOException gone) {
                                throw new AssertionError(gone);
                            }
                        });
            }
        }
    }

    @Test
    void aNameThatSomebodyElseHasIsSaid() throws IOException {
        try (BusConnection other = BusConnection.open(bus.place(), "other");
                Gx gx = new Gx(bus.place(), "id=cg_1")) {
            assertTrue(other.take("com.victronenergy.grid.cg_1"));
            emit(gx, "grid");
            Gx.await(
                    "said",
                    () -> {
                        gx.pass(1);
                        return "failing".equals(gx.told("publisher_state"))
                                && gx.told("publisher_problem").toString().contains("another id");
                    });
        }
    }

    @Test
    void theGxGivesInstanceAndKeepsNameAndPosition() throws IOException {
        try (FakeSettings kept = new FakeSettings(bus.place());
                Gx gx = new Gx(bus.place(), "service=pvinverter", "id=pv_7", "instance=20")) {
            emit(gx, "pvinverter");
            gx.awaitValue("/DeviceInstance", 201);
            String device = "/Settings/Devices/pv_7";
            assertEquals(0, gx.set("/CustomName", "Garage"));
            assertEquals(0, gx.set("/Position", 2));
            assertEquals(2, gx.set("/Position", 3));
            assertEquals(1, gx.set("/CustomName", 3));
            Gx.await("kept", () -> "Garage".equals(kept.value(device + "/CustomName")));
            Gx.await("kept", () -> Integer.valueOf(2).equals(kept.value(device + "/Position")));
            kept.set(device + "/ClassAndVrmInstance", "pvinverter:33");
            kept.set(device + "/CustomName", "Roof");
            gx.awaitValue("/DeviceInstance", 33);
            gx.pass(1).awaitValue("/CustomName", "Roof");
            kept.set(device + "/ClassAndVrmInstance", "nonsense");
            gx.awaitValue("/DeviceInstance", 20);
        }
    }
}
