package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever a device does: no call outlasts its deadline, no call returns a wrong value, and a
 * healed device is read again.
 */
@Timeout(180)
class HostileDeviceTest {

    private static final Duration DEADLINE = Duration.ofMillis(120);
    private static final Duration ALLOWED = DEADLINE.plusMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<Reason> MAY_FAIL =
            EnumSet.of(
                    Reason.BUSY,
                    Reason.TIMEOUT,
                    Reason.GARBAGE,
                    Reason.CLOSED,
                    Reason.EXCEPTION_ANSWER);

    private static final long LOGGER = 2_712_345_678L;

    private static final Map<String, Answer> FAULTS = faults();

    static Stream<Arguments> faultsOnEachTransport() {
        return FAULTS.keySet().stream()
                .flatMap(
                        name ->
                                Stream.of(
                                        Arguments.of(name, "tcp"),
                                        Arguments.of(name, "rtu-tcp"),
                                        Arguments.of(name, "solarman")));
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("faultsOnEachTransport")
    void neitherHoldsUpNorLies(String fault, String transport) throws Exception {
        AtomicReference<Answer> mood = new AtomicReference<>(Answer.normal());
        try (Starvation machine = new Starvation();
                ModbusServer server = server(transport, mood);
                LinkLease lease =
                        new LinkPool()
                                .acquire(address(transport, server), "test", LinkTiming.NONE)) {
            List<Duration> times = new ArrayList<>();
            untilRead(lease, 0);
            mood.set(FAULTS.get(fault));
            for (int address = 1; address < 4; address++) {
                times.add(readRightOrFail(lease, address, machine));
            }
            mood.set(Answer.normal());
            untilRead(lease, 7);
            // the middle one of three: a busy machine may hold up one of them on its own account
            Duration usual = times.stream().sorted().toList().get(1);
            assertTrue(
                    usual.compareTo(ALLOWED) <= 0,
                    () -> "deadline " + DEADLINE + ", took " + times);
        }
    }

    /** One byte each 450 ms kept j2mod with a limit of 500 ms busy for 4,970 ms. */
    @ParameterizedTest
    @MethodSource("transports")
    void aDrippingAnswerEndsWithTheDeadline(String transport) throws Exception {
        AtomicReference<Answer> mood = new AtomicReference<>(Answer.normal());
        try (Starvation machine = new Starvation();
                ModbusServer server = server(transport, mood);
                LinkLease lease =
                        new LinkPool()
                                .acquire(address(transport, server), "test", LinkTiming.NONE)) {
            untilRead(lease, 0);
            mood.set(Answer.normal().dripping(Duration.ofMillis(450)));
            long begin = System.nanoTime();
            assertTrue(read(lease, 1, Duration.ofMillis(1000)).isEmpty());
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            assertTrue(took.toMillis() >= 1000, took::toString);
            Duration lost = machine.lost();
            assertTrue(took.minus(lost).toMillis() <= 1050, took + ", machine " + lost);
        }
    }

    static Stream<String> transports() {
        return Stream.of("tcp", "rtu-tcp", "solarman");
    }

    private static Map<String, Answer> faults() {
        byte[] noise = new byte[300];
        new Random(1).nextBytes(noise);
        Map<String, Answer> faults = new TreeMap<>();
        faults.put("silence", Answer.silent());
        faults.put("late answer", Answer.normal().delayed(Duration.ofMillis(160)));
        faults.put("very late answer", Answer.normal().delayed(Duration.ofMillis(270)));
        faults.put("answer at the deadline", Answer.normal().delayed(Duration.ofMillis(119)));
        faults.put("answer twice", Answer.normal().times(2));
        faults.put("late answer twice", Answer.normal().delayed(Duration.ofMillis(160)).times(2));
        faults.put("byte by byte", Answer.normal().dripping(Duration.ofMillis(40)));
        faults.put("wrong unit", Answer.normal().fromUnit(9));
        faults.put("wrong transaction", Answer.normal().shiftTransaction(1));
        faults.put(
                "answer of the transaction before", Answer.normal().shiftTransaction(-1).times(2));
        faults.put("exception", Answer.exception(4));
        faults.put("late exception", Answer.exception(4).delayed(Duration.ofMillis(160)));
        faults.put("noise", Answer.garbage(noise));
        faults.put("endless noise", Answer.garbage(noise).times(2_000));
        faults.put("zeros", Answer.garbage(new byte[100]));
        faults.put("trickling zeros", Answer.garbage(new byte[100]).dripping(Duration.ofMillis(3)));
        faults.put(
                "a web server",
                Answer.garbage(
                        "HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
        faults.put("hang-up", Answer.hangUp());
        faults.put("late hang-up", Answer.hangUp().delayed(Duration.ofMillis(50)));
        // function, address and count are right, the length is that of one word instead of two
        faults.put(
                "answer too short, TCP",
                Answer.garbage(new byte[] {0, 2, 0, 0, 0, 5, 1, 3, 2, 0, 1}));
        return faults;
    }

    /** Register n holds n and its complement, so that an answer to another request shows. */
    private static MemoryBank bank() {
        MemoryBank bank = new MemoryBank();
        for (int i = 0; i < 20; i++) {
            bank.set(RegisterKind.HOLDING, 2 * i, i, 0xFFFF - i);
        }
        return bank;
    }

    private static ModbusServer server(String transport, AtomicReference<Answer> mood)
            throws IOException {
        ModbusServer.Builder builder =
                ModbusServer.builder().unit(1, bank()).misbehaviour((unit, pdu) -> mood.get());
        InetAddress loopback = InetAddress.getLoopbackAddress();
        return switch (transport) {
            case "tcp" -> builder.tcp(loopback, 0).start();
            case "rtu-tcp" -> builder.rtuOverTcp(loopback, 0).start();
            default -> builder.solarman(loopback, 0, LOGGER).start();
        };
    }

    private static LinkAddress address(String transport, ModbusServer server) {
        String serial = transport.equals("solarman") ? "/" + LOGGER : "";
        return LinkAddress.parse(transport + "://127.0.0.1:" + server.port() + serial);
    }

    /** Returns how long that took, without what the machine itself lost meanwhile. */
    private static Duration readRightOrFail(LinkLease lease, int number, Starvation machine) {
        Duration before = machine.lost();
        long begin = System.nanoTime();
        read(lease, number, DEADLINE);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        return took.minus(machine.lost().minus(before));
    }

    private static Optional<int[]> read(LinkLease lease, int number, Duration deadline) {
        try {
            byte[] request = ModbusPdu.readRequest(RegisterKind.HOLDING, 2 * number, 2);
            byte[] pdu = lease.exchange(1, request, Priority.FAST, Deadline.in(deadline));
            int[] words = ModbusPdu.parseRead(RegisterKind.HOLDING, 2, pdu);
            assertEquals(number, words[0], "answer to another request");
            assertEquals(0xFFFF - number, words[1]);
            return Optional.of(words);
        } catch (LinkException e) {
            assertTrue(MAY_FAIL.contains(e.reason()), e::getMessage);
            return Optional.empty();
        }
    }

    /** Late answers may take a while to be forgotten. */
    private static void untilRead(LinkLease lease, int number) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (read(lease, number, Duration.ofSeconds(2)).isEmpty()) {
            assertTrue(System.nanoTime() < end, "a healed device is not read again");
        }
    }
}
