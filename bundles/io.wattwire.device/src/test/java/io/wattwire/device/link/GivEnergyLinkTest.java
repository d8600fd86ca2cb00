package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.frame.GivEnergyFrame;
import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.Chatter;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulated dongle with its inverter, asked through the pool. */
@Timeout(180)
class GivEnergyLinkTest {

    private static final String DONGLE = "WF1234G567";
    private static final String INVERTER = "SA1234G567";
    private static final int UNIT = 0x11;
    private static final int REGISTER = 110;
    private static final int VALUE = 57;

    /** For what comes at once: only a busy machine needs it. */
    private static final int LONG = 30_000;

    /** For what never comes; a foreign answer has to arrive within it to be told from silence. */
    private static final int SHORT = 700;

    private final AtomicReference<Answer> mood = new AtomicReference<>(Answer.normal());
    private final MemoryBank bank = new MemoryBank().set(RegisterKind.HOLDING, REGISTER, VALUE, 1);
    private final LinkPool pool = new LinkPool();
    private ModbusServer dongle;

    @AfterEach
    void stop() {
        if (dongle != null) {
            dongle.close();
        }
    }

    @Test
    void readsAndWritesReachTheInverter() throws Exception {
        try (LinkLease lease = lease(start(0), "")) {
            assertEquals(VALUE, read(lease));
            byte[] write = ModbusPdu.writeSingle(REGISTER, 40);
            assertArrayEquals(write, lease.exchange(UNIT, write, Priority.CONTROL, in(LONG)));
            assertEquals(40, read(lease));
        }
    }

    @ParameterizedTest
    @EnumSource(Chatter.class)
    void whatTheDongleSaysByItselfIsNoAnswerAndHidesNone(Chatter kind) throws Exception {
        try (LinkLease lease = lease(start(0), "")) {
            mood.set(Answer.normal().after(kind));
            assertEquals(VALUE, read(lease));
            mood.set(Answer.normal().before(kind, kind));
            assertEquals(VALUE, read(lease));
            mood.set(Answer.silent());
            assertEquals(Reason.TIMEOUT, failure(lease, SHORT).reason());
            mood.set(Answer.normal().after(kind).before(kind).dripping(time(1)));
            assertEquals(VALUE, read(lease));
        }
    }

    /** A poll may be minutes away; dongles wait 5 s. */
    @Test
    void aHeartbeatIsAnsweredWhileNobodyAsks() throws Exception {
        try (LinkLease lease = lease(start(0), "")) {
            mood.set(Answer.normal().before(Chatter.HEARTBEAT).dripping(time(1)));
            read(lease);
            eventually(() -> !replies(lease).isEmpty());
            byte[] reply = replies(lease).get(0);
            assertTrue(GivEnergyFrame.isHeartbeat(reply));
            assertEquals(DONGLE, GivEnergyFrame.dongle(reply));
        }
    }

    private static List<byte[]> replies(LinkLease lease) {
        return lease.trace().frames().stream()
                .filter(frame -> frame.sent() && GivEnergyFrame.isHeartbeat(frame.bytes()))
                .map(Frame::bytes)
                .toList();
    }

    /** What nobody asked for is seen between two polls, and the next answer is the right one. */
    @Test
    void aConnectionThatEndsBetweenPollsCostsNoPoll() throws Exception {
        int port = start(0);
        try (LinkLease lease = lease(port, "")) {
            assertEquals(VALUE, read(lease));
            dongle.close();
            eventually(() -> !lease.connected());
            start(port);
            assertEquals(VALUE, read(lease));
        }
    }

    @Test
    void aDongleThatIsKilledAndRestartedIsFoundAgain() throws Exception {
        int port = start(0);
        try (LinkLease lease = lease(port, "")) {
            assertEquals(VALUE, read(lease));
            dongle.close();
            assertThrows(LinkException.class, () -> read(lease, REGISTER, LONG));
            assertThrows(LinkException.class, () -> read(lease, REGISTER, LONG));
            bank.set(RegisterKind.HOLDING, REGISTER, VALUE + 1);
            start(port);
            assertEquals(VALUE + 1, read(lease), "nothing old is shown");
        }
    }

