package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.frame.CmsFrame;
import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusServer;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Simulated inverters on one line behind a serial server, asked through the pool. */
@Timeout(180)
class CmsLinkTest {

    private static final int POWER = 0x44;
    private static final int TEMPERATURE = 0;
    private static final int SERIAL_WORD = CmsWords.VERSION + 5 * CmsVersion.STRIDE;
    private static final Answer NO_POWER = Answer.garbage(new byte[0]);

    private final Map<Integer, Answer> moods = new ConcurrentHashMap<>();
    private final Map<Integer, MemoryBank> banks = new HashMap<>();
    private final LinkPool pool = new LinkPool();
    private ModbusServer line;

    @AfterEach
    void stop() {
        if (line != null) {
            line.close();
        }
    }

    private void start(String... serialNumbers) throws IOException {
        ModbusServer.Builder builder =
                ModbusServer.builder()
                        .cmsOverTcp(InetAddress.getLoopbackAddress(), 0)
                        .misbehaviour((unit, pdu) -> moods.getOrDefault(unit, Answer.normal()));
        for (int i = 0; i < serialNumbers.length; i++) {
            MemoryBank bank = inverter(serialNumbers[i], 1000 + i);
            banks.put(i + 1, bank);
            builder.unit(i + 1, bank);
        }
        line = builder.start();
    }

