package io.wattwire.publish.venus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.publish.venus.bus.BusItems;
import io.wattwire.publish.venus.bus.BusSignal;
import io.wattwire.publish.venus.bus.FakeSettings;
import io.wattwire.publish.venus.bus.RealBus;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What programs of others see of our services on Debian's bus: dbus-send and dbus-monitor, and a
 * client that follows ItemsChanged as those of a GX do. The paths are those of dbus-modbus-client
 * with a Growatt and an SDM230.
 */
class DbusSendInterop {

    private RealBus bus;

    @BeforeEach
    void start() throws IOException {
        bus = new RealBus();
    }

    @AfterEach
    void end() throws IOException {
        bus.close();
    }

    private String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(20, TimeUnit.SECONDS), "it does not end");
        return said.strip();
    }

    private String send(String destination, String path, String member, String... arguments)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "dbus-send",
                                "--bus=" + bus.address(),
                                "--print-reply=literal",
                                "--reply-timeout=10000",
                                "--dest=" + destination,
                                path,
                                member));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new)).replaceAll("\\s+", " ");
    }

    private String item(Gx gx, String path, String member, String... arguments)
            throws IOException, InterruptedException {
        return send(gx.name(), path, BusItems.INTERFACE + "." + member, arguments);
    }

    private Gx inverter(RealBus on, String... more) throws IOException {
        String[] lines = new String[more.length + 2];
        lines[0] = "service=pvinverter";
        lines[1] = "id=pv_ABC123";
        System.arraycopy(more, 0, lines, 2, more.length);
        Gx gx = new Gx(on.place(), lines);
        gx.emit("limit", Map.of("dynamicGenerationStatus", "Configured, limiting"));
        gx.emit("limit", Map.of("dynamicGenerationPower", 2600.0));
        gx.emit("inverter", VenusTest.INVERTER);
        gx.pass(1).awaitOnTheBus(true);
        return gx;
    }

    @Test
    void dbusSendReadsAnInverter() throws Exception {
        try (Gx gx = inverter(bus)) {
            assertEquals("com.victronenergy.pvinverter.pv_ABC123", gx.name());
            assertEquals("variant double 2500", item(gx, "/Ac/Power", "GetValue"));
            assertEquals("2500.0 W", item(gx, "/Ac/Power", "GetText"));
            assertEquals("variant double 4200", item(gx, "/Ac/MaxPower", "GetValue"));
            assertEquals("variant int32 41", item(gx, "/DeviceInstance", "GetValue"));
            assertEquals("variant array [ ]", item(gx, "/Ac/L2/Power", "GetValue"));
            assertEquals("---", item(gx, "/Ac/L2/Power", "GetText"));
            assertEquals("variant double 380", item(gx, "/Internal/Pv/0/V", "GetValue"));
            assertEquals("variant double 44", item(gx, "/Internal/IPMTemp", "GetValue"));
            assertEquals(
                    "variant Configured, limiting",
                    item(gx, "/dynamicGenerationStatus", "GetValue"));
            assertEquals("variant double 2600", item(gx, "/dynamicGenerationPower", "GetValue"));
            assertEquals("int32 1", item(gx, "/Ac/Power", "SetValue", "variant:int32:1"));
            String below = item(gx, "/Ac/L1", "GetValue");
            assertTrue(below.contains("Power variant double 2500"), below);
            String all = item(gx, "/", "GetItems");
            for (String path : OF_ITS_ORIGIN) {
                assertTrue(all.contains(path + " "), path + " is not in " + all);
            }
        }
    }

    private static final List<String> OF_ITS_ORIGIN =
            List.of(
                    "/Ac/Power",
                    "/Ac/Energy/Forward",
                    "/Ac/L1/Current",
                    "/Ac/L1/Power",
                    "/Ac/L1/Voltage",
                    "/Ac/L1/Energy/Forward",
                    "/Ac/MaxPower",
                    "/ErrorCode",
                    "/StatusCode",
                    "/NrOfPhases",
                    "/Position",
                    "/Internal/InverterTemp",
                    "/Internal/IPMTemp",
                    "/Internal/BoostTemp",
                    "/Internal/DerateMode",
                    "/Internal/Pv/0/V",
                    "/Internal/Pv/0/I",
                    "/Internal/Pv/0/P",
                    "/Internal/Pv/0/Energy/Today",
                    "/Internal/Pv/0/Energy/Total",
                    "/Internal/Pv/1/V",
                    "/dynamicGenerationStatus",
                    "/dynamicGenerationPower",
                    "/dynamicGenerationMaxPower",
                    "/dynamicGenerationPowerMax");

    @Test
    void dbusSendLimitsAndFindsItsWayAround() throws Exception {
        try (Gx gx = inverter(bus, "control.enabled=true")) {
            String path = "/Ac/PowerLimit";
            assertEquals("int32 0", item(gx, path, "SetValue", "variant:double:1500"));
            assertEquals("int32 0", item(gx, path, "SetValue", "variant:uint16:1400"));
            assertEquals("int32 2", item(gx, path, "SetValue", "variant:int32:-5"));
            assertEquals("int32 1", item(gx, path, "SetValue", "variant:string:full"));
            assertEquals("variant double 1400", item(gx, path, "GetValue"));
            gx.pass(1);
            assertEquals(1400.0, gx.told("power_limit"));
            String about = send(gx.name(), "/Ac", "org.freedesktop.DBus.Introspectable.Introspect");
            assertTrue(about.contains("<node name=\"L1\"/>"), about);
            String unknown = item(gx, "/Nothing", "GetValue");
            assertTrue(unknown.contains("UnknownObject"), unknown);
            assertTrue(item(gx, "/", "Explode").contains("UnknownMethod"));
        }
    }

    /** A client as those of a GX: all items once, then only what changed. */
    @Test
    void aClientThatFollowsItemsChangedSeesWhatIsNow() throws Exception {
        try (Gx gx = new Gx(bus.place(), "id=cg_77")) {
            gx.emit("meter", VenusTest.METER);
            gx.pass(1).awaitOnTheBus(true);
            String owner = gx.looks().ownerOf(gx.name());
            BlockingQueue<BusSignal> heard = new LinkedBlockingQueue<>();
            gx.looks().onSignal(heard::add);
            gx.looks()
                    .watch(
                            "type='signal',member='ItemsChanged',path='/',sender='"
                                    + gx.name()
                                    + "'");
            Map<String, Object> mirror = new HashMap<>();
            gx.looks().items(gx.name()).forEach((path, item) -> mirror.put((String) path, item));
            assertEquals(500.0, ((Map<?, ?>) mirror.get("/Ac/Power")).get("Value"));
            Map<String, Object> next = new HashMap<>(VenusTest.METER);
            next.put("grid_power", -750.0);
            gx.emit("meter", next);
            gx.pass(0.5);
            while (!Double.valueOf(-750)
                    .equals(((Map<?, ?>) mirror.get("/Ac/Power")).get("Value"))) {
                BusSignal signal = heard.poll(60, TimeUnit.SECONDS);
                assertEquals(owner, signal.sender());
                Map<?, ?> changed = (Map<?, ?>) signal.arguments().get(0);
                changed.forEach((path, item) -> mirror.put((String) path, item));
            }
            assertEquals("-750.0 W", ((Map<?, ?>) mirror.get("/Ac/Power")).get("Text"));
            assertEquals(1000.0, ((Map<?, ?>) mirror.get("/Ac/Energy/Forward")).get("Value"));
        }
    }

    @Test
    void dbusMonitorSeesOneItemsChangedForAllThatChanged() throws Exception {
        Process monitor =
                new ProcessBuilder(
                                "dbus-monitor",
                                "--address",
                                bus.address(),
                                "type='signal',member='ItemsChanged'")
                        .redirectErrorStream(true)
                        .start();
        try (Gx gx = new Gx(bus.place())) {
            BufferedReader said = monitor.inputReader();
            String line = said.readLine();
            gx.emit("meter", VenusTest.METER);
            gx.pass(1).awaitOnTheBus(true);
            StringBuilder all = new StringBuilder();
            while (line != null && !all.toString().contains("/Ac/L1/Voltage")) {
                gx.emit("meter", Map.of("grid_power", 600.0 + all.length() % 7));
                gx.emit("meter", Map.of("grid_voltage_l1", 230.0 + all.length() % 7));
                gx.pass(0.5);
                line = said.readLine();
                all.append(line).append('\n');
            }
            assertTrue(all.toString().contains("member=ItemsChanged"), all.toString());
        } finally {
            monitor.destroy();
        }
    }

    @Test
    void aGxOverTcpLetsUsInAnonymously() throws Exception {
        try (FakeSettings kept = new FakeSettings(bus.place());
                Gx gx = new Gx(bus.tcp(), "service=battery")) {
            gx.emit("battery", VenusTest.BATTERY);
            gx.pass(1).awaitOnTheBus(true);
            assertEquals("variant double 77", item(gx, "/Soc", "GetValue"));
            assertEquals(
                    "battery:5121",
                    kept.value("/Settings/Devices/bat_battery/ClassAndVrmInstance"));
            gx.awaitValue("/DeviceInstance", 5121);
        }
    }
}