    @Test
    void anAnswerToAnotherRequestIsDropped() throws Exception {
        try (LinkLease lease = lease(start(0), "")) {
            mood.set(Answer.normal().shiftTransaction(1));
            assertEquals(Reason.TIMEOUT, failure(lease, SHORT).reason());
            mood.set(Answer.normal().fromUnit(2));
            assertEquals(Reason.TIMEOUT, failure(lease, SHORT).reason());
            mood.set(Answer.normal());
            assertEquals(VALUE, read(lease));
        }
    }

    @Test
    void aRefusalFailsTheRequestAndSaysWhich() throws Exception {
        try (LinkLease lease = lease(start(0), "")) {
            mood.set(Answer.exception(4));
            LinkException read = failure(lease, LONG);
            assertEquals(2, read.modbusException());
            assertTrue(read.getMessage().contains("refuses to read registers from 110 on"));
            byte[] write = ModbusPdu.writeSingle(313, 0);
            LinkException written =
                    assertThrows(
                            LinkException.class,
                            () -> lease.exchange(UNIT, write, Priority.CONTROL, in(LONG)));
            assertTrue(written.getMessage().contains("refuses to write register 313"));
            assertEquals(Reason.EXCEPTION_ANSWER, written.reason());
        }
    }

    @Test
    void aUnitThatIsNotThereIsSilent() throws Exception {
        try (LinkLease lease = lease(start(0), "")) {
            byte[] request = ModbusPdu.readRequest(RegisterKind.HOLDING, REGISTER, 1);
            LinkException problem =
                    assertThrows(
                            LinkException.class,
                            () -> lease.exchange(0x33, request, Priority.FAST, in(SHORT)));
            assertEquals(Reason.TIMEOUT, problem.reason());
            assertTrue(problem.getMessage().contains("unit 51"), problem.getMessage());
        }
    }

    @Test
    void anotherPlantIsNamedAndNeverTakenForThisOne() throws Exception {
        int port = start(0);
        for (String right : List.of(DONGLE, INVERTER)) {
            try (LinkLease lease = lease(port, right)) {
                assertEquals(VALUE, read(lease));
            }
        }
        try (LinkLease lease = lease(port, "CE9999Z999")) {
            LinkException problem = failure(lease, LONG);
            assertEquals(Reason.REFUSED, problem.reason());
            assertTrue(problem.getMessage().contains("has the serial " + INVERTER));
            assertTrue(problem.getMessage().contains("neither is CE9999Z999"));
        }
    }

    /** Each hears the other's answers, as the dongle sends them to all. */
    @Test
    void clientsAtOnceGetEachTheirOwn() throws Exception {
        int port = start(0);
        bank.set(RegisterKind.HOLDING, 0, IntStream.range(0, 200).toArray());
        List<CompletableFuture<Void>> clients =
                IntStream.range(0, 3)
                        .mapToObj(c -> CompletableFuture.runAsync(quiet(() -> poll(port, c))))
                        .toList();
        clients.forEach(CompletableFuture::join);
    }

