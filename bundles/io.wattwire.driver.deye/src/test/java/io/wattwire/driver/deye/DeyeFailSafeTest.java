package io.wattwire.driver.deye;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the inverter does when nobody speaks to it any more, and how it gets its own back. */
class DeyeFailSafeTest {

    private final SimulatedDeye inverter;
    private final AtomicLong skipped = new AtomicLong();
    private final StateStore store = StateStore.inMemory();
    private ModbusServer server;
    private DeviceSession session;

    DeyeFailSafeTest() throws Exception {
        inverter = new SimulatedDeye();
    }

    @BeforeEach
    void start() throws Exception {
        server =
                ModbusServer.builder()
                        .unit(1, inverter)
                        .tcp(InetAddress.getLoopbackAddress(), 0)
                        .start();
        session = open();
    }

    @AfterEach
    void stop() throws Exception {
        session.close();
        server.close();
    }

    private DeviceSession open() {
        SessionSettings settings =
                SessionSettings.of(new Tcp("127.0.0.1", server.port()), 1)
                        .readDeadline(Duration.ofSeconds(10))
                        .writable(WriteRole.OWNER)
                        .build();
        return new DeviceSession(
                Banks.FAMILY,
                settings,
                "test",
                store,
                new LinkPool(),
                () -> System.nanoTime() + skipped.get(),
                System::currentTimeMillis);
    }

    /** Class C, as of the power. */
    @Test
    void aCurrentStaysInForceToo() throws Exception {
        session.write("battery_current_setpoint", 40.0);
        server.close();
        assertEquals(2_000, inverter.clock(1_200).batteryW());
        assertEquals(2_000, inverter.clock(100).batteryW());
    }

    /** What goes back is what the first of them found, and once. */
    @Test
    void aCurrentTakesThePlaceOfAPowerAndBack() throws Exception {
        session.write("battery_power_setpoint", 3_000.0);
        session.write("battery_current_setpoint", 40.0);
        assertEquals(2_000, inverter.batteryW());
        skipped.addAndGet(TimeUnit.SECONDS.toNanos(11));
        session.prepare(List.of("battery_soc")).read();
        assertEquals(2_000, inverter.batteryW(), "the power is not repeated");
        session.write("battery_current_setpoint", -20.0);
        assertEquals(-1_000, inverter.load(4_000).batteryW());
        skipped.addAndGet(TimeUnit.SECONDS.toNanos(11));
        session.write("battery_power_setpoint", -2_000.0);
        assertEquals(-2_000, inverter.batteryW());
        skipped.addAndGet(TimeUnit.SECONDS.toNanos(61));
        assertTrue(session.tend());
        assertOwn();
    }

    @Test
    void theNextStartHandsBackACurrentThatACrashLeft() throws Exception {
        session.write("battery_current_setpoint", 40.0);
        DeviceSession crashed = session;
        session = open();
        assertTrue(session.tend());
        assertOwn();
        crashed.close();
        assertOwn();
    }

    /** Class C: there is no watchdog. */
    @Test
    void theLastSlotStaysInForceWhenTheGatewayDies() throws Exception {
        session.write("battery_power_setpoint", 3_000.0);
        server.close();
        for (int time : new int[] {1_200, 1_800, 2_359, 0, 59, 100, 1_159}) {
            assertEquals(3_000, inverter.clock(time).batteryW(), "at " + time);
            assertEquals(3_000, inverter.gridW());
        }
    }

    /** The set-point is a ceiling: in a zero-export mode the house takes what it needs. */
    @Test
    void dischargingGivesWhatTheHouseTakesUpToTheSetPoint() throws Exception {
        session.write("battery_power_setpoint", -2_000.0);
        assertEquals(-1_500, inverter.load(1_500).batteryW());
        assertEquals(-2_000, inverter.load(5_000).batteryW());
        assertEquals(3_000, inverter.gridW());
    }

    @Test
    void nothingIsChargedAndNothingGivenAt0() throws Exception {
        session.write("battery_power_setpoint", 0.0);
        assertEquals(0, inverter.load(5_000).batteryW());
        assertEquals(0, inverter.load(0).sun(5_000).batteryW());
    }

    /** Class B: the ceiling is the inverter's own, whoever is there. */
    @Test
    void theExportCeilingHoldsWithoutTheGateway() throws Exception {
        session.write("grid_export_limit", 3_000.0);
        inverter.words().set(108, 0);
        server.close();
        assertEquals(-3_000, inverter.sun(8_000).gridW());
        assertEquals(-3_000, inverter.load(2_000).gridW(), "what the house takes comes on top");
        assertEquals(-500, inverter.sun(2_500).gridW());
    }

    @Test
    void aCommanderWhoIsGoneIsNotObeyedAnyLonger() throws Exception {
        session.write("battery_power_setpoint", 3_000.0);
        skipped.addAndGet(TimeUnit.SECONDS.toNanos(59));
        session.tend();
        assertEquals(3_000, inverter.clock(1_200).batteryW());
        skipped.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertTrue(session.tend());
        assertEquals(0, inverter.clock(1_200).batteryW());
        assertOwn();
        assertEquals(12_000, inverter.words().word(143));
    }

    /** Also what rose a moment ago and may not be commanded to rise again yet. */
    @Test
    void aDriverThatStopsHandsBackAtOnce() throws Exception {
        for (double watts : new double[] {-3_000, 3_000}) {
            session.write("battery_power_setpoint", watts);
            session.close();
            assertEquals(0, inverter.clock(1_200).batteryW());
            assertOwn();
            session = open();
        }
    }

    @Test
    void aScheduleThatWasOnEndsWhatWasForcedAtOnceToo() throws Exception {
        inverter.words().set(146, 255);
        session.write("battery_power_setpoint", 3_000.0);
        assertEquals(3_000, inverter.batteryW());
        session.close();
        for (int time : new int[] {0, 1_200, 2_200}) {
            assertEquals(0, inverter.clock(time).batteryW(), "at " + time);
        }
        assertEquals(2_000, inverter.words().word(153));
    }

    /** A limit never rises by itself. */
    @Test
    void theExportLimitStaysWhenTheDriverStops() throws Exception {
        session.write("grid_export_limit", 3_000.0);
        session.close();
        assertEquals(3_000, inverter.words().word(143));
    }

    /** As after kill -9: nobody closed the first session. */
    @Test
    void theNextStartHandsBackWhatACrashLeft() throws Exception {
        session.write("battery_power_setpoint", 3_000.0);
        DeviceSession crashed = session;
        session = open();
        assertTrue(session.tend());
        assertOwn();
        List<String> writes = inverter.words().writes();
        crashed.close();
        assertEquals(writes, inverter.words().writes(), "once");
    }

    private void assertOwn() throws Exception {
        int[][] own = {
            {146, 0}, {148, 0}, {153, 2_000}, {177, 0}, {171, 20}, {159, 12_000}, {108, 150}
        };
        for (int[] setting : own) {
            assertEquals(setting[1], inverter.words().word(setting[0]), "" + setting[0]);
        }
    }
}
