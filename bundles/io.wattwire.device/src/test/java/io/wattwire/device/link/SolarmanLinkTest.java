package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A simulated logger with its inverter, asked through the pool. */
@Timeout(180)
class SolarmanLinkTest {

    private static final long SERIAL = 2_712_345_678L;
    private static final int REGISTER = 588;
    private static final int VALUE = 57;

    /** For what comes at once: only a busy machine needs it. */
    private static final int LONG = 30_000;

    /** For what never comes; a foreign answer has to arrive within it to be told from silence. */
    private static final int SHORT = 700;

    private final AtomicReference<Answer> mood = new AtomicReference<>(Answer.normal());
    private final MemoryBank bank = new MemoryBank().set(RegisterKind.HOLDING, REGISTER, VALUE, 1);
    private final LinkPool pool = new LinkPool();
    private ModbusServer logger;

    @AfterEach
    void stop() {
        if (logger != null) {
            logger.close();
        }
    }

    @Test
    void readsAndWritesReachTheInverter() throws Exception {
        try (LinkLease lease = lease(start(0), SERIAL)) {
            assertEquals(VALUE, read(lease));
            byte[] write = ModbusPdu.writeMultiple(REGISTER, new int[] {40});
            assertArrayEquals(
                    new byte[] {16, 2, 76, 0, 1},
                    lease.exchange(1, write, Priority.CONTROL, Deadline.in(time(LONG))));
            assertEquals(40, read(lease));
        }
    }