    private static MemoryBank inverter(String serialNumber, int watts) {
        MemoryBank bank =
                new MemoryBank()
                        .set(RegisterKind.INPUT, TEMPERATURE, 379)
                        .set(RegisterKind.INPUT, POWER, watts)
                        .set(RegisterKind.HOLDING, 0x45, 2560);
        byte[] letters = serialNumber.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < letters.length; i += 2) {
            bank.set(RegisterKind.INPUT, SERIAL_WORD + i / 2, letters[i] << 8 | letters[i + 1]);
        }
        return bank;
    }

    private LinkLease lease(String inverter) throws LinkException {
        return pool.acquire(
                new CmsTcp("127.0.0.1", line.port(), inverter),
                "test " + inverter,
                LinkTiming.NONE);
    }

    private static int[] read(LinkLease lease, int unit, RegisterKind kind, int at, int count)
            throws LinkException {
        byte[] request = ModbusPdu.readRequest(kind, at, count);
        Deadline deadline = Deadline.in(Duration.ofSeconds(60));
        byte[] answer =
                lease.exchange(unit, request, Priority.FAST, deadline, Duration.ofSeconds(2));
        return ModbusPdu.parseRead(kind, count, answer);
    }

    private static int power(LinkLease lease, int unit) throws LinkException {
        return read(lease, unit, RegisterKind.INPUT, POWER, 1)[0];
    }

    private static LinkException failure(LinkLease lease, long millis) {
        byte[] request = ModbusPdu.readRequest(RegisterKind.INPUT, POWER, 1);
        return assertThrows(
                LinkException.class,
                () ->
                        lease.exchange(
                                1, request, Priority.FAST, Deadline.in(Duration.ofMillis(millis))));
    }

    private static List<Integer> commands(LinkLease lease) {
        return lease.trace().frames().stream()
                .filter(Frame::sent)
                .map(frame -> CmsFrame.command(frame.bytes()))
                .toList();
    }

    @Test
    void anInverterIsFoundRegisteredAndAskedForItsLayoutOnce() throws Exception {
        start("0905BO0139");
        try (LinkLease lease = lease("")) {
            assertEquals(1000, power(lease, 1));
            assertEquals(1000, power(lease, 1));
            assertEquals(
                    List.of(
                            CmsFrame.RESET,
                            CmsFrame.RESET,
                            CmsFrame.RESET,
                            CmsFrame.DISCOVER,
                            CmsFrame.REGISTER,
                            CmsFrame.STATUS_LAYOUT,
                            CmsFrame.STATUS,
                            CmsFrame.STATUS),
                    commands(lease));
        }
    }

    @Test
    void severalInvertersEachHaveTheirOwnAddress() throws Exception {
        start("0905BO0139", "0905BO0140", "0905BO0141");
        try (LinkLease first = lease("0905BO0139");
                LinkLease second = lease("0905BO0140");
                LinkLease third = lease("0905BO0141")) {
            for (int round = 0; round < 3; round++) {
                assertEquals(1002, power(third, 1));
                assertEquals(1000, power(first, 1));
                assertEquals(1001, power(second, 1));
            }
            long resets = commands(first).stream().filter(c -> c == CmsFrame.RESET).count();
            assertEquals(3, resets, "a reset is for all, so it comes once");
        }
    }

    @Test
    void withoutASerialNumberTheUnitIdCounts() throws Exception {
        start("0905BO0139", "0905BO0140");
        try (LinkLease lease = lease("")) {
            assertEquals(2001, power(lease, 1) + power(lease, 2));
            LinkException problem =
                    assertThrows(
                            LinkException.class, () -> read(lease, 3, RegisterKind.INPUT, 0, 1));
            assertTrue(
                    problem.getMessage().contains("unit 3 does not answer"), problem.getMessage());
        }
    }

    @Test
    void anInverterThatLostItsAddressIsBackWithinTwoReads() throws Exception {
        start("0905BO0139", "0905BO0140");
        try (LinkLease one = lease("0905BO0139");
                LinkLease other = lease("0905BO0140")) {
            power(one, 1);
            power(other, 1);
            moods.put(1, NO_POWER);
            assertEquals(Reason.TIMEOUT, failure(one, 300).reason());
            assertEquals(Reason.TIMEOUT, failure(one, 300).reason());
            assertEquals(1001, power(other, 1), "the others are not disturbed");
            moods.remove(1);
            assertEquals(1000, power(one, 1));
            assertEquals(1001, power(other, 1));
        }
    }

    @Test
    void whatTheLayoutLacksIsNoValue() throws Exception {
        start("0905BO0139");
        banks.get(1).set(RegisterKind.INPUT, 0x47, 1).set(RegisterKind.INPUT, 0x4A, 7);
        try (LinkLease lease = lease("")) {
            int[] words = read(lease, 1, RegisterKind.INPUT, 0, 0x4B);
            assertEquals(379, words[TEMPERATURE]);
            assertEquals(CmsWords.NONE, words[1]);
            assertEquals(CmsWords.NONE, words[0x47], "half a value is none");
            assertEquals(CmsWords.NONE, words[0x4A], "half a value is none");
            LinkException none =
                    assertThrows(
                            LinkException.class, () -> read(lease, 1, RegisterKind.INPUT, 0x10, 2));
            assertEquals(2, none.modbusException());
            assertEquals(2560, read(lease, 1, RegisterKind.HOLDING, 0x45, 1)[0]);
        }
    }

    /** One status answers for different values once, and never twice for the same. */
    @Test
    void aStatusIsSharedButNoValueIsOld() throws Exception {
        start("0905BO0139");
        try (LinkLease lease = lease("")) {
            read(lease, 1, RegisterKind.INPUT, TEMPERATURE, 1);
            banks.get(1).set(RegisterKind.INPUT, POWER, 7);
            read(lease, 1, RegisterKind.INPUT, TEMPERATURE, 1);
            assertEquals(7, power(lease, 1));
            banks.get(1).set(RegisterKind.INPUT, POWER, 8);
            assertEquals(8, power(lease, 1));
        }
    }

    @Test
    void aDrippingAnswerIsReadAndAForeignOneIsNot() throws Exception {
        start("0905BO0139");
        try (LinkLease lease = lease("")) {
            moods.put(1, Answer.normal().dripping(Duration.ofMillis(1)));
            assertEquals(1000, power(lease, 1));
            moods.put(1, Answer.normal().fromUnit(9));
            assertEquals(Reason.GARBAGE, failure(lease, 1000).reason());
            moods.remove(1);
            assertEquals(1000, power(lease, 1));
        }
    }

    @Test
    void nightIsSaidToBeNoFault() throws Exception {
        start("0905BO0139");
        moods.put(1, NO_POWER);
        try (LinkLease lease = lease("")) {
            LinkException night = failure(lease, 600);
            assertEquals(Reason.TIMEOUT, night.reason());
            assertTrue(night.getMessage().contains("without sun"), night.getMessage());
        }
    }

    @Test
    void nothingIsEverWritten() throws Exception {
        start("0905BO0139");
        try (LinkLease lease = lease("")) {
            byte[] write = ModbusPdu.writeSingle(0x45, 2600);
            LinkException refused =
                    assertThrows(
                            LinkException.class,
                            () ->
                                    lease.exchange(
                                            1,
                                            write,
                                            Priority.CONTROL,
                                            Deadline.in(Duration.ofSeconds(1))));
            assertEquals(1, refused.modbusException());
            assertTrue(commands(lease).isEmpty());
        }
    }

    @Test
    void aSilentServerEndsByTheDeadline() throws Exception {
        start("0905BO0139");
        moods.put(1, Answer.silent());
        try (Starvation machine = new Starvation();
                LinkLease lease = lease("")) {
            long begin = System.nanoTime();
            assertEquals(Reason.TIMEOUT, failure(lease, 400).reason());
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            assertTrue(took.minus(machine.lost()).toMillis() < 3000, took::toString);
        }
    }

    /** Two drivers of one port share it; other line settings are refused. */
    @Test
    void aSerialPortIsSharedByTheInvertersOnIt() throws Exception {
        MemoryLine port = new MemoryLine("/dev/memory:9600");
        LinkPool ports = new LinkPool(port::openLeft);
        line =
                ModbusServer.builder()
                        .cms(port.right())
                        .unit(1, inverter("0905BO0139", 1000))
                        .unit(2, inverter("0905BO0140", 1001))
                        .start();
        try (LinkLease one =
                        ports.acquire(
                                new Cms(port.settings(), "0905BO0139"), "one", LinkTiming.NONE);
                LinkLease other =
                        ports.acquire(
                                new Cms(port.settings(), "0905BO0140"), "other", LinkTiming.NONE)) {
            assertEquals(1000, power(one, 1));
            assertEquals(1001, power(other, 1));
            assertEquals(1, port.openings());
            assertThrows(
                    LinkException.class,
                    () -> ports.acquire(new Rtu(port.settings()), "meter", LinkTiming.NONE));
        }
    }
}
