package io.wattwire.driver.deye;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkAddress;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.Solarman;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.Access;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.Chatter;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import java.net.InetAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A Deye behind a Solarman logger is the same Deye. */
@Timeout(180)
class DeyeThroughLoggerTest {

    private static final long SERIAL = 2_712_345_678L;
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int ADDRESSES = 10_000;

    private final AtomicLong skipped = new AtomicLong();
    private ModbusServer logger;
    private DeviceSession session;

    @AfterEach
    void stop() {
        if (session != null) {
            session.close();
        }
        if (logger != null) {
            logger.close();
        }
    }

    static Stream<String> models() {
        return Banks.FAMILY.models().stream().map(model -> model.name());
    }

    /** With a logger that never stops talking. */
    @ParameterizedTest
    @MethodSource("models")
    void theWholeTableReadsAsOverModbusTcp(String model) throws Exception {
        int[] words = new Random(4).ints(ADDRESSES, 0, 0x10000).toArray();
        WrittenBank inverter = new WrittenBank().set(0, words);
        AtomicInteger asked = new AtomicInteger();
        Chatter[] kinds = Chatter.values();
        logger =
                ModbusServer.builder()
                        .unit(1, inverter)
                        .misbehaviour(
                                (unit, pdu) -> {
                                    int n = asked.getAndIncrement();
                                    Answer talking =
                                            Answer.normal()
                                                    .after(kinds[n % kinds.length])
                                                    .before(kinds[(n / 2) % kinds.length]);
                                    return n % 3 == 0 ? talking.doubleChecksum() : talking;
                                })
                        .solarman(LOOPBACK, 0, SERIAL)
                        .start();
        try (ModbusServer direct = ModbusServer.builder().unit(1, inverter).tcp(0).start()) {
            Map<String, Object> expected = readAll(model, new Tcp("127.0.0.1", direct.port()));
            assertEquals(expected, readAll(model, address(logger.port())));
            assertTrue(expected.size() > 100, expected.size() + " values");
            assertTrue(expected.values().stream().anyMatch(v -> v instanceof Double));
        }
    }

    private Map<String, Object> readAll(String model, LinkAddress address) {
        RegisterTable table = Banks.FAMILY.table().forModel(model);
        List<String> names =
                Stream.concat(
                                table.registers().stream()
                                        .filter(register -> register.access() != Access.W)
                                        .map(Register::name),
                                table.points().stream().map(Point::name))
                        .toList();
        SessionSettings settings =
                SessionSettings.of(address, 1)
                        .model(model)
                        .readDeadline(Duration.ofSeconds(20))
                        .build();
        Map<String, Object> values = new LinkedHashMap<>();
        try (DeviceSession all = open(settings)) {
            for (Reading reading : all.prepare(names).read()) {
                String problem = reading.problem().replace(address.text(), "link");
                values.put(reading.name(), reading.good() ? reading.value() : problem);
            }
        }
        return values;
    }

    @Test
    void commandsGoThroughInTheirOrder() throws Exception {
        SimulatedDeye inverter = new SimulatedDeye();
        logger = logger(inverter, 0);
        session = open(settings().writable(WriteRole.OWNER).build());
        session.write("battery_power_setpoint", 2_000.0);
        assertEquals(
                List.of("146=255", "148=100 100 100 100 100 100", "177=1", "108=40", "171=100"),
                inverter.words().writes());
    }

    @Test
    void aKilledLoggerIsMissedWithinOneCycleAndFoundWithinTwo() throws Exception {
        SimulatedDeye inverter = new SimulatedDeye();
        logger = logger(inverter, 0);
        int port = logger.port();
        session = open(settings().underControl(true).build());
        DeviceSession.Prepared prepared =
                session.prepare(List.of("battery_soc", "grid_power", "battery_power"));
        for (int round = 0; round < 3; round++) {
            int last = round;
            assertTrue(good(prepared), () -> "round " + last);
            logger.close();
            nextCycle();
            assertFalse(good(prepared), "a value that nobody sent");
            for (int cycle = 0; cycle < 60; cycle++) {
                nextCycle();
                assertFalse(good(prepared), "a value that nobody sent");
            }
            logger = logger(inverter, port);
            nextCycle();
            boolean first = good(prepared);
            nextCycle();
            assertTrue(first || good(prepared), () -> problems(prepared));
        }
    }

    /** Cycles of a second, in simulated time. */
    private void nextCycle() {
        skipped.addAndGet(Duration.ofSeconds(1).toNanos());
    }

    private static boolean good(DeviceSession.Prepared prepared) {
        List<Reading> readings = prepared.read();
        long good = readings.stream().filter(Reading::good).count();
        assertTrue(good == 0 || good == readings.size(), readings::toString);
        return good > 0;
    }

    private static String problems(DeviceSession.Prepared prepared) {
        return prepared.read().toString();
    }

    private static ModbusServer logger(SimulatedDeye inverter, int port) throws Exception {
        return ModbusServer.builder().unit(1, inverter).solarman(LOOPBACK, port, SERIAL).start();
    }

    private SessionSettings.Builder settings() {
        return SessionSettings.of(address(logger.port()), 1).model("sg04lp3");
    }

    private static Solarman address(int port) {
        return new Solarman("127.0.0.1", port, SERIAL);
    }

    private DeviceSession open(SessionSettings settings) {
        return new DeviceSession(
                Banks.FAMILY,
                settings,
                "test",
                StateStore.inMemory(),
                new LinkPool(),
                () -> System.nanoTime() + skipped.get(),
                System::currentTimeMillis);
    }
}