    @ParameterizedTest
    @EnumSource(Chatter.class)
    void whatTheLoggerSaysByItselfIsNoAnswerAndHidesNone(Chatter kind) throws Exception {
        try (LinkLease lease = lease(start(0), SERIAL)) {
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

    /** What is behind the answer waits for the next exchange. */
    @Test
    void whatTheLoggerSaysByItselfIsToldTheTime() throws Exception {
        try (LinkLease lease = lease(start(0), SERIAL)) {
            mood.set(Answer.normal().after(Chatter.HEARTBEAT).before(Chatter.REPORT));
            long before = System.currentTimeMillis() / 1000;
            read(lease);
            read(lease);
            List<byte[]> replies =
                    lease.trace().frames().stream()
                            .filter(frame -> frame.sent() && (frame.bytes()[4] & 0xFF) != 0x45)
                            .map(Frame::bytes)
                            .toList();
            assertEquals(0x17, replies.get(0)[4]);
            assertEquals(0x18, replies.get(1)[4]);
            long told = 0;
            for (int i = 16; i > 12; i--) {
                told = told << 8 | replies.get(0)[i] & 0xFF;
            }
            assertTrue(told >= before && told <= before + 30, told + " after " + before);
        }
    }

    @Test
    void aChecksumOverTheChecksumDoesNoHarm() throws Exception {
        try (LinkLease lease = lease(start(0), SERIAL)) {
            mood.set(Answer.normal().doubleChecksum());
            assertEquals(VALUE, read(lease));
        }
    }

    @Test
    void anAnswerToAnotherRequestIsDropped() throws Exception {
        try (LinkLease lease = lease(start(0), SERIAL)) {
            mood.set(Answer.normal().shiftTransaction(1));
            assertEquals(Reason.GARBAGE, failure(lease, SHORT).reason());
            mood.set(Answer.normal().fromUnit(2));
            assertEquals(Reason.GARBAGE, failure(lease, SHORT).reason());
            mood.set(Answer.normal());
            assertEquals(VALUE, read(lease));
        }
    }

    /** Silence of the inverter, not an exception that the inverter would have to be there for. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 6, 10, 11, 200})
    void anErrorOfTheLoggerIsASilentInverter(int code) throws Exception {
        try (LinkLease lease = lease(start(0), SERIAL)) {
            mood.set(Answer.notReached(code));
            LinkException problem = failure(lease, LONG);
            assertEquals(Reason.TIMEOUT, problem.reason());
            assertEquals(0, problem.modbusException());
            assertTrue(problem.getMessage().contains("logger error " + code), problem.getMessage());
            assertTrue(problem.getMessage().contains("check whether the inverter is on"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8})
    void anExceptionThatTheLoggerShortensIsOne(int code) throws Exception {
        try (LinkLease lease = lease(start(0), SERIAL)) {
            mood.set(Answer.notReached(code));
            assertEquals(code, failure(lease, LONG).modbusException());
            mood.set(Answer.exception(code));
            assertEquals(code, failure(lease, LONG).modbusException());
        }
    }

    @Test
    void aUnitThatIsNotThereIsASilentInverter() throws Exception {
        try (LinkLease lease = lease(start(0), SERIAL)) {
            byte[] request = ModbusPdu.readRequest(RegisterKind.HOLDING, REGISTER, 1);
            LinkException problem =
                    assertThrows(
                            LinkException.class,
                            () ->
                                    lease.exchange(
                                            9, request, Priority.FAST, Deadline.in(time(LONG))));
            assertEquals(Reason.TIMEOUT, problem.reason());
            assertTrue(problem.getMessage().contains("unit 9"), problem.getMessage());
        }
    }

    @Test
    void aWrongSerialIsNamedWithTheRightOne() throws Exception {
        try (LinkLease lease = lease(start(0), 1_700_000_001L)) {
            LinkException problem = failure(lease, LONG);
            assertEquals(Reason.REFUSED, problem.reason());
            assertTrue(problem.getMessage().contains("has the serial " + SERIAL));
            assertTrue(problem.getMessage().contains("correct the logger serial"));
        }
    }

    @Test
    void twoClientsAtOnceGetEachTheirOwn() throws Exception {
        int port = start(0);
        bank.set(RegisterKind.HOLDING, 0, IntStream.range(0, 200).toArray());
        List<CompletableFuture<Void>> clients =
                IntStream.range(0, 2)
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

    private Void poll(int port, int client) throws Exception {
        try (LinkLease lease =
                new LinkPool().acquire(address(port, SERIAL), "c", LinkTiming.NONE)) {
            for (int i = 0; i < 50; i++) {
                int register = 2 * i + client;
                assertEquals(register, read(lease, register, LONG));
            }
        }
        return null;
    }

    @Test
    void modbusTcpOnThePortIsNamed() throws Exception {
        logger = ModbusServer.builder().unit(1, bank).tcp(0).start();
        LinkException problem = failure(logger.port());
        assertTrue(
                problem.reason() == Reason.CLOSED || problem.reason() == Reason.TIMEOUT,
                problem::getMessage);
        String answer = "000100000005010302003900";
        logger.close();
        logger = null;
        problem = failure(talker(HexFormat.of().parseHex(answer.substring(0, 22))));
        assertEquals(Reason.GARBAGE, problem.reason());
        assertTrue(problem.getMessage().contains("looks like Modbus TCP"), problem.getMessage());
    }

    @Test
    void anotherProtocolOnThePortIsShown() throws Exception {
        byte[] web = "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        LinkException problem = failure(talker(web));
        assertEquals(Reason.GARBAGE, problem.reason());
        assertTrue(problem.getMessage().contains("48 54 54 50"), problem.getMessage());
        assertTrue(problem.getMessage().contains("looks like a web server"));
    }

    @Test
    void aClosedPortSaysWhatToSwitchOn() throws Exception {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        LinkException problem = failure(port);
        assertEquals(Reason.REFUSED, problem.reason());
        assertTrue(problem.getMessage().contains("config_hide.html"), problem.getMessage());
    }

    @Test
    void aRestartedLoggerIsFoundAgain() throws Exception {
        int port = start(0);
        try (LinkLease lease = lease(port, SERIAL)) {
            assertEquals(VALUE, read(lease));
            logger.close();
            assertThrows(LinkException.class, () -> read(lease));
            start(port);
            assertEquals(VALUE, read(lease));
        }
    }

    @Test
    void oneEndpointHasOneSerialAndOneProtocol() throws Exception {
        try (LinkLease first = pool.acquire(address(8899, SERIAL), "one", LinkTiming.NONE)) {
            for (LinkAddress other : List.of(address(8899, 7), new Tcp("127.0.0.1", 8899))) {
                LinkException problem =
                        assertThrows(
                                LinkException.class,
                                () -> pool.acquire(other, "two", LinkTiming.NONE));
                assertEquals(Reason.BUSY, problem.reason());
                assertTrue(problem.getMessage().contains("by one"), first.address()::text);
            }
            pool.acquire(address(8899, SERIAL), "two", LinkTiming.NONE).close();
        }
    }

    private int start(int port) throws Exception {
        logger =
                ModbusServer.builder()
                        .unit(1, bank)
                        .misbehaviour((unit, pdu) -> mood.get())
                        .solarman(InetAddress.getLoopbackAddress(), port, SERIAL)
                        .start();
        return logger.port();
    }

    /** Says the same to everybody who says something. */
    private int talker(byte[] bytes) throws Exception {
        logger =
                ModbusServer.builder()
                        .unit(1, bank)
                        .misbehaviour((unit, pdu) -> Answer.garbage(bytes))
                        .solarman(InetAddress.getLoopbackAddress(), 0, SERIAL)
                        .start();
        return logger.port();
    }

    private LinkLease lease(int port, long serial) throws LinkException {
        return pool.acquire(address(port, serial), "test", LinkTiming.NONE);
    }

    private static Solarman address(int port, long serial) {
        return new Solarman("127.0.0.1", port, serial);
    }

    private LinkException failure(int port) throws LinkException {
        try (LinkLease lease = lease(port, SERIAL)) {
            return failure(lease, SHORT);
        }
    }

    private static LinkException failure(LinkLease lease, int millis) {
        return assertThrows(LinkException.class, () -> read(lease, REGISTER, millis));
    }

    private static int read(LinkLease lease) throws LinkException {
        return read(lease, REGISTER, LONG);
    }

    private static int read(LinkLease lease, int register, int millis) throws LinkException {
        byte[] request = ModbusPdu.readRequest(RegisterKind.HOLDING, register, 1);
        byte[] answer = lease.exchange(1, request, Priority.FAST, Deadline.in(time(millis)));
        return ModbusPdu.parseRead(RegisterKind.HOLDING, 1, answer)[0];
    }

    private static Duration time(int millis) {
        return Duration.ofMillis(millis);
    }
}
