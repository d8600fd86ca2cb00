package io.wattwire.driver.givenergy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.GivEnergy;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.Service;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.session.BatteryBounds;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import io.wattwire.device.session.WriteRefused;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The driver through a dongle: a Gen1 with one pack, what reaches it, and what comes back. */
class GivEnergyOnTheWireTest {

    private static final int INVERTER = 0x11;
    private static final int PACK = 0x32;

    private final WrittenBank inverter = new WrittenBank();
    private final WrittenBank pack = new WrittenBank();
    private final AtomicLong skipped = new AtomicLong();
    private final LinkPool pool = new LinkPool();
    private final StateStore store = StateStore.inMemory();
    private ModbusServer server;
    private DeviceSession session;

    /** A 5 kW Gen1 at 10:05, discharging 500 W, exporting 300 W, charged from 01:00 to 04:30. */
    @BeforeEach
    void start() throws Exception {
        inverter.holding(0, new int[180]).input(0, new int[240]);
        inverter.holding(0, 0x2001).holding(13, 0x4145, 0x3132, 0x3334, 0x4735, 0x3637);
        inverter.holding(19, 449, 0, 449).holding(27, 1).holding(35, 26, 1, 31, 10, 5, 0);
        inverter.holding(50, 100).holding(55, 160).holding(94, 100, 430).holding(96, 1);
        inverter.holding(110, 4, 30, 40).holding(114, 4).holding(116, 90);
        inverter.input(5, 2410).input(30, 300).input(49, 1).input(52, 500).input(59, 64);
        pack.input(60, new int[60]).input(60, 3366).input(110, 0x4247, 0x3231);
        server =
                ModbusServer.builder()
                        .unit(INVERTER, inverter)
                        .unit(PACK, pack)
                        .givEnergy(InetAddress.getLoopbackAddress(), 0, "WF2125G000", "AE1234G567")
                        .start();
        session = open(BatteryBounds.none());
    }

    private DeviceSession open(BatteryBounds bounds) {
        SessionSettings settings =
                SessionSettings.of(new GivEnergy("127.0.0.1", server.port()), INVERTER)
                        .readDeadline(Duration.ofSeconds(3))
                        .writable(WriteRole.OWNER)
                        .battery(bounds)
                        .build();
        return new DeviceSession(
                Banks.FAMILY,
                settings,
                "test",
                store,
                pool,
                () -> System.nanoTime() + skipped.get(),
                System::currentTimeMillis);
    }

    @AfterEach
    void stop() {
        session.close();
        server.close();
    }

    @Test
    void readsPointsWithTheirSignsAndWhatIsSet() throws Exception {
        assertEquals("gen1", session.identity().model());
        assertEquals(
                Map.of(
                        "grid_power",
                        -300.0,
                        "battery_power",
                        -500.0,
                        "battery_soc",
                        64.0,
                        "grid_connected",
                        true,
                        "inverter_rated_power",
                        5000.0,
                        "battery_mode",
                        "eco",
                        "charge_slot_1",
                        "01:00-04:30",
                        "charge_slot_2",
                        "off",
                        "charge_rate",
                        90.0,
                        "date_time",
                        "2026-01-31T10:05:00"),
                values(
                        "grid_power",
                        "battery_power",
                        "battery_soc",
                        "grid_connected",
                        "inverter_rated_power",
                        "battery_mode",
                        "charge_slot_1",
                        "charge_slot_2",
                        "charge_rate",
                        "date_time"));
    }

    @Test
    void findsThePackThatIsThere() throws Exception {
        session.identity();
        List<String> found =
                session.services().stream()
                        .filter(service -> service.name().matches("pack[12]"))
                        .filter(this::answers)
                        .map(Service::name)
                        .toList();
        assertEquals(List.of("pack1"), found);
        assertEquals(3.366, values("pack1_cell_1_voltage").get("pack1_cell_1_voltage"));
    }

    private boolean answers(Service service) {
        try {
            return session.answers(service);
        } catch (LinkException silent) {
            return false;
        }
    }

    @Test
    void aCommandIsWrittenInItsOrderAndWhatHoldsIsLeft() throws Exception {
        session.write("battery_mode", "Timed Export");
        assertEquals(List.of("27=0", "110=100", "59=1", "56=1600", "57=700"), inverter.writes());
        session.write("battery_mode", "timed export");
        assertEquals(List.of(), inverter.writes());
        session.write("charge_slot_1", "0030-0430 80%");
        assertEquals(List.of("20=1", "116=80", "94=30"), inverter.writes());
        assertEquals("00:30-04:30", values("charge_slot_1").get("charge_slot_1"));
    }

    @Test
    void aWriteThatTheDongleLosesIsWrittenAgain() throws Exception {
        inverter.lose(2);
        session.write("charge_rate", 60.0);
        assertEquals(List.of("111=20", "111=20", "111=20"), inverter.writes());
        assertEquals(20, inverter.word(111));
    }

    @Test
    void aWriteThatIsNeverKeptIsSaidToBeLost() {
        inverter.deafen(111);
        LinkException lost =
                assertThrows(LinkException.class, () -> session.write("charge_rate", 60.0));
        assertTrue(lost.getMessage().contains("battery_charge_limit = 20"), lost.getMessage());
        assertTrue(lost.getMessage().contains("still shows 30"), lost.getMessage());
    }

