package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.device.server.RegisterBank;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RTU frames bear no number: a late answer must not be taken for a fresh one all the same. */
@Timeout(180)
class LateAnswersTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Four requests may be owed an answer, each 150 ms late at most; the rest is room. */
    private static final Duration LATEST = Duration.ofMillis(1500);

    private final MemoryLine line = new MemoryLine("/dev/memory:115200");
    private final AtomicReference<Answer> mood = new AtomicReference<>(Answer.normal());
    private final Counter counter = new Counter();

    /** Register 0 counts how often it was read; register n > 0 holds n. */
    private static final class Counter implements RegisterBank {

        private final AtomicInteger reads = new AtomicInteger();
        private final AtomicInteger written = new AtomicInteger();

        @Override
        public int[] read(RegisterKind kind, int address, int count) {
            return new int[] {address == 0 ? reads.incrementAndGet() : address};
        }

        @Override
        public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
            written.incrementAndGet();
        }
    }

    @Test
    void theSameRegisterReadAgainBringsTheNewValue() throws Exception {
        try (ModbusServer server = start();
                LinkLease lease = lease()) {
            mood.set(Answer.normal().delayed(Duration.ofMillis(600)));
            assertThrows(LinkException.class, () -> read(lease, 0, 60));
            mood.set(Answer.normal());
            assertTrue(
                    read(lease, 0, 30_000) > 1,
                    "the answer to the first request was taken for the second's");
            assertEquals(0, server.port());
        }
    }

    @Test
    void aWriteIsNeverSentTwice() throws Exception {
        try (ModbusServer server = start();
                LinkLease lease = lease()) {
            mood.set(Answer.silent());
            byte[] write = ModbusPdu.writeSingle(3, 50);
            assertThrows(LinkException.class, () -> exchange(lease, write, 60));
            mood.set(Answer.normal());
            assertArrayEquals(write, exchange(lease, write, 30_000));
            assertEquals(2, counter.written.get(), "one try for each call");
            assertEquals(0, server.port());
        }
    }

    @Test
    void aDeviceThatOwesManyAnswersIsLeftAloneUntilNoneCanCome() throws Exception {
        try (ModbusServer server = start();
                LinkLease lease = lease()) {
            mood.set(Answer.silent());
            for (int i = 0; i < 4; i++) {
                assertThrows(LinkException.class, () -> read(lease, 1, 20));
            }
            long asked = sent(lease);
            mood.set(Answer.normal());
            LinkException refusal = assertThrows(LinkException.class, () -> read(lease, 0, 100));
            assertEquals(Reason.TIMEOUT, refusal.reason());
            assertEquals(asked, sent(lease), "asked although it owes answers");
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (tryRead(lease, 7) != 7) {
                assertTrue(System.nanoTime() < end, "never asked again");
            }
            assertEquals(0, server.port());
        }
    }

    /** Random delays around the deadline, a fresh register each time. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noDelayMakesAValueWrong(long seed) throws Exception {
        Random random = new Random(seed);
        int[] delays = {0, 0, 0, 0, 0, 0, 20, 38, 45, 60, 150};
        long end = System.nanoTime() + PATIENCE.toNanos();
        try (Starvation machine = new Starvation();
                ModbusServer server = start();
                LinkLease lease = lease()) {
            int answered = 0;
            for (int address = 1; answered < 10; address = address % 60_000 + 1) {
                assertTrue(System.nanoTime() < end, "only " + answered + " answers");
                mood.set(
                        Answer.normal()
                                .delayed(Duration.ofMillis(delays[random.nextInt(delays.length)])));
                int value = tryRead(lease, address);
                // where the machine held the device up, an answer may be later than any is expected
                boolean calm = machine.lost().compareTo(LATEST.dividedBy(2)) < 0;
                assertTrue(
                        value == address || value < 0 || !calm,
                        value + " read from register " + address);
                answered += value < 0 ? 0 : 1;
            }
            assertEquals(0, server.port());
        }
    }

    private ModbusServer start() throws Exception {
        return ModbusServer.builder()
                .unit(1, counter)
                .serial(line.right())
                .misbehaviour((unit, pdu) -> mood.get())
                .start();
    }

    private LinkLease lease() throws LinkException {
        return new LinkPool(line::openLeft, LATEST)
                .acquire(new Rtu(line.settings()), "test", LinkTiming.NONE);
    }

    private static long sent(LinkLease lease) {
        return lease.trace().frames().stream().filter(Frame::sent).count();
    }

    private static int tryRead(LinkLease lease, int address) {
        try {
            return read(lease, address, 40);
        } catch (LinkException e) {
            return -1;
        }
    }

    private static int read(LinkLease lease, int address, int millis) throws LinkException {
        byte[] request = ModbusPdu.readRequest(RegisterKind.HOLDING, address, 1);
        return ModbusPdu.parseRead(RegisterKind.HOLDING, 1, exchange(lease, request, millis))[0];
    }

    private static byte[] exchange(LinkLease lease, byte[] pdu, int millis) throws LinkException {
        return lease.exchange(1, pdu, Priority.FAST, Deadline.in(Duration.ofMillis(millis)));
    }
}