    private static Runnable quiet(Callable<?> work) {
        return () -> {
            try {
                work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static Void poll(int port, int client) throws Exception {
        try (LinkLease lease = new LinkPool().acquire(address(port, ""), "c", LinkTiming.NONE)) {
            for (int i = 0; i < 50; i++) {
                int register = 3 * i + client;
                assertEquals(register, read(lease, register, LONG));
            }
        }
        return null;
    }

    @Test
    void everyClientHearsTheAnswersToAll() throws Exception {
        int port = start(0);
        try (LinkLease first = lease(port, "");
                LinkLease second =
                        new LinkPool().acquire(address(port, ""), "c", LinkTiming.NONE)) {
            read(first);
            read(second);
            eventually(() -> received(first) == 2);
        }
    }

    private static long received(LinkLease lease) {
        return lease.trace().frames().stream().filter(frame -> !frame.sent()).count();
    }

    @Test
    void anotherProtocolOnThePortIsNamed() throws Exception {
        byte[] modbus = {0, 1, 0, 0, 0, 5, 1, 3, 2, 0, 57};
        byte[] logger = {(byte) 0xA5, 1, 0, 0x10, 0x47, 1, 2, 3, 4};
        byte[] web = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        byte[] shell = "SSH-2.0-OpenSSH\r\n".getBytes(StandardCharsets.US_ASCII);
        assertNamed(modbus, "looks like Modbus TCP");
        assertNamed(logger, "looks like a Solarman logger");
        assertNamed(web, "looks like a web server");
        assertNamed(shell, "looks like an SSH server");
        assertNamed(new byte[] {1, 2, 3}, "port of a GivEnergy dongle");
    }

    private void assertNamed(byte[] said, String named) throws Exception {
        mood.set(Answer.garbage(said));
        int port = start(0);
        try (LinkLease lease = lease(port, "")) {
            LinkException problem = failure(lease, SHORT);
            assertEquals(Reason.GARBAGE, problem.reason());
            assertTrue(problem.getMessage().contains(named), problem.getMessage());
        }
        dongle.close();
    }

    @Test
    void aClosedPortSaysWhatToCheck() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        try (LinkLease lease = lease(port, "")) {
            LinkException problem = failure(lease, SHORT);
            assertEquals(Reason.REFUSED, problem.reason());
            assertTrue(problem.getMessage().contains("GivEnergy dongle"), problem.getMessage());
        }
    }

    @Test
    void oneEndpointHasOneSerialAndOneProtocol() throws Exception {
        try (LinkLease first = pool.acquire(address(8899, ""), "one", LinkTiming.NONE)) {
            for (LinkAddress other :
                    List.of(address(8899, INVERTER), new Solarman("127.0.0.1", 8899, 7))) {
                LinkException problem =
                        assertThrows(
                                LinkException.class,
                                () -> pool.acquire(other, "two", LinkTiming.NONE));
                assertEquals(Reason.BUSY, problem.reason());
                assertTrue(problem.getMessage().contains("by one"), first.address()::text);
            }
            pool.acquire(address(8899, ""), "two", LinkTiming.NONE).close();
        }
    }

    /** Requests to two slaves still pass one dongle. */
    @Test
    void theDongleRestsBetweenRequestsToAnySlave() throws Exception {
        int port = start(0);
        LinkTiming timing = new LinkTiming(time(120), Duration.ZERO);
        try (LinkLease lease = pool.acquire(address(port, ""), "test", timing)) {
            long begin = System.nanoTime();
            read(lease);
            byte[] request = ModbusPdu.readRequest(RegisterKind.HOLDING, REGISTER, 1);
            lease.exchange(0x32, request, Priority.FAST, in(LONG));
            assertTrue(System.nanoTime() - begin >= time(100).toNanos());
        }
    }

    private static void eventually(BooleanSupplier holds) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        Deadline end = in(60_000);
        while (!holds.getAsBoolean()) {
            assertFalse(end.passed(), "not within a minute");
            never.await(5, TimeUnit.MILLISECONDS);
        }
    }

    private int start(int port) throws Exception {
        dongle =
                ModbusServer.builder()
                        .unit(UNIT, bank)
                        .unit(0x32, bank)
                        .misbehaviour((unit, pdu) -> mood.get())
                        .givEnergy(InetAddress.getLoopbackAddress(), port, DONGLE, INVERTER)
                        .start();
        return dongle.port();
    }

    private LinkLease lease(int port, String serial) throws LinkException {
        return pool.acquire(address(port, serial), "test", LinkTiming.NONE);
    }

    private static GivEnergy address(int port, String serial) {
        return new GivEnergy("127.0.0.1", port, serial);
    }

    private static LinkException failure(LinkLease lease, int millis) {
        return assertThrows(LinkException.class, () -> read(lease, REGISTER, millis));
    }

    private static int read(LinkLease lease) throws LinkException {
        return read(lease, REGISTER, LONG);
    }

    private static int read(LinkLease lease, int register, int millis) throws LinkException {
        byte[] request = ModbusPdu.readRequest(RegisterKind.HOLDING, register, 1);
        byte[] answer = lease.exchange(UNIT, request, Priority.FAST, in(millis));
        return ModbusPdu.parseRead(RegisterKind.HOLDING, 1, answer)[0];
    }

    private static Deadline in(int millis) {
        return Deadline.in(time(millis));
    }

    private static Duration time(int millis) {
        return Duration.ofMillis(millis);
    }
}
