package io.wattwire.device.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.serial.SerialPort;
import io.wattwire.serial.SerialSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** An adapter that is pulled out and put in again. */
class SerialEndpointTest {

    private static final SerialSettings SETTINGS =
            new SerialSettings("/dev/ttyUSB9", 9600, 8, 'N', 1);

    private final AtomicBoolean pulled = new AtomicBoolean();

    private SerialPort open() throws IOException {
        if (pulled.get()) {
            throw new IOException("/dev/ttyUSB9 is not there");
        }
        return new Adapter();
    }

    /** Nothing ever comes, and all fails once it is pulled out. */
    private final class Adapter implements SerialPort {
        private volatile boolean closed;

        @Override
        public SerialSettings settings() {
            return SETTINGS;
        }

        @Override
        public int read(byte[] buffer, int offset, int length, Duration timeout)
                throws IOException {
            if (closed || pulled.get()) {
                throw new IOException("/dev/ttyUSB9 is gone");
            }
            LockSupport.parkNanos(1_000_000);
            return 0;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            // nobody listens
        }

        @Override
        public void discardInput() {
            // nothing ever comes
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private static void await(SerialEndpoint endpoint, Predicate<String> problem) {
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!problem.test(endpoint.problem())) {
            assertTrue(System.nanoTime() < end, () -> "never; it says " + endpoint.problem());
            LockSupport.parkNanos(1_000_000);
        }
    }

    @Test
    void anAdapterThatIsPulledOutIsToldUntilItIsBack() throws IOException {
        SerialEndpoint endpoint = new SerialEndpoint(this::open);
        endpoint.start(
                peer -> {
                    byte[] buffer = new byte[8];
                    while (peer.read(buffer) >= 0) {
                        // waits for ever
                    }
                });
        assertEquals("", endpoint.problem());
        pulled.set(true);
        await(endpoint, "/dev/ttyUSB9 is not there"::equals);
        pulled.set(false);
        await(endpoint, String::isEmpty);
        endpoint.close();
    }
}
