package io.wattwire.driver.deye;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import io.wattwire.device.session.WriteRefused;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The driver against words behind a real Modbus server: what reaches an inverter, and what comes
 * back.
 */
class DeyeOnTheWireTest {

    private static final int UNIT = 1;

    /** Where the function stands in a frame of Modbus TCP. */
    private static final int FUNCTION = 7;

    private final WrittenBank inverter = new WrittenBank();
    private final AtomicLong skipped = new AtomicLong();
    private final LinkPool pool = new LinkPool();
    private final StateStore store = StateStore.inMemory();
    private ModbusServer server;
    private DeviceSession session;

    /** A SUN-12K-SG04LP3 without packs at 51.2 V and 60 %, charging with 1 kW, exporting 500 W. */
    @BeforeEach
    void start() throws Exception {
        inverter.set(0, new int[731]);
        inverter.set(0, 5, 1, 0x0104, 0x4142, 0x3132, 0x3334, 0x3536, 0x3738);
        inverter.set(20, 0xD4C0, 1);
        inverter.set(108, 150, 180).set(142, 2, 12_000, 0, 1);
        inverter.set(148, 0, 400, 800, 1200, 1600, 2000);
        inverter.set(154, 12_000, 12_000, 12_000, 12_000, 12_000, 12_000);
        inverter.set(166, 20, 20, 20, 20, 20, 20);
        inverter.set(215, 5_120).set(500, 2);
        inverter.set(587, 5_120, 60, 0, 0xFC18).set(625, 0xFE0C);
        server =
                ModbusServer.builder()
                        .unit(UNIT, inverter)
                        .tcp(InetAddress.getLoopbackAddress(), 0)
                        .start();
        session = open();
    }

