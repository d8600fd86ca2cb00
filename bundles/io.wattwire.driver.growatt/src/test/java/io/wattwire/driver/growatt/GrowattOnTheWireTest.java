package io.wattwire.driver.growatt;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import io.wattwire.device.session.WriteRefused;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
class GrowattOnTheWireTest {

    private static final int UNIT = 1;

    private final MemoryBank inverter = new MemoryBank();
    private final AtomicLong skipped = new AtomicLong();
    private ModbusServer server;
    private DeviceSession session;

    /**
     * A MIN of 4.2 kW fresh from the factory that makes 205.7 W; nothing answers at the VPP
     * addresses.
     */
    @BeforeEach
    void start() throws Exception {
        inverter.set(RegisterKind.HOLDING, 0, new int[125]);
        inverter.set(RegisterKind.HOLDING, 2, 1, 255);
        inverter.set(RegisterKind.HOLDING, 6, 0, 42_000);
        inverter.set(RegisterKind.HOLDING, 23, 0x4142, 0x3132, 0x3334, 0x3536, 0x3738);
        inverter.set(RegisterKind.HOLDING, 43, 5200);
        inverter.set(RegisterKind.INPUT, 0, new int[125]);
        inverter.set(RegisterKind.INPUT, 35, 0, 2057, 5009, 2386, 9);
        server =
                ModbusServer.builder()
                        .unit(UNIT, inverter)
                        .tcp(InetAddress.getLoopbackAddress(), 0)
                        .start();
        SessionSettings settings =
                SessionSettings.of(new Tcp("127.0.0.1", server.port()), UNIT)
                        .readDeadline(Duration.ofSeconds(10))
                        .writable(WriteRole.OWNER)
                        .build();
        session =
                new DeviceSession(
                        Banks.FAMILY,
                        settings,
                        "test",
                        StateStore.inMemory(),
                        new LinkPool(),
                        () -> System.nanoTime() + skipped.get(),
                        System::currentTimeMillis);
    }

    @AfterEach
    void stop() throws Exception {
        session.close();
        server.close();
    }

    @Test
    void recognisesTheInverterThoughItLacksHalfOfWhatIsAsked() throws Exception {
        Identity identity = session.identity();
        assertEquals("min", identity.model());
        assertEquals("AB12345678", identity.serial());
        assertEquals(4_200, identity.ratedPowerW().orElseThrow());
    }

    @Test
    void readsThePointsOfTheSite() {
        assertEquals(
                Map.of("inverter_power", 205.7, "device_state", "waiting"),
                values("inverter_power", "device_state"));
        assertEquals(
                Map.of(
                        "inverter_power_limit", 4_200.0,
                        "inverter_power_limit_min", 84.0,
                        "inverter_power_limit_step", 42.0),
                values(
                        "inverter_power_limit",
                        "inverter_power_limit_min",
                        "inverter_power_limit_step"));
    }

    @Test
    void limitsReadsBackAndGivesBack() throws Exception {
        session.write("inverter_power_limit", 1_700.0);
        assertArrayEquals(new int[] {0, 40}, memoryAndRate());
        assertEquals(Map.of("inverter_power_limit", 1_680.0), values("inverter_power_limit"));
        skipped.addAndGet(TimeUnit.SECONDS.toNanos(1));
        session.release();
        assertArrayEquals(new int[] {1, 255}, memoryAndRate(), "as it was found");
    }

    @Test
    void readingAndConnectingWriteNothing() throws Exception {
        values("inverter_power", "inverter_power_limit");
        session.identity();
        session.close();
        assertArrayEquals(new int[] {1, 255}, memoryAndRate());
    }

    @Test
    void anOwnerSetsNoGridProtectionAndNobodyResetsTheInverter() {
        assertThrows(WriteRefused.class, () -> session.write("grid_voltage_high_1", 253.0));
        assertThrows(WriteRefused.class, () -> session.write("export_limit_power_rate", 50.0));
        assertThrows(WriteRefused.class, () -> session.write("factory_reset", 1.0));
    }

    private int[] memoryAndRate() throws Exception {
        return inverter.read(RegisterKind.HOLDING, 2, 2);
    }

    private Map<String, Object> values(String... names) {
        return session.prepare(List.of(names)).read().stream()
                .collect(Collectors.toMap(Reading::name, Reading::value));
    }
}
