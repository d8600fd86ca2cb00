package io.wattwire.driver.victron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.session.BatteryBounds;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import io.wattwire.device.session.WriteRefused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The driver against a GX behind a real Modbus server: what reaches it, and what it does then. */
class VictronOnTheWireTest {

    private final AtomicLong nanos = new AtomicLong();
    private final StateStore store = StateStore.inMemory();
    private SimulatedGx gx;
    private DeviceSession session;

    @BeforeEach
    void start() throws Exception {
        gx = new SimulatedGx(nanos::get);
        open("");
    }

    @AfterEach
    void stop() {
        session.close();
        gx.close();
    }

    private void open(String model) {
        open(model, BatteryBounds.none());
    }

    private void open(String model, BatteryBounds bounds) {
        if (session != null) {
            session.close();
        }
        SessionSettings settings =
                SessionSettings.of(new Tcp("127.0.0.1", gx.port()), SimulatedGx.GX)
                        .readDeadline(Duration.ofSeconds(10))
                        .model(model)
                        .units(Map.of("pvinverter", OptionalInt.of(SimulatedGx.PV)))
                        .writable(WriteRole.OWNER)
                        .setpointValid(Duration.ofSeconds(30))
                        .battery(bounds)
                        .build();
        session = start(settings);
    }

    private DeviceSession start(SessionSettings settings) {
        return new DeviceSession(
                Gx.FAMILY, settings, "test", store, new LinkPool(), nanos::get, nanos::get);
    }

    /** Polls once a second. */
    private void poll(int seconds) {
        DeviceSession.Prepared prepared = session.prepare(List.of("grid_power"));
        for (int i = 0; i < seconds; i++) {
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
            prepared.read();
        }
    }

    private Reading read(String name) {
        return session.prepare(List.of(name)).read().get(0);
    }

    @Test
    void recognisesAGxWithoutABattery() throws Exception {
        Identity identity = session.identity();
        assertEquals("gx", identity.model());
        assertEquals("c0619ab1f2d3", identity.serial());
        assertEquals(9_000, identity.ratedPowerW().orElseThrow());
        assertFalse(read("battery_soc").good());
        assertTrue(read("grid_power").good());
    }

    @Test
    void aServiceWithoutUnitIdIsNotAskedAndSaysWhatToDo() {
        Reading meter = read("grid_energy_import");
        assertFalse(meter.good());
        assertTrue(meter.problem().contains("units"), meter.problem());
    }

    @Test
    void aGxWithoutEssLivesAndLacksItsLoopOnly() throws Exception {
        gx.withoutEss();
        assertFalse(read("hub4_grid_setpoint").good());
        assertTrue(read("grid_power").good());
        assertEquals("connected", read("link_state").value());
        WriteRefused refusal =
                assertThrows(
                        WriteRefused.class, () -> session.write("battery_power_setpoint", 500.0));
        assertTrue(refusal.getMessage().contains("ESS assistant"), refusal.getMessage());
        assertEquals(List.of(), gx.written());
        open("gx-pvinverter");
        session.write("inverter_power_limit", 1_500.0);
        assertEquals(List.of("31 1056=0 1500"), gx.written());
    }

    @Test
    void theBatteryTakesWhatWasWantedAndFollowsTheLoads() throws Exception {
        session.write("battery_power_setpoint", 2_000.0);
        assertEquals(List.of("100 2716=0 2500"), gx.written());
        assertEquals(2_000, gx.battery(), 30);
        gx.loads(1_300);
        assertEquals(1_000, gx.battery(), 30, "the GX keeps the grid power");
        poll(4);
        assertEquals(2_000, gx.battery(), 30);
        assertEquals(0, session.health().restarts(), "loads are no restart");
    }

    /** The gateway is gone at once: the device falls back by itself, and a new start hands back. */
    @Test
    void thePvLimitIsRepeatedAndForgottenByTheGxAlone() throws Exception {
        open("gx-pvinverter");
        session.write("inverter_power_limit", 1_500.0);
        assertEquals(List.of("31 1056=0 1500"), gx.written());
        poll(30);
        assertEquals(1_500, gx.pvLimit());
        poll(90);
        assertEquals(5_000, gx.pvLimit(), "60 s after the last repetition");
    }

    @Test
    void thePvLimitReadsBack() throws Exception {
        open("gx-pvinverter");
        session.write("inverter_power_limit", 1_500.0);
        assertEquals(1_500.0, read("inverter_power_limit").value());
        assertEquals(5_000.0, read("inverter_rated_power").value());
    }

    @Test
    void theFeedInLimitIsWrittenOnce() throws Exception {
        session.write("grid_export_limit", 1_500.0);
        session.write("grid_export_limit", 1_500.0);
        assertEquals(List.of("100 2722=0 1500"), gx.written());
    }

    @Test
    void nothingIsWrittenWhileDynamicEssRuns() {
        gx.set(5400, 1);
        WriteRefused refusal =
                assertThrows(
                        WriteRefused.class, () -> session.write("battery_power_setpoint", 500.0));
        assertTrue(refusal.getMessage().contains("Dynamic ESS"), refusal.getMessage());
        assertEquals(List.of(), gx.written());
    }

    @Test
    void anOwnerNeitherResetsNorOpensTheFeedIn() {
        assertThrows(WriteRefused.class, () -> session.write("vebus_system_reset", 1.0));
        assertThrows(WriteRefused.class, () -> session.write("settings_dc_pv_feed_in", 1.0));
        assertThrows(WriteRefused.class, () -> session.write("vebus_setpoint_l1", 100.0));
        assertEquals(List.of(), gx.written());
    }

    @Test
    void mode3IsEnteredInTheOrderOfTheFactsAndRepeated() throws Exception {
        open("gx-external");
        session.write("battery_power_setpoint", 3_000.0);
        assertEquals(List.of("100 2902=3", "227 96=0 1100 0 1100 0 1000"), gx.written());
        assertEquals(3_000, gx.battery(), 30);
        poll(10);
        List<String> repeated = gx.written();
        assertTrue(repeated.size() >= 2, repeated.toString());
        assertTrue(
                repeated.stream().allMatch("227 96=0 1100 0 1100 0 1000"::equals), "" + repeated);
    }

    @Test
    void boundsOfTheBatteryHoldWhateverCommands() throws Exception {
        OptionalDouble none = OptionalDouble.empty();
        open("gx", new BatteryBounds(none, none, OptionalDouble.of(800), none, none));
        session.write("battery_power_setpoint", 2_000.0);
        assertEquals(List.of("100 2716=0 1300"), gx.written());
        assertThrows(WriteRefused.class, () -> session.write("hub4_grid_setpoint", 9_000.0));
        assertEquals(List.of(), gx.written());
    }

    /** Nobody answers behind the battery's unit id. */
    @Test
    void aBatteryWithUnknownChargeRestsWhereABoundHolds() throws Exception {
        OptionalDouble none = OptionalDouble.empty();
        open("gx", new BatteryBounds(OptionalDouble.of(20), none, none, none, none));
        session.write("battery_power_setpoint", -2_000.0);
        assertEquals(0, gx.battery(), 30);
    }
}
