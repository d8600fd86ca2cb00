package io.wattwire.driver.sun2000;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.link.LinkLease;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.LinkTiming;
import io.wattwire.device.link.ModbusPdu;
import io.wattwire.device.link.Priority;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.RegisterKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Frames that show what goes wrong with a SUN2000, sent by a socket as they were seen. */
@Timeout(180)
class DamagedVectorsTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final int REQUEST_BYTES = 12;

    private ServerSocket inverter;

    @BeforeEach
    void start() throws IOException {
        inverter = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void stop() throws IOException {
        inverter.close();
    }

    /** huawei-04: what the inverter says of a feature that it lacks. */
    @Test
    void exceptionThreeIsToldAsSuch() {
        LinkException answer =
                assertThrows(
                        LinkException.class, () -> exchange(1, 43006, 1, "TTTT00000003018303"));
        assertEquals(3, answer.modbusException());
    }

    /** huawei-06: the answer to an older request comes before the right one. */
    @Test
    void aLateAnswerOfAnOlderRequestIsDropped() throws Exception {
        String stray = "000300000003008304";
        String right = "TTTT00000005000302003c";
        assertArrayEquals(new int[] {60}, exchange(0, 30000, 1, stray + right));
    }

    /** huawei-36: 15 of 113 bytes, and no more. */
    @Test
    void aTruncatedFrameIsNoAnswer() {
        LinkException none =
                assertThrows(
                        LinkException.class,
                        () -> exchange(3, 32064, 52, "TTTT0000006b0003680000017d0932"));
        assertEquals(Reason.GARBAGE, none.reason());
    }

    /**
     * One read.
     *
     * @param answer what the inverter sends; TTTT stands for the transaction of the request
     */
    private int[] exchange(int unit, int address, int count, String answer) throws Exception {
        CompletableFuture<Void> answering = CompletableFuture.runAsync(() -> answer(answer));
        Tcp address502 = new Tcp("127.0.0.1", inverter.getLocalPort());
        try (LinkLease lease = new LinkPool().acquire(address502, "test", LinkTiming.NONE)) {
            byte[] request = ModbusPdu.readRequest(RegisterKind.HOLDING, address, count);
            Deadline deadline = Deadline.in(Duration.ofMillis(1500));
            byte[] pdu =
                    lease.exchange(unit, request, Priority.FAST, deadline, Duration.ofMillis(1500));
            return ModbusPdu.parseRead(RegisterKind.HOLDING, count, pdu);
        } finally {
            answering.join();
        }
    }

    private void answer(String answer) {
        try (Socket client = inverter.accept()) {
            byte[] request = client.getInputStream().readNBytes(REQUEST_BYTES);
            String transaction = HEX.formatHex(request, 0, 2);
            client.getOutputStream().write(HEX.parseHex(answer.replace("TTTT", transaction)));
            client.getInputStream().readAllBytes();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
