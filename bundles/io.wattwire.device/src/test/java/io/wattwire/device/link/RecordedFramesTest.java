package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.serial.SerialPort;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Frames seen on real lines, and frames damaged on purpose. */
@Timeout(180)
class RecordedFramesTest {

    private static final HexFormat HEX = HexFormat.of();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "frames.csv", delimiter = ';', useHeadersInDisplayName = true)
    void isReadAsItsSourceSays(
            String id,
            String source,
            String provenance,
            String request,
            String response,
            String expected)
            throws Exception {
        byte[] asked = HEX.parseHex(request);
        byte[] answered = response == null ? new byte[0] : HEX.parseHex(response);
        RegisterKind kind = asked[1] == 3 ? RegisterKind.HOLDING : RegisterKind.INPUT;
        int count = asked[5] & 0xFF;
        MemoryLine line = new MemoryLine("/dev/memory:115200");
        try (SerialPort device = line.right();
                LinkLease lease =
                        new LinkPool(line::openLeft)
                                .acquire(new Rtu(line.settings()), "test", LinkTiming.NONE)) {
            CompletableFuture<byte[]> seen =
                    CompletableFuture.supplyAsync(() -> reply(device, asked.length, answered));
            Answered answer =
                    new Answered(
                            lease,
                            asked[0],
                            ModbusPdu.readRequest(
                                    kind, (asked[2] & 0xFF) << 8 | asked[3] & 0xFF, count));
            if (Character.isDigit(expected.charAt(0))) {
                int[] words =
                        Arrays.stream(expected.split(" ")).mapToInt(Integer::parseInt).toArray();
                assertArrayEquals(words, ModbusPdu.parseRead(kind, count, answer.get()));
            } else {
                assertEquals(
                        Reason.valueOf(expected),
                        assertThrows(LinkException.class, answer::get).reason());
            }
            assertArrayEquals(asked, seen.get(), "the request as recorded");
        }
        assertTrue(!line.leftOpen());
    }

    /** What is wrong is only known when the time is over; what is right comes at once. */
    private record Answered(LinkLease lease, int unit, byte[] pdu) {
        byte[] get() throws LinkException {
            return lease.exchange(unit, pdu, Priority.FAST, Deadline.in(Duration.ofMillis(1000)));
        }
    }

    private static byte[] reply(SerialPort device, int requestLength, byte[] answer) {
        byte[] request = new byte[requestLength];
        try {
            for (int count = 0; count < requestLength; ) {
                count += device.read(request, count, requestLength - count, Duration.ofSeconds(30));
            }
            device.write(answer, 0, answer.length);
            return request;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