    @Test
    void aRegisterThatIsNotKeptIsSaidToBeLostToo() {
        inverter.deafen(110);
        assertThrows(LinkException.class, () -> session.write("battery_soc_reserve", 50.0));
    }

    @Test
    void whatTheModelLacksOrIsOutOfRangeStaysOffTheWire() {
        for (String name : List.of("charge_slot_3", "battery_pause_mode", "battery_pause_slot")) {
            assertThrows(WriteRefused.class, () -> session.write(name, "off"), name);
        }
        assertThrows(WriteRefused.class, () -> session.write("charge_target", 3.0));
        assertThrows(WriteRefused.class, () -> session.write("battery_charge_limit", 51.0));
        assertThrows(WriteRefused.class, () -> session.write("inverter_reboot", 100.0));
        assertThrows(WriteRefused.class, () -> session.write("grid_high_voltage_trip", 250.0));
        assertEquals(List.of(), inverter.writes());
    }

    @Test
    void theClockIsSetAlthoughItGoesOn() throws Exception {
        session.write("date_time", "01/02/2026 10:06:07");
        assertEquals(
                List.of("36=2", "37=1", "39=6", "40=7"), inverter.writes(), "year and hour hold");
    }

    @Test
    void aForcedChargeGivesTheSettingsBackWhenItsTimeIsOver() throws Exception {
        session.write("battery_force_charge", 30.0);
        assertEquals(List.of("116=100", "94=1005", "95=1035", "111=50"), inverter.writes());
        assertEquals(30.0, values("battery_force_charge").get("battery_force_charge"));
        skip(Duration.ofMinutes(29));
        session.tend();
        assertEquals(List.of(), inverter.writes(), "it still holds");
        skip(Duration.ofMinutes(2));
        assertTrue(session.tend());
        assertEquals(List.of("94=100", "95=430", "111=30", "116=90"), inverter.writes());
    }

    @Test
    void writingNothingEndsAForcedDischargeAtOnce() throws Exception {
        session.write("battery_force_discharge", 60.0);
        assertEquals(List.of("112=50", "27=0", "59=1", "56=1005", "57=1105"), inverter.writes());
        session.write("battery_force_discharge", 0.0);
        assertEquals(List.of("27=1", "56=0", "57=0", "59=0", "112=40"), inverter.writes());
        session.write("battery_force_discharge", 0.0);
        assertEquals(List.of(), inverter.writes(), "there is nothing to end");
    }

    /** The earlier run ends without its hand-back: the store is all that is left of it. */
    @Test
    void aCrashWhileForcedIsMadeGoodAtTheNextStart() throws Exception {
        session.write("battery_force_charge", 30.0);
        inverter.writes();
        try (DeviceSession next = open(BatteryBounds.none())) {
            assertTrue(next.tend());
            assertEquals(List.of("94=100", "95=430", "111=30", "116=90"), inverter.writes());
        }
    }

    @Test
    void aTemporaryPauseGivesTheRateBack() throws Exception {
        session.write("battery_pause_discharge", 15.0);
        assertEquals(List.of("112=0"), inverter.writes());
        skip(Duration.ofMinutes(16));
        assertTrue(session.tend());
        assertEquals(List.of("112=40"), inverter.writes());
    }

    @Test
    void aSetPointGoesBackWhenNobodyCommandsIt() throws Exception {
        session.write("battery_power_setpoint", 1000.0);
        assertEquals(List.of("111=12", "94=0", "95=2359"), inverter.writes());
        skip(Duration.ofSeconds(61));
        assertTrue(session.tend());
        assertEquals(List.of("94=100", "95=430", "111=30"), inverter.writes());
    }

    @Test
    void whatTheOwnerBoundedCannotBeForced() {
        OptionalDouble none = OptionalDouble.empty();
        BatteryBounds bounds = new BatteryBounds(none, OptionalDouble.of(90), none, none, none);
        try (DeviceSession bounded = open(bounds)) {
            for (String name : List.of("battery_force_charge", "battery_force_discharge")) {
                assertThrows(WriteRefused.class, () -> bounded.write(name, 30.0));
            }
            WriteRefused refused =
                    assertThrows(WriteRefused.class, () -> bounded.write("charge_rate", 100.0));
            assertTrue(refused.getMessage().contains("battery_power_setpoint"));
        }
        assertEquals(List.of(), inverter.writes());
    }

    @Test
    void theRatingOfTheTypeBoundsTheLimit() throws Exception {
        session.write("inverter_power_limit", 1990.0);
        assertEquals(List.of("50=39"), inverter.writes());
        session.release();
        assertEquals(List.of("50=100"), inverter.writes());
        assertFalse(values("inverter_power_limit").isEmpty());
    }

    private void skip(Duration time) {
        skipped.addAndGet(time.toNanos());
    }

    private Map<String, Object> values(String... names) {
        return session.prepare(List.of(names)).read().stream()
                .filter(Reading::good)
                .collect(Collectors.toMap(Reading::name, Reading::value));
    }
}
