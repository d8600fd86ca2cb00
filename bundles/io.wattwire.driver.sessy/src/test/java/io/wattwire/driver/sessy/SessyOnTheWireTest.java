package io.wattwire.driver.sessy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.Outage;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.server.Answer;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import io.wattwire.device.session.WriteRefused;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reading and commanding a simulated Sessy over HTTP. */
class SessyOnTheWireTest {

    private static final String SETPOINT = "battery_power_setpoint";
    private static final List<String> NOM = List.of("active_strategy_text=POWER_STRATEGY_NOM");

    private final AtomicLong skipped = new AtomicLong();
    private final StateStore store = StateStore.inMemory();
    private final SimulatedSessy sessy = new SimulatedSessy("sessy-battery");
    private DeviceSession session = open();

    SessyOnTheWireTest() throws Exception {}

    @AfterEach
    void stop() {
        session.close();
        sessy.close();
    }

    private DeviceSession open() {
        SessionSettings settings =
                SessionSettings.of(sessy.address(), 1)
                        .readDeadline(Duration.ofSeconds(5))
                        .writable(WriteRole.OWNER)
                        .build();
        return new DeviceSession(
                SimulatedSessy.FAMILY,
                settings,
                "test",
                store,
                new LinkPool(),
                () -> System.nanoTime() + skipped.get(),
                System::currentTimeMillis);
    }

