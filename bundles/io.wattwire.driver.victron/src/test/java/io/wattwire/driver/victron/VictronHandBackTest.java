package io.wattwire.driver.victron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import io.wattwire.device.session.WriteRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a GX when the commander or the whole gateway is gone. */
class VictronHandBackTest {

    private static final String POINT = "battery_power_setpoint";

    private final AtomicLong nanos = new AtomicLong();
    private final StateStore store = StateStore.inMemory();
    private final List<DeviceSession> sessions = new ArrayList<>();
    private SimulatedGx gx;
    private DeviceSession session;

    @BeforeEach
    void start() throws Exception {
        gx = new SimulatedGx(nanos::get);
    }

    @AfterEach
    void stop() {
        sessions.forEach(DeviceSession::close);
        gx.close();
    }

    private void open(String model) {
        SessionSettings settings =
                SessionSettings.of(new Tcp("127.0.0.1", gx.port()), SimulatedGx.GX)
                        .readDeadline(Duration.ofSeconds(10))
                        .model(model)
                        .writable(WriteRole.OWNER)
                        .setpointValid(Duration.ofSeconds(30))
                        .build();
        session =
                new DeviceSession(
                        Gx.FAMILY, settings, "test", store, new LinkPool(), nanos::get, nanos::get);
        sessions.add(session);
    }

    /** Polls once a second, as the driver does. */
    private void poll(int seconds) {
        DeviceSession.Prepared prepared = session.prepare(List.of("grid_power"));
        for (int i = 0; i < seconds; i++) {
            nanos.addAndGet(TimeUnit.SECONDS.toNanos(1));
            prepared.read();
            session.tend();
        }
    }

    @Test
    void aGridSetpointIsRepeatedWhileItsCommanderLivesAndBecomesTheStoredOneThen()
            throws Exception {
        open("gx");
        session.write(POINT, -1_000.0);
        gx.written();
        poll(29);
        List<String> repeated = gx.written();
        assertTrue(repeated.size() >= 7, repeated.toString());
        assertEquals(-1_000, gx.battery(), 30);
        poll(3);
        List<String> last = gx.written();
        assertEquals("100 2716=0 50", last.get(last.size() - 1));
        poll(20);
        assertEquals(List.of(), gx.written());
    }

    @Test
    void closingHandsBackSetpointsFirstThenTheMode() throws Exception {
        open("gx-external");
        session.write(POINT, 3_000.0);
        gx.written();
        session.close();
        assertEquals(List.of("227 96=0 0 0 0 0 0", "100 2902=1"), gx.written());
    }

    @Test
    void flagsThatWereSetBeforeAreSetAgain() throws Exception {
        gx.vebus(38, 1, 0);
        open("gx-external");
        session.write(POINT, 300.0);
        assertEquals("227 38=0", gx.written().get(0).substring(0, 8));
        session.close();
        assertEquals(List.of("227 96=0 0 0 0 0 0", "227 38=1 0", "100 2902=1"), gx.written());
    }

    @Test
    void aCommanderThatFallsSilentIsHandedBack() throws Exception {
        open("gx-external");
        session.write(POINT + "_l2", -600.0);
        assertEquals(List.of("100 2902=3", "227 98=-1 -500"), gx.written());
        poll(32);
        List<String> written = gx.written();
        assertEquals(
                List.of("227 98=0 0", "100 2902=1"),
                written.subList(written.size() - 2, written.size()));
        poll(10);
        assertEquals(List.of(), gx.written());
    }

    @Test
    void phasesShareTheModeAndTheLastOneGivesItBack() throws Exception {
        open("gx-external");
        session.write(POINT + "_l1", 500.0);
        poll(5);
        session.write(POINT + "_l2", 500.0);
        poll(27);
        assertEquals(3, gx.gx(2902), "L2 is still commanded");
        poll(6);
        assertEquals(1, gx.gx(2902));
    }

    @Test
    void aTotalTakesOverFromAPhaseAndGivesTheModeBackForIt() throws Exception {
        open("gx-external");
        session.write(POINT + "_l1", 500.0);
        session.write(POINT, -3_000.0);
        poll(10);
        assertEquals(-3_000, gx.battery(), 30, "the phase is not repeated beside it");
        session.close();
        assertEquals(1, gx.gx(2902));
    }

    /** The gateway is gone at once: the device falls back by itself, and a new start hands back. */
    @Test
    void afterAKilledGatewayTheBatteryRestsAndTheNextStartHandsBack() throws Exception {
        open("gx-external");
        session.write(POINT, 3_000.0);
        gx.written();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(59));
        assertEquals(3_000, gx.battery(), 30);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertEquals(0, gx.battery(), 30, "pass-through");
        assertEquals(3, gx.gx(2902), "but mode 3 stays");
        open("gx-external");
        poll(3);
        assertEquals(List.of("227 96=0 0 0 0 0 0", "100 2902=1"), gx.written());
    }

    @Test
    void afterAKilledGatewayTheGridSetpointStaysUntilTheNextStart() throws Exception {
        open("gx");
        session.write(POINT, 3_000.0);
        gx.written();
        nanos.addAndGet(TimeUnit.HOURS.toNanos(1));
        assertEquals(3_000, gx.battery(), 30, "class C");
        open("gx");
        poll(3);
        assertEquals(List.of("100 2716=0 50"), gx.written());
    }

    /** The mode lies in flash memory: 20 changes a day, but the way back is always open. */
    @Test
    void theDailyBudgetOfTheModeNeverKeepsItFromGoingBack() throws Exception {
        open("gx-external");
        for (int i = 0; i < 19; i++) {
            session.write("settings_ess_mode", i % 2 == 0 ? "2" : "1");
        }
        session.write(POINT, 300.0);
        session.close();
        assertEquals(2, gx.gx(2902));
        open("gx-external");
        assertThrows(WriteRefused.class, () -> session.write(POINT, 300.0));
    }
}
