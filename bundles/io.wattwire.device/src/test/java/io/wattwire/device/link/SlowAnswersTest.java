package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusServer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A device that needs longer than it is given is found out, and not swamped. */
@Timeout(180)
class SlowAnswersTest {

    private static final Duration SLOW = Duration.ofMillis(600);
    private static final int HASTY = 100;
    private static final int PATIENT = 30_000;

    private final MemoryLine line = new MemoryLine("/dev/memory:115200");
    private final AtomicInteger requests = new AtomicInteger();

    private ModbusServer start(UnaryOperator<ModbusServer.Builder> where) throws Exception {
        MemoryBank bank = new MemoryBank();
        bank.set(RegisterKind.HOLDING, 0, 7, 8);
        return where.apply(ModbusServer.builder().unit(1, bank))
                .misbehaviour(
                        (unit, pdu) -> {
                            requests.incrementAndGet();
                            return Answer.normal().delayed(SLOW);
                        })
                .start();
    }

    private static int read(LinkLease lease, int address, int millis) throws LinkException {
        byte[] request = ModbusPdu.readRequest(RegisterKind.HOLDING, address, 1);
        Deadline deadline = Deadline.in(Duration.ofMillis(millis));
        byte[] answer = lease.exchange(1, request, Priority.FAST, deadline);
        return ModbusPdu.parseRead(RegisterKind.HOLDING, 1, answer)[0];
    }

    private void isLearntAndNotSwamped(LinkLease lease) throws LinkException {
        assertEquals(Duration.ZERO, lease.lateness(1));
        assertThrows(LinkException.class, () -> read(lease, 0, HASTY));
        assertEquals(8, read(lease, 1, PATIENT));
        // the device may have read the request before we note that it was sent
        Duration least = SLOW.dividedBy(2);
        assertTrue(lease.lateness(1).compareTo(least) >= 0, "" + lease.lateness(1));
        assertThrows(LinkException.class, () -> read(lease, 0, HASTY));
        int before = requests.get();
        for (int i = 0; i < 2; i++) {
            LinkException busy = assertThrows(LinkException.class, () -> read(lease, 0, HASTY / 5));
            assertEquals(LinkException.Reason.BUSY, busy.reason());
            assertTrue(busy.getMessage().contains("read.deadline.ms"), busy.getMessage());
        }
        assertEquals(before, requests.get(), "asked while an answer was on its way");
        assertEquals(8, read(lease, 1, PATIENT));
    }

    @Test
    void overTcp() throws Exception {
        try (ModbusServer server = start(builder -> builder.tcp(0));
                LinkLease lease =
                        new LinkPool()
                                .acquire(
                                        new Tcp("127.0.0.1", server.port()),
                                        "test",
                                        LinkTiming.NONE)) {
            isLearntAndNotSwamped(lease);
        }
    }

    @Test
    void onASerialLine() throws Exception {
        try (ModbusServer server = start(builder -> builder.serial(line.right()));
                LinkLease lease =
                        new LinkPool(line::openLeft, Duration.ofSeconds(4))
                                .acquire(new Rtu(line.settings()), "test", LinkTiming.NONE)) {
            isLearntAndNotSwamped(lease);
            assertEquals(0, server.port());
        }
    }
}