    private DeviceSession open() {
        SessionSettings settings =
                SessionSettings.of(new Tcp("127.0.0.1", server.port()), UNIT)
                        .readDeadline(Duration.ofSeconds(10))
                        .writable(WriteRole.OWNER)
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
    void stop() throws Exception {
        session.close();
        server.close();
    }

    @Test
    void recognisesTheInverter() throws Exception {
        Identity identity = session.identity();
        assertEquals("sg04lp3", identity.model());
        assertEquals("AB12345678", identity.serial());
        assertEquals(12_000, identity.ratedPowerW().orElseThrow());
    }

    @Test
    void readsThePointsOfTheSite() {
        assertEquals(
                Map.of(
                        "grid_power", -500.0,
                        "battery_power", 1_000.0,
                        "battery_soc", 60.0,
                        "device_state", "normal",
                        "grid_export_limit", 12_000.0),
                values(
                        "grid_power",
                        "battery_power",
                        "battery_soc",
                        "device_state",
                        "grid_export_limit"));
    }

    @Test
    void readingAndConnectingWriteNothing() throws Exception {
        session.prepare(List.of("battery_power", "grid_export_limit", "battery_power_setpoint"))
                .read();
        session.identity();
        session.close();
        assertEquals(List.of(), inverter.writes());
    }

    @Test
    void chargesInTheOrderOfTheFactsAndReadsBack() throws Exception {
        session.write("battery_power_setpoint", 2_000.0);
        assertEquals(
                List.of("146=255", "148=100 100 100 100 100 100", "177=1", "108=39", "171=100"),
                inverter.writes());
        assertEquals(Map.of("battery_power_setpoint", 39 * 51.2), values("battery_power_setpoint"));
        inverter.forgetWrites();
        session.write("battery_power_setpoint", 2_000.0);
        assertEquals(List.of(), inverter.writes(), "stored settings are written on change only");
        session.write("battery_power_setpoint", -2_000.0);
        assertEquals(List.of("159=2000", "171=5"), inverter.writes());
    }

    @Test
    void aCurrentGoesTheSameWay() throws Exception {
        session.write("battery_current_setpoint", 39.0);
        assertEquals(
                List.of("146=255", "148=100 100 100 100 100 100", "177=1", "108=39", "171=100"),
                inverter.writes());
        assertEquals(
                Map.of("battery_current_setpoint", 39.0, "battery_power_setpoint", 39 * 51.2),
                values("battery_current_setpoint", "battery_power_setpoint"));
        inverter.forgetWrites();
        session.write("battery_current_setpoint", -39.0);
        assertEquals(List.of("159=1996", "171=5"), inverter.writes());
        assertThrows(WriteRefused.class, () -> session.write("battery_current_setpoint", 196.0));
    }

    /** Part of the firmware refuses function 6. */
    @Test
    void asksWithFunction3AndWritesWithFunction16Only() throws Exception {
        Set<Integer> functions = ConcurrentHashMap.newKeySet();
        pool.addFrameListener(
                frame -> {
                    if (frame.sent()) {
                        functions.add((int) frame.bytes()[FUNCTION]);
                    }
                });
        session.write("battery_power_setpoint", -2_000.0);
        session.write("grid_export_limit", 3_000.0);
        session.write("battery_low_soc", 25.0);
        assertEquals(Set.of(3, 16), functions);
    }

    /** Stored settings: a rise waits, a fall does not. */
    @Test
    void aRiseWaitsTenSecondsAfterTheLastWrite() throws Exception {
        session.write("battery_power_setpoint", 2_000.0);
        assertThrows(WriteRefused.class, () -> session.write("battery_power_setpoint", 4_000.0));
        assertEquals(39, inverter.word(108));
        session.write("battery_power_setpoint", 0.0);
        assertEquals(0, inverter.word(108));
        skipped.addAndGet(TimeUnit.SECONDS.toNanos(11));
        session.write("battery_power_setpoint", 4_000.0);
        assertEquals(78, inverter.word(108));
    }

    @Test
    void noStoredSettingRisesMoreThanTwentyTimesADay() throws Exception {
        session.write("battery_power_setpoint", 1_000.0);
        for (int rise = 0; rise < 20; rise++) {
            skipped.addAndGet(TimeUnit.SECONDS.toNanos(11));
            session.write("battery_power_setpoint", 2_000.0);
            session.write("battery_power_setpoint", 1_000.0);
        }
        skipped.addAndGet(TimeUnit.SECONDS.toNanos(11));
        assertThrows(WriteRefused.class, () -> session.write("battery_power_setpoint", 2_000.0));
        session.write("battery_power_setpoint", 0.0);
        assertEquals(0, inverter.word(108));
    }

    /** As found, the schedule first and the current last. */
    @Test
    void releasePutsBackWhatWasThere() throws Exception {
        session.write("battery_power_setpoint", 2_000.0);
        skipped.addAndGet(TimeUnit.SECONDS.toNanos(11));
        session.write("battery_power_setpoint", -2_000.0);
        skipped.addAndGet(TimeUnit.SECONDS.toNanos(11));
        inverter.forgetWrites();
        session.release();
        List<Integer> order =
                inverter.writes().stream()
                        .map(write -> Integer.valueOf(write.substring(0, write.indexOf('='))))
                        .toList();
        assertEquals(146, order.get(0));
        assertEquals(List.of(177, 171, 159, 108), order.subList(order.size() - 4, order.size()));
        assertEquals(0, inverter.word(146));
        assertEquals(2_000, inverter.word(153));
        assertEquals(0, inverter.word(177));
        assertEquals(20, inverter.word(171));
        assertEquals(12_000, inverter.word(159));
        assertEquals(150, inverter.word(108));
    }

    @Test
    void limitsTheExportWithOneWriteAndLeavesTheWorkModeAlone() throws Exception {
        session.write("grid_export_limit", 3_000.0);
        assertEquals(List.of("143=3000"), inverter.writes());
        assertEquals(Map.of("grid_export_limit", 3_000.0), values("grid_export_limit"));
    }

    @Test
    void aSetPointBeyondTheRatingIsRefused() {
        for (double beyond : new double[] {12_500, -12_500, Double.NaN, 1e300}) {
            assertThrows(WriteRefused.class, () -> session.write("battery_power_setpoint", beyond));
        }
        assertEquals(List.of(), inverter.writes());
    }

    @Test
    void anInverterOfUnknownTypeIsReadButNotWritten() throws Exception {
        inverter.set(0, 0x0200);
        assertThrows(WriteRefused.class, () -> session.write("grid_export_limit", 0.0));
        assertThrows(WriteRefused.class, () -> session.write("battery_power_setpoint", 0.0));
        assertEquals(false, session.identity().recognised());
        assertEquals(List.of(), inverter.writes());
    }

    @Test
    void anOwnerSetsNoGridProtectionAndNobodyTheWakeUp() {
        assertThrows(
                WriteRefused.class, () -> session.write("grid_voltage_protection_high", 253.0));
        assertThrows(WriteRefused.class, () -> session.write("inverter_power_switch", "off"));
        assertThrows(WriteRefused.class, () -> session.write("battery_wake_up", 1.0));
        assertEquals(List.of(), inverter.writes());
    }

    /** Packs are only in newer firmware; that they are missing costs nothing else. */
    @Test
    void anInverterWithoutPacksShowsAllTheRest() {
        List<Reading> readings =
                session.prepare(List.of("pack1_soc", "pack2_soc", "battery_soc", "grid_power"))
                        .read();
        assertEquals(
                List.of(false, false, true, true), readings.stream().map(Reading::good).toList());
    }

    private Map<String, Object> values(String... names) {
        return session.prepare(List.of(names)).read().stream()
                .collect(Collectors.toMap(Reading::name, Reading::value));
    }
}
