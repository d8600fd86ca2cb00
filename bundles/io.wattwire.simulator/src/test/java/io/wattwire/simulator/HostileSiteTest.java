package io.wattwire.simulator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.driver.TableDriver;
import io.wattwire.device.link.LinkAddress;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.RtuTcp;
import io.wattwire.device.link.Solarman;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import io.wattwire.device.session.WriteRefused;
import io.wattwire.driver.growatt.GrowattDriver;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.Driver.ConnectionException;
import org.eclipse.kura.driver.PreparedRead;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.DoubleValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An inverter that drips, is silent, late or answers for another: no read and no write of a session
 * or a driver outlasts its deadline, and no value is ever a wrong one. Time stands still for the
 * plant, so each right value is known.
 */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
class HostileSiteTest {

    private static final Duration DEADLINE = Duration.ofMillis(400);

    private static final long LOGGER = 2_712_345_678L;

    /** A busy machine may miss the deadline of the very first read; then the session backs off. */
    private static final int READS = 100;

    private static final long READ_AGAIN_NANOS = Duration.ofMillis(100).toNanos();

    /** What a busy machine may take on top. */
    private static final Duration SLACK = Duration.ofMillis(1200);

    /** In blocks apart, so that an answer to one could be taken for the answer to another. */
    private static final List<List<String>> NAMES =
            List.of(
                    List.of("inverter_power", "status"),
                    List.of("ac_frequency", "ac_voltage_l1"),
                    List.of("nominal_power", "modbus_address"),
                    List.of("active_power_rate"));

    private Simulation site;

    static Stream<Arguments> faults() {
        return Stream.of("drip", "silence", "delay:700ms", "wrong-unit", "garbage", "lost-answer")
                .flatMap(HostileSiteTest::overEach);
    }

    private static Stream<Arguments> overEach(String fault) {
        return Stream.of("tcp", "rtu-tcp", "solarman").map(by -> Arguments.of(fault, by));
    }

