package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusServer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A port that its last owner has released is closed, whoever was talking or waiting then: the next
 * version of this bundle may be about to open it.
 */
@Timeout(180)
class ReleaseTest {

    private static final int ROUNDS = 600;

    /** Releases come at all moments of an exchange, which takes some 3 ms. */
    private static final int PHASES = 200;

    private static final long STEP_NANOS = 20_000;
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final byte[] REQUEST = ModbusPdu.readRequest(RegisterKind.HOLDING, 0, 1);

    @Test
    void aPortIsClosedHoweverItsOwnersGo() throws Exception {
        MemoryLine line = new MemoryLine("/dev/memory:115200");
        LinkPool pool = new LinkPool(line::openLeft);
        Rtu address = new Rtu(line.settings());
        MemoryBank bank = new MemoryBank().set(RegisterKind.HOLDING, 0, 42);
        try (ModbusServer server =
                ModbusServer.builder().unit(1, bank).serial(line.right()).start()) {
            for (int round = 0; round < ROUNDS; round++) {
                LinkLease one = pool.acquire(address, "one", LinkTiming.NONE);
                LinkLease other = pool.acquire(address, "other", LinkTiming.NONE);
                List<CompletableFuture<Void>> readers =
                        List.of(
                                CompletableFuture.runAsync(() -> readUntilReleased(one)),
                                CompletableFuture.runAsync(() -> readUntilReleased(other)));
                awaitOpen(line);
                pause(round % PHASES * STEP_NANOS);
                one.close();
                other.close();
                for (CompletableFuture<Void> reader : readers) {
                    reader.get();
                }
                assertFalse(line.leftOpen(), "open after round " + round);
            }
            assertEquals(0, server.port());
        }
    }

    private static void readUntilReleased(LinkLease lease) {
        try {
            while (true) {
                lease.exchange(1, REQUEST, Priority.FAST, Deadline.in(LONG));
            }
        } catch (LinkException released) {
            // as the owner wanted
        }
    }

    /** Sleeping is not exact enough. */
    private static void pause(long nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }

    private static void awaitOpen(MemoryLine line) {
        while (!line.leftOpen()) {
            Thread.onSpinWait();
        }
    }
}
