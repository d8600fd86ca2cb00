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

    @Test
    void aSetpointIsRepeatedWhileItsCommanderLivesAndHandedBackThen() throws Exception {
        session.write("battery_power_setpoint", -1_000.0);
        gx.written();
        poll(29);
        List<String> repeated = gx.written();
        assertTrue(repeated.size() >= 7, repeated.toString());
        assertEquals(-1_000, gx.battery(), 30);
        poll(3);
        assertEquals("100 2716=0 50", gx.written().get(0), "the stored grid set-point");
        poll(20);
        assertEquals(List.of(), gx.written());
    }

    @Test
    void mode3IsEnteredInTheOrderOfTheFactsAndLeftAsItWasFound() throws Exception {
        open("gx-external");
        session.write("battery_power_setpoint", 3_000.0);
        assertEquals(List.of("100 2902=3", "227 96=0 1100 0 1100 0 1000"), gx.written());
        assertEquals(3_000, gx.battery(), 30);
        poll(10);
        List<String> repeated = gx.written();
        assertTrue(repeated.size() >= 2, repeated.toString());
        assertTrue(
                repeated.stream().allMatch("227 96=0 1100 0 1100 0 1000"::equals), "" + repeated);
        session.close();
        assertEquals(List.of("227 96=0 0 0 0 0 0", "100 2902=1"), gx.written());
    }

    @Test
    void aCommanderThatFallsSilentIsHandedBack() throws Exception {
        open("gx-external");
        session.write("battery_power_setpoint_l2", -600.0);
        assertEquals(List.of("100 2902=3", "227 98=-1 -500"), gx.written());
        poll(31);
        List<String> written = gx.written();
        assertEquals(
                List.of("227 98=0 0", "100 2902=1"),
                written.subList(written.size() - 2, written.size()));
        poll(10);
        assertEquals(List.of(), gx.written());
        assertEquals(1, gx.gx(2902));
    }

    @Test
    void phasesShareTheModeAndTheLastOneGivesItBack() throws Exception {
        open("gx-external");
        session.write("battery_power_setpoint_l1", 500.0);
        poll(5);
        session.write("battery_power_setpoint_l2", 500.0);
        poll(27);
        assertEquals(3, gx.gx(2902), "L2 is still commanded");
        poll(6);
        assertEquals(1, gx.gx(2902));
    }

    /** The gateway is gone at once: the device falls back by itself, and a new start hands back. */
    @Test
    void afterAKilledGatewayTheBatteryRestsAndTheNextStartHandsBack() throws Exception {
        open("gx-external");
        session.write("battery_power_setpoint", 3_000.0);
        DeviceSession killed = session;
        gx.written();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(59));
        assertEquals(3_000, gx.battery(), 30);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertEquals(0, gx.battery(), 30, "pass-through");
        assertEquals(3, gx.gx(2902), "but mode 3 stays");
        session = null;
        open("gx-external");
        poll(3);
        assertEquals(List.of("227 96=0 0 0 0 0 0", "100 2902=1"), gx.written());
        killed.close();
    }

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
    void aBoundOfTheBatteryHoldsAndUnknownChargeMeansRest() throws Exception {
        OptionalDouble none = OptionalDouble.empty();
        open("gx", new BatteryBounds(none, none, OptionalDouble.of(800), none, none));
        session.write("battery_power_setpoint", 2_000.0);
        assertEquals(List.of("100 2716=0 1300"), gx.written());
        open("gx", new BatteryBounds(OptionalDouble.of(20), none, none, none, none));
        gx.written();
        session.write("battery_power_setpoint", -2_000.0);
        assertEquals(0, gx.battery(), 30, "nobody knows the state of charge");
    }

    @Test
    void anOwnerNeitherResetsNorOpensTheFeedIn() {
        assertThrows(WriteRefused.class, () -> session.write("vebus_system_reset", 1.0));
        assertThrows(WriteRefused.class, () -> session.write("settings_dc_pv_feed_in", 1.0));
        assertThrows(WriteRefused.class, () -> session.write("vebus_setpoint_l1", 100.0));
        assertEquals(List.of(), gx.written());
    }
}