    @BeforeEach
    void start() throws Exception {
        site =
                Simulation.of(Scenario.zeroExportDemo())
                        .inverter(Families.GROWATT, 1)
                        .meter(Families.SDM, 2)
                        .paused()
                        .tcp(0)
                        .rtuOverTcp(0)
                        .solarman(0, LOGGER, LineTiming.turnaroundOnly())
                        .start();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @ParameterizedTest(name = "{0} over {1}")
    @MethodSource("faults")
    void aSessionNeitherHangsNorLies(String fault, String by) {
        try (DeviceSession session = session(by)) {
            Map<String, Object> right = whole(() -> values(session), null);
            site.inject(Simulation.INVERTER, Fault.parse(fault));
            for (List<String> names : NAMES) {
                DeviceSession.Prepared prepared = session.prepare(names);
                List<Reading> readings = Timed.within(DEADLINE.plus(SLACK), prepared::read);
                for (Reading reading : readings) {
                    assertTrue(
                            !reading.good() || right.get(reading.name()).equals(reading.value()),
                            () -> reading + " instead of " + right);
                }
                if (names == NAMES.get(0) || names == NAMES.get(NAMES.size() - 1)) {
                    Timed.within(DEADLINE.multipliedBy(3).plus(SLACK), () -> write(session));
                }
            }
        }
    }

    /** All values, as soon as the device has given them. */
    private static Map<String, Object> whole(Supplier<Map<String, Object>> read, Object missing) {
        Map<String, Object> values = read.get();
        for (int i = 0; i < READS && values.containsValue(missing); i++) {
            LockSupport.parkNanos(READ_AGAIN_NANOS);
            values = read.get();
        }
        assertFalse(values.containsValue(missing), values.toString());
        return values;
    }

    private DeviceSession session(String by) {
        LinkAddress address =
                switch (by) {
                    case "tcp" -> new Tcp("127.0.0.1", site.tcpPort());
                    case "rtu-tcp" -> new RtuTcp("127.0.0.1", site.rtuOverTcpPort());
                    default -> new Solarman("127.0.0.1", site.solarmanPort(), LOGGER);
                };
        SessionSettings settings =
                SessionSettings.of(address, 1)
                        .model("min")
                        .readDeadline(DEADLINE)
                        .writable(WriteRole.OWNER)
                        .build();
        return new DeviceSession(
                Families.GROWATT,
                settings,
                "hostile",
                StateStore.inMemory(),
                new LinkPool(),
                System::nanoTime,
                System::currentTimeMillis);
    }

    private static Map<String, Object> values(DeviceSession session) {
        Map<String, Object> values = new HashMap<>();
        for (List<String> names : NAMES) {
            session.prepare(names).read().forEach(r -> values.put(r.name(), r.value()));
        }
        return values;
    }

    /** The limit that it has already: a write that gets through changes nothing. */
    private static boolean write(DeviceSession session) {
        try {
            session.write("inverter_power_limit", 4_200.0);
            return true;
        } catch (LinkException | WriteRefused expected) {
            return expected.getMessage().isBlank();
        }
    }

    @ParameterizedTest(name = "{0} over {1}")
    @MethodSource("faults")
    void aDriverNeitherHangsNorLies(String fault, String by) {
        TableDriver driver = new GrowattDriver();
        driver.activate(null, properties(by));
        try {
            List<List<ChannelRecord>> channels =
                    NAMES.stream().map(HostileSiteTest::channels).collect(Collectors.toList());
            Map<String, Object> right = whole(() -> values(driver, channels), "");
            site.inject(Simulation.INVERTER, Fault.parse(fault));
            for (List<ChannelRecord> some : channels) {
                PreparedRead prepared = driver.prepareRead(some);
                Timed.within(DEADLINE.plus(SLACK), () -> execute(prepared));
                for (ChannelRecord channel : some) {
                    Object value = value(channel);
                    assertTrue(
                            value.equals("") || value.equals(right.get(channel.getChannelName())),
                            () ->
                                    channel.getChannelName()
                                            + " = "
                                            + value
                                            + " instead of "
                                            + right);
                }
                if (some == channels.get(0) || some == channels.get(channels.size() - 1)) {
                    Timed.within(DEADLINE.multipliedBy(3).plus(SLACK), () -> write(driver));
                }
            }
        } finally {
            driver.deactivate();
        }
    }

    private static Map<String, Object> values(
            TableDriver driver, List<List<ChannelRecord>> channels) {
        Map<String, Object> values = new HashMap<>();
        channels.forEach(driver::read);
        channels.stream()
                .flatMap(List::stream)
                .forEach(channel -> values.put(channel.getChannelName(), value(channel)));
        return values;
    }

    private Map<String, Object> properties(String by) {
        int port =
                switch (by) {
                    case "tcp" -> site.tcpPort();
                    case "rtu-tcp" -> site.rtuOverTcpPort();
                    default -> site.solarmanPort();
                };
        return Map.ofEntries(
                Map.entry("kura.service.pid", "hostile"),
                Map.entry("connection", by),
                Map.entry("logger.serial", LOGGER),
                Map.entry("host", "127.0.0.1"),
                Map.entry("port", port),
                Map.entry("pause.ms", 0),
                Map.entry("unit.id", 1),
                Map.entry("model", "min"),
                Map.entry("read.deadline.ms", (int) DEADLINE.toMillis()),
                Map.entry("write.enabled", true),
                Map.entry("assets.create", false));
    }

    private static List<ChannelRecord> channels(List<String> names) {
        return names.stream().map(HostileSiteTest::channel).toList();
    }

    private static ChannelRecord channel(String name) {
        ChannelRecord channel = ChannelRecord.createReadRecord(name, DataType.STRING);
        channel.setChannelConfig(Map.of("+name", name, "+value.type", "STRING"));
        return channel;
    }

    /** A channel's value; empty text when it failed. */
    private static Object value(ChannelRecord channel) {
        boolean good = channel.getChannelStatus().getChannelFlag() == ChannelFlag.SUCCESS;
        return good ? channel.getValue().getValue() : "";
    }

    private static boolean execute(PreparedRead prepared) {
        try {
            return prepared.execute() != null;
        } catch (Exception forbidden) {
            throw new AssertionError("nothing may leave execute", forbidden);
        }
    }

    private static boolean write(TableDriver driver) {
        ChannelRecord channel =
                ChannelRecord.createWriteRecord("inverter_power_limit", new DoubleValue(4_200));
        channel.setChannelConfig(Map.of("+name", "inverter_power_limit"));
        try {
            driver.write(List.of(channel));
            return true;
        } catch (ConnectionException expected) {
            assertEquals(false, expected.getMessage().isBlank());
            return false;
        }
    }
}