    private void skip(long seconds) {
        skipped.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    private Reading read(String name) {
        return session.prepare(List.of(name)).read().get(0);
    }

    private Object value(String name) {
        Reading reading = read(name);
        assertTrue(reading.good(), () -> name + ": " + reading.problem());
        return reading.value();
    }

    @Test
    void chargingIsPositiveHereAndNegativeThere() {
        sessy.show("power", -1500);
        assertEquals(1500.0, value("battery_power"));
        assertEquals(-1500.0, value("inverter_power"));
        sessy.show("power", 700);
        assertEquals(-700.0, value("battery_power"));
        sessy.show("state_of_charge", 37.5);
        assertEquals(37.5, value("battery_soc"));
        sessy.show("frequency", 50.012);
        assertEquals(50.012, value("grid_frequency"));
        assertEquals("POWER_STRATEGY_NOM", value("control_owner"));
        assertEquals("SYSTEM_STATE_RUNNING_SAFE", value("device_state"));
    }

    @Test
    void allFastValuesAreOneRequest() {
        DeviceSession.Prepared prepared =
                session.prepare(List.of("battery_power", "battery_soc", "grid_frequency"));
        prepared.read();
        int before = sessy.reads();
        prepared.read();
        assertEquals(1, sessy.reads() - before);
    }

    /** HomeBattery forwards its sign unchanged; the battery would empty when it is to charge. */
    @Test
    void theStrategyIsSwitchedBeforeTheTurnedSetPoint() throws Exception {
        session.write(SETPOINT, 1500.0);
        assertEquals(
                List.of("active_strategy_text=POWER_STRATEGY_API", "power_setpoint=-1500.0"),
                sessy.written());
        assertEquals(1500.0, value("battery_power"));
        assertEquals(1500.0, value(SETPOINT));
        session.write(SETPOINT, -800.0);
        assertEquals(List.of("power_setpoint=800.0"), sessy.written());
        assertEquals(-800.0, value("battery_power"));
    }

    @Test
    void releaseEndsThePowerAndRestoresTheStrategy() throws Exception {
        sessy.show("active_strategy", "POWER_STRATEGY_ROI");
        sessy.show("active_strategy_text", "POWER_STRATEGY_ROI");
        session.write(SETPOINT, 1500.0);
        sessy.written();
        session.release();
        assertEquals(
                List.of("power_setpoint=0.0", "active_strategy_text=POWER_STRATEGY_ROI"),
                sessy.written());
        session.release();
        assertEquals(List.of(), sessy.written());
    }

    /** A strategy of newer firmware than ours comes back as it was. */
    @Test
    void aStrategyThatNobodyKnowsIsRestoredToo() throws Exception {
        sessy.show("active_strategy_text", "POWER_STRATEGY_OF_2030");
        sessy.unknown("active_strategy");
        session.write(SETPOINT, 100.0);
        session.release();
        assertEquals("POWER_STRATEGY_OF_2030", sessy.shown("active_strategy_text"));
    }

    @Test
    void controlGoesBackWhenNobodyCommandsAnyMore() throws Exception {
        session.write(SETPOINT, 1500.0);
        sessy.written();
        skip(61);
        assertTrue(session.tend());
        assertEquals(List.of("power_setpoint=0.0", NOM.get(0)), sessy.written());
    }

    @Test
    void theNextStartHandsBackWhatACrashLeft() throws Exception {
        session.write(SETPOINT, -2000.0);
        sessy.written();
        DeviceSession crashed = session;
        session = open();
        assertTrue(session.tend());
        assertEquals(List.of("power_setpoint=0.0", NOM.get(0)), sessy.written());
        crashed.close();
    }

    @Test
    void anOwnerWhoChoseAnotherStrategyMeanwhileGetsTheSavedOneWithoutASetPoint() throws Exception {
        session.write(SETPOINT, 1500.0);
        session.write("active_strategy", "POWER_STRATEGY_ECO");
        sessy.show("active_strategy_text", "POWER_STRATEGY_ECO");
        sessy.written();
        session.release();
        assertEquals(NOM, sessy.written());
    }

    @Test
    void whatIsOutOfRangeIsRefusedBeforeTheWire() {
        for (double watts : new double[] {2200.5, 2201, -2201, 1e9, Double.NaN}) {
            assertThrows(WriteRefused.class, () -> session.write(SETPOINT, watts));
        }
        assertThrows(WriteRefused.class, () -> session.write("power_setpoint", 100));
        assertThrows(WriteRefused.class, () -> session.write("setting_phase_current", 80));
        assertThrows(WriteRefused.class, () -> session.write("setting_max_power", 2300));
        assertEquals(List.of(), sessy.written());
    }

    @Test
    void aSetPointThatIsAcknowledgedButNotKeptIsNoticed() throws Exception {
        sessy.ignore(true);
        session.write(SETPOINT, 1500.0);
        assertFalse(Double.valueOf(1500).equals(read(SETPOINT).value()), "it is not obeyed");
        skip(3);
        session.prepare(List.of("battery_power")).read();
        assertEquals(
                2,
                sessy.written().stream().filter("power_setpoint=-1500.0"::equals).count(),
                "it is commanded again");
        sessy.ignore(false);
        skip(3);
        session.prepare(List.of("battery_power")).read();
        assertEquals(1500.0, value(SETPOINT));
    }

    @Test
    void aRestartIsNoticedAndCommandedAgain() throws Exception {
        session.write(SETPOINT, 1500.0);
        sessy.written();
        sessy.show("active_strategy_text", "POWER_STRATEGY_NOM");
        sessy.show("active_strategy", "POWER_STRATEGY_NOM");
        sessy.show("power_setpoint", 0);
        skip(3);
        session.prepare(List.of("battery_power")).read();
        assertEquals(
                List.of("active_strategy_text=POWER_STRATEGY_API", "power_setpoint=-1500.0"),
                sessy.written());
    }

    /** The firmware does otherwise than told: that is no obedience, whatever the numbers say. */
    @Test
    void anOverriddenStrategyIsNoticed() throws Exception {
        session.write(SETPOINT, 1500.0);
        assertEquals(1500.0, value(SETPOINT));
        sessy.show("strategy_overridden", "true");
        sessy.show("system_state", "SYSTEM_STATE_BATTERY_FULL");
        skip(3);
        assertFalse(read(SETPOINT).good());
        assertEquals("true", value("strategy_overridden"));
        assertEquals("SYSTEM_STATE_BATTERY_FULL", value("device_state"));
        sessy.written();
        for (int i = 0; i < 10; i++) {
            skip(3);
            session.prepare(List.of("battery_power")).read();
        }
        long repeated = sessy.written().size();
        assertTrue(repeated <= 3, "not hammered: " + repeated);
    }

    @Test
    void aSettingIsSentWithAllOthersAndChangesAlone() throws Exception {
        sessy.show("setting_enabled_time", "00:00-23:59");
        sessy.show("setting_max_power", 2200);
        session.write("setting_min_soc", 20.0);
        assertEquals(List.of("setting_min_soc=20.0"), sessy.written());
        assertEquals("00:00-23:59", sessy.shown("setting_enabled_time"));
        assertEquals(2200.0, sessy.shown("setting_max_power"));
        session.write("setting_disable_noise_level", "true");
        assertEquals(List.of("setting_disable_noise_level=true"), sessy.written());
    }

    @Test
    void whatTheDeviceRefusesSaysWhy() throws Exception {
        session.identity();
        sessy.answer(Answer.exception(3));
        LinkException refused =
                assertThrows(
                        LinkException.class,
                        () -> session.write("active_strategy", "POWER_STRATEGY_ROI"));
        assertTrue(refused.getMessage().contains("HTTP 400"), refused.getMessage());
    }

    /** HTTP 500 is the vendor's way to say "later". */
    @Test
    void aBusyDeviceIsNeitherDeadNorUnknown() {
        sessy.answer(Answer.exception(6));
        Reading busy = read("battery_power");
        assertFalse(busy.good());
        assertTrue(busy.problem().contains("HTTP 500"), busy.problem());
        assertEquals("connected", value("link_state"));
        sessy.answer(Answer.normal());
        assertTrue(read("battery_power").good());
    }

    @Test
    void aWrongPasswordIsToldOnEachValue() {
        sessy.answer(Answer.exception(1));
        String problem = read("battery_power").problem();
        assertTrue(problem.contains("user and password"), problem);
    }

    @Test
    void theOutageOfTheDeviceShowsAtOnceAndEndsWithIt() throws Exception {
        DeviceSession.Prepared prepared = session.prepare(List.of("battery_power", "battery_soc"));
        new Outage(prepared, time -> skip(time.toSeconds()), Duration.ofSeconds(1))
                .check(
                        new Outage.Plug() {
                            @Override
                            public void pull() {
                                sessy.close();
                            }

                            @Override
                            public double putBack(int outage) throws Exception {
                                sessy.show("power", -100 * outage);
                                sessy.start();
                                return 100.0 * outage;
                            }
                        });
    }
}
