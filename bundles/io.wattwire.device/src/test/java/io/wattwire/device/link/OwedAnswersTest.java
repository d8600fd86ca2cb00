package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.Answer;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusServer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What waits for a slow device on the same line, and for how long. */
@Timeout(180)
class OwedAnswersTest {

    private static final int SLOW = 1;
    private static final int INVERTER = 2;
    private static final Duration LATE = Duration.ofSeconds(4);
    private static final Duration HASTY = Duration.ofMillis(100);
    private static final Duration PATIENT = Duration.ofSeconds(60);

    private final AtomicReference<Answer> mood = new AtomicReference<>();

    private ModbusServer server() throws Exception {
        MemoryBank bank = new MemoryBank();
        bank.set(RegisterKind.HOLDING, 0, 7, 8);
        return ModbusServer.builder()
                .unit(SLOW, bank)
                .unit(INVERTER, bank)
                .tcp(0)
                .misbehaviour((unit, pdu) -> unit == SLOW ? next() : Answer.normal())
                .start();
    }

    private Answer next() {
        Answer now = mood.get();
        mood.set(Answer.normal());
        return now;
    }

    private static void read(LinkLease lease, Duration deadline) throws LinkException {
        byte[] request = ModbusPdu.readRequest(RegisterKind.HOLDING, 0, 1);
        lease.exchange(SLOW, request, Priority.FAST, Deadline.in(deadline));
    }

    /** It was four seconds late once; now it is gone, and may be waited for for eight. */
    @Test
    void aFallDoesNotWaitForADeviceThatIsGone() throws Exception {
        try (ModbusServer server = server();
                LinkLease lease =
                        new LinkPool()
                                .acquire(
                                        new Tcp("127.0.0.1", server.port()),
                                        "test",
                                        LinkTiming.NONE)) {
            mood.set(Answer.normal().delayed(LATE));
            assertThrows(LinkException.class, () -> read(lease, HASTY));
            read(lease, PATIENT);
            Duration learnt = lease.lateness(SLOW);
            assertTrue(learnt.compareTo(LATE.dividedBy(2)) >= 0, "" + learnt);
            mood.set(Answer.silent());
            long gone = System.nanoTime();
            assertThrows(LinkException.class, () -> read(lease, HASTY));
            byte[] fall = ModbusPdu.writeSingle(1, 0);
            assertArrayEquals(
                    fall, lease.exchange(INVERTER, fall, Priority.CONTROL, Deadline.in(PATIENT)));
            double waited = (System.nanoTime() - gone) / 1e9;
            assertTrue(waited < 6, "the fall left after " + waited + " s");
        }
    }
}
