package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.PduLength;
import io.wattwire.device.frame.RtuFramer;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.serial.SerialPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cheap RS-485 adapters hear themselves; the echo of a single write is equal to its answer. */
@Timeout(180)
class EchoingAdapterTest {

    private final MemoryLine line = new MemoryLine("/dev/memory:115200");

    @Test
    void anEchoIsNeitherAnAnswerNorInItsWay() throws Exception {
        byte[] write = ModbusPdu.writeSingle(3, 50);
        try (SerialPort device = line.right();
                LinkLease lease =
                        new LinkPool(line::openLeft)
                                .acquire(new Rtu(line.settings()), "x", LinkTiming.NONE)) {
            CompletableFuture<Integer> requests = CompletableFuture.supplyAsync(() -> echo(device));
            byte[] answer =
                    exchange(lease, ModbusPdu.readRequest(RegisterKind.HOLDING, 0, 1), 30_000);
            assertArrayEquals(new int[] {7}, ModbusPdu.parseRead(RegisterKind.HOLDING, 1, answer));
            assertArrayEquals(write, exchange(lease, write, 30_000));
            assertThrows(
                    LinkException.class,
                    () -> exchange(lease, write, 60),
                    "the device is silent, only the echo comes");
            assertEquals(3, requests.get());
        }
    }

    /** Echoes each request; answers the read and the first write, not the second. */
    private static int echo(SerialPort device) {
        RtuFramer framer = new RtuFramer(PduLength.REQUEST);
        byte[] buffer = new byte[64];
        int requests = 0;
        try {
            while (requests < 3) {
                int count = device.read(buffer, 0, buffer.length, Duration.ofSeconds(30));
                device.write(buffer, 0, count);
                for (Adu request : framer.feed(buffer, count)) {
                    requests++;
                    byte[] answer =
                            request.function() == 3 ? new byte[] {3, 2, 0, 7} : request.pdu();
                    if (requests < 3) {
                        byte[] frame = RtuFramer.frame(1, answer);
                        device.write(frame, 0, frame.length);
                    }
                }
            }
            return requests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] exchange(LinkLease lease, byte[] pdu, int millis) throws LinkException {
        return lease.exchange(1, pdu, Priority.CONTROL, Deadline.in(Duration.ofMillis(millis)));
    }
}
