package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.Misbehaviour;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.serial.SerialSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class LinkPoolTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final LinkPool pool = new LinkPool();

    @Test
    void nothingIsConnectedBeforeTheFirstExchangeAndAfterTheLastRelease() throws Exception {
        MemoryLine line = new MemoryLine("/dev/memory:9600");
        LinkPool memory = new LinkPool(line::openLeft);
        Rtu address = new Rtu(line.settings());
        try (ModbusServer server =
                ModbusServer.builder().unit(1, bank()).serial(line.right()).start()) {
            LinkLease first = memory.acquire(address, "first", LinkTiming.NONE);
            LinkLease second = memory.acquire(address, "second", LinkTiming.NONE);
            assertEquals(0, line.openings());
            read(first);
            read(second);
            assertEquals(1, line.openings(), "both share one port");
            first.close();
            read(second);
            second.close();
            second.close();
            assertFalse(line.leftOpen());
            try (LinkLease third = memory.acquire(address, "third", LinkTiming.NONE)) {
                read(third);
                assertEquals(2, line.openings());
            }
            assertEquals(0, server.port());
        }
    }

    @Test
    void otherLineSettingsAreRefusedNamingTheFirstOwner() throws Exception {
        try (LinkLease meter =
                pool.acquire(rtu("/dev/ttyX:9600:8N1"), "meter-driver", LinkTiming.NONE)) {
            LinkException refusal =
                    assertThrows(
                            LinkException.class,
                            () ->
                                    pool.acquire(
                                                    rtu("/dev/ttyX:19200:8N1"),
                                                    "inverter-driver",
                                                    LinkTiming.NONE)
                                            .close());
            assertEquals(Reason.BUSY, refusal.reason());
            assertTrue(refusal.getMessage().contains("meter-driver"), refusal::getMessage);
            assertTrue(refusal.getMessage().contains("9600:8N1"), refusal::getMessage);
            assertEquals("rtu:/dev/ttyX:9600:8N1", meter.address().text());
        }
        pool.acquire(rtu("/dev/ttyX:19200:8N1"), "inverter-driver", LinkTiming.NONE).close();
    }

    @Test
    void oneDeviceFileUnderTwoNamesIsOneLine(@TempDir Path folder) throws Exception {
        Path device = Files.createFile(folder.resolve("ttyUSB0"));
        Path alias = Files.createSymbolicLink(folder.resolve("by-id"), device);
        try (LinkLease lease = pool.acquire(rtu(device + ":9600"), "meter", LinkTiming.NONE)) {
            assertThrows(
                    LinkException.class,
                    () -> pool.acquire(rtu(alias + ":2400"), "other", LinkTiming.NONE).close());
            assertTrue(lease.idle());
        }
    }

    @Test
    void oneEndpointSpeaksOneProtocol() throws Exception {
        try (LinkLease lease = pool.acquire(new Tcp("gateway", 502), "first", LinkTiming.NONE)) {
            assertThrows(
                    LinkException.class,
                    () ->
                            pool.acquire(new RtuTcp("Gateway", 502), "second", LinkTiming.NONE)
                                    .close());
            assertFalse(lease.connected());
        }
    }

    @Test
    void missingPortsAndRefusedConnectionsSayWhatToDo(@TempDir Path folder) throws Exception {
        try (LinkLease lease = pool.acquire(rtu(folder + "/ttyUSB9:9600"), "x", LinkTiming.NONE)) {
            assertEquals(
                    Reason.PORT_MISSING,
                    assertThrows(LinkException.class, () -> read(lease)).reason());
        }
        try (LinkLease lease =
                pool.acquire(new Tcp("127.0.0.1", closedPort()), "x", LinkTiming.NONE)) {
            LinkException refusal = assertThrows(LinkException.class, () -> read(lease));
            assertEquals(Reason.REFUSED, refusal.reason(), refusal::getMessage);
        }
        try (LinkLease lease =
                pool.acquire(new Tcp("no-such-host.invalid", 502), "x", LinkTiming.NONE)) {
            LinkException refusal = assertThrows(LinkException.class, () -> read(lease));
            assertEquals(Reason.UNREACHABLE, refusal.reason(), refusal::getMessage);
        }
    }

    /** A listener whose queue is full swallows connection attempts, as a dead host does. */
    @Test
    void connectingEndsWithTheDeadline() throws Exception {
        try (Starvation machine = new Starvation();
                FullListener listener = new FullListener();
                LinkLease lease =
                        pool.acquire(new Tcp("127.0.0.1", listener.port()), "x", LinkTiming.NONE)) {
            long begin = System.nanoTime();
            LinkException refusal =
                    assertThrows(LinkException.class, () -> read(lease, Duration.ofMillis(200)));
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            assertEquals(Reason.UNREACHABLE, refusal.reason(), refusal::getMessage);
            assertTrue(took.minus(machine.lost()).toMillis() <= 250, took::toString);
        }
    }

    @Test
    void aRestartedDeviceIsReadWithTheNextExchange() throws Exception {
        ModbusServer before = ModbusServer.builder().unit(1, bank()).tcp(0).start();
        int port = before.port();
        try (LinkLease lease = pool.acquire(new Tcp("127.0.0.1", port), "x", LinkTiming.NONE)) {
            read(lease);
            before.close();
            try (ModbusServer after = ModbusServer.builder().unit(1, bank()).tcp(port).start()) {
                assertEquals(42, read(lease));
                assertEquals(port, after.port());
            }
        }
    }

    @Test
    void afterConnectingTheDeviceGetsTheTimeItNeeds() throws Exception {
        LinkTiming timing = new LinkTiming(Duration.ZERO, Duration.ofMillis(1500));
        try (ModbusServer server = ModbusServer.builder().unit(1, bank()).tcp(0).start();
                LinkLease lease = pool.acquire(new Tcp("127.0.0.1", server.port()), "x", timing)) {
            LinkException refusal =
                    assertThrows(LinkException.class, () -> read(lease, Duration.ofMillis(1400)));
            assertEquals(Reason.BUSY, refusal.reason(), refusal::getMessage);
            assertTrue(lease.connected(), "the delay runs on");
            read(lease);
            List<Frame> frames = lease.trace().frames();
            assertEquals(2, frames.size(), "nothing was sent within the delay");
        }
    }

    @Test
    void eachFrameIsHeardAndKeptWithItsTime() throws Exception {
        List<Frame> heard = new CopyOnWriteArrayList<>();
        pool.addFrameListener(heard::add);
        pool.addFrameListener(
                frame -> {
                    throw new IllegalStateException("a bad listener");
                });
        long begin = System.nanoTime();
        try (ModbusServer server = ModbusServer.builder().unit(1, bank()).tcp(0).start();
                LinkLease lease =
                        pool.acquire(
                                new Tcp("127.0.0.1", server.port()), "meter", LinkTiming.NONE)) {
            read(lease);
            assertEquals(heard, lease.trace().frames());
            assertEquals(2, heard.size());
            Frame request = heard.get(0);
            Frame answer = heard.get(1);
            assertTrue(request.sent() && !answer.sent());
            assertTrue(begin <= request.nanoTime() && request.nanoTime() <= answer.nanoTime());
            assertTrue(Math.abs(answer.epochMillis() - System.currentTimeMillis()) < 60_000);
            assertEquals(
                    "tcp://127.0.0.1:" + server.port() + " > 00 01 00 00 00 06 01 03 00 00 00 01",
                    request.toString());
            assertEquals("meter", answer.owner());
        }
    }

    @Test
    void turnaroundIsMeasuredWithoutTheTimeOfTheBytes() throws Exception {
        Misbehaviour thinking = (unit, pdu) -> Answer.normal().delayed(Duration.ofMillis(30));
        MemoryLine line = new MemoryLine("/dev/memory:9600");
        LinkPool memory = new LinkPool(line::openLeft);
        try (Starvation machine = new Starvation();
                ModbusServer server =
                        ModbusServer.builder()
                                .unit(1, bank())
                                .serial(line.right())
                                .misbehaviour(thinking)
                                .start();
                LinkLease lease = memory.acquire(new Rtu(line.settings()), "x", LinkTiming.NONE)) {
            assertEquals(Duration.ZERO, lease.turnaround());
            read(lease);
            // memory takes no time for the 8 + 7 bytes that would take 15.6 ms at 9600 Bd; the
            // server adds 4 ms of silence
            long millis = lease.turnaround().toMillis();
            assertTrue(
                    millis >= 30 + 4 - 16 && millis <= 30 + 4 + 2 + machine.lost().toMillis(),
                    millis + " ms");
            assertTrue(lease.cost().fixedMicros() > lease.turnaround().toNanos() / 1e3);
            assertEquals(0, server.port());
        }
    }

    @Test
    void whatCannotBeSentIsRefusedBeforeItIsSent() throws Exception {
        try (LinkLease lease = pool.acquire(new Tcp("127.0.0.1", 1), "x", LinkTiming.NONE)) {
            byte[] fine = ModbusPdu.writeSingle(1, 1);
            assertThrows(IllegalArgumentException.class, () -> exchange(lease, 256, fine));
            assertThrows(IllegalArgumentException.class, () -> exchange(lease, 1, new byte[0]));
            assertThrows(IllegalArgumentException.class, () -> exchange(lease, 1, new byte[254]));
            assertThrows(IllegalArgumentException.class, () -> exchange(lease, 1, new byte[] {-1}));
            assertFalse(lease.connected());
        }
    }

    /** The memory line refuses to be opened twice at a time, as a real port does. */
    @Test
    void ownersThatComeAndGoNeverGetInEachOthersWay() throws Exception {
        MemoryLine line = new MemoryLine("/dev/memory:115200");
        LinkPool memory = new LinkPool(line::openLeft);
        try (ModbusServer server =
                ModbusServer.builder().unit(1, bank()).serial(line.right()).start()) {
            List<CompletableFuture<Integer>> owners = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String owner = "owner " + i;
                owners.add(
                        CompletableFuture.supplyAsync(
                                () -> readOften(memory, new Rtu(line.settings()), owner)));
            }
            for (CompletableFuture<Integer> owner : owners) {
                assertEquals(50 * 42, owner.get());
            }
            assertFalse(line.leftOpen());
            assertEquals(0, server.port());
        }
    }

    private static int readOften(LinkPool pool, Rtu address, String owner) {
        int sum = 0;
        for (int i = 0; i < 50; i++) {
            try (LinkLease lease = pool.acquire(address, owner, LinkTiming.NONE)) {
                sum += read(lease);
            } catch (LinkException e) {
                throw new IllegalStateException(e);
            }
        }
        return sum;
    }

    @Test
    void functionsWhoseAnswersHaveNoKnownEndAreRefusedOnRtuOnly() throws Exception {
        byte[] vendorFunction = {0x41, 0};
        MemoryLine line = new MemoryLine("/dev/memory:9600");
        try (LinkLease lease =
                new LinkPool(line::openLeft)
                        .acquire(new Rtu(line.settings()), "x", LinkTiming.NONE)) {
            LinkException refusal =
                    assertThrows(LinkException.class, () -> exchange(lease, 1, vendorFunction));
            assertEquals(Reason.REFUSED, refusal.reason());
            assertTrue(lease.idle(), "the wire is passed on");
        }
        try (ModbusServer server = ModbusServer.builder().unit(1, bank()).tcp(0).start();
                LinkLease lease =
                        pool.acquire(new Tcp("127.0.0.1", server.port()), "x", LinkTiming.NONE)) {
            LinkException refusal =
                    assertThrows(LinkException.class, () -> exchange(lease, 1, vendorFunction));
            assertEquals(1, refusal.modbusException(), refusal::getMessage);
        }
    }

    private static final class FullListener implements AutoCloseable {

        private final ServerSocket listener =
                new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final List<SocketChannel> waiting = new CopyOnWriteArrayList<>();

        FullListener() throws IOException {
            for (int i = 0; i < 8; i++) {
                SocketChannel channel = SocketChannel.open();
                channel.configureBlocking(false);
                channel.connect(listener.getLocalSocketAddress());
                waiting.add(channel);
            }
        }

        int port() {
            return listener.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            for (SocketChannel channel : waiting) {
                channel.close();
            }
            listener.close();
        }
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Rtu rtu(String settings) {
        return new Rtu(SerialSettings.parse(settings));
    }

    private static MemoryBank bank() {
        return new MemoryBank().set(RegisterKind.HOLDING, 0, 42);
    }

    private static int read(LinkLease lease) throws LinkException {
        return read(lease, LONG);
    }

    private static int read(LinkLease lease, Duration limit) throws LinkException {
        byte[] request = ModbusPdu.readRequest(RegisterKind.HOLDING, 0, 1);
        byte[] answer = lease.exchange(1, request, Priority.FAST, Deadline.in(limit));
        return ModbusPdu.parseRead(RegisterKind.HOLDING, 1, answer)[0];
    }

    private static void exchange(LinkLease lease, int unit, byte[] pdu) throws LinkException {
        lease.exchange(unit, pdu, Priority.FAST, Deadline.in(LONG));
    }
}
