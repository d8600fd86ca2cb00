package io.wattwire.serial;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.serial.SerialPortException.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The native library on a pair of pseudo terminals made by socat. */
@Timeout(180)
class SerialPortInterop {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir Path folder;
    private Process socat;
    private SerialSettings left;
    private SerialSettings right;

    @BeforeEach
    void connect() throws Exception {
        Path a = folder.resolve("a");
        Path b = folder.resolve("b");
        socat =
                new ProcessBuilder("socat", "pty,raw,echo=0,link=" + a, "pty,raw,echo=0,link=" + b)
                        .start();
        for (long end = System.nanoTime() + LONG.toNanos();
                !Files.exists(a) || !Files.exists(b); ) {
            assertTrue(System.nanoTime() < end, "socat made no terminals");
            socat.waitFor(5, TimeUnit.MILLISECONDS);
        }
        left = SerialSettings.parse(a + ":115200");
        right = SerialSettings.parse(b + ":115200");
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        socat.destroy();
        socat.waitFor(5, TimeUnit.SECONDS);
    }

    @Test
    void bytesArriveUnchanged() throws IOException {
        byte[] sent = new byte[256];
        for (int i = 0; i < sent.length; i++) {
            sent[i] = (byte) i;
        }
        try (SerialPort a = SerialPorts.open(left);
                SerialPort b = SerialPorts.open(right)) {
            a.write(sent, 0, sent.length);
            byte[] received = new byte[256];
            for (int count = 0; count < received.length; ) {
                int more = b.read(received, count, received.length - count, LONG);
                assertTrue(more > 0, "bytes are missing");
                count += more;
            }
            assertArrayEquals(sent, received);
        }
    }

    /** The fastest of many, as a busy machine holds up some: terminals count tenths of a second. */
    @Test
    void aReadEndsInTime() throws IOException {
        try (SerialPort port = SerialPorts.open(left)) {
            long fastest = Long.MAX_VALUE;
            for (int i = 0; i < 50; i++) {
                long begin = System.nanoTime();
                assertEquals(0, port.read(new byte[8], 0, 8, Duration.ofMillis(4)));
                fastest = Math.min(fastest, (System.nanoTime() - begin) / 1_000);
            }
            assertTrue(fastest >= 4_000 && fastest < 30_000, fastest + " us");
        }
    }

    @Test
    void aBusyPortNamesItsHolder() throws IOException {
        try (SerialPort port = SerialPorts.open(left)) {
            SerialPortException error =
                    assertThrows(SerialPortException.class, () -> SerialPorts.open(left).close());
            assertEquals(Reason.BUSY, error.reason(), error::getMessage);
            assertTrue(error.getMessage().contains("this program itself"), error::getMessage);
            assertEquals(left, port.settings());
        }
        SerialPorts.open(left).close();
    }

    @Test
    void aLostAdapterIsAnError() throws Exception {
        try (SerialPort port = SerialPorts.open(left)) {
            disconnect();
            assertThrows(IOException.class, () -> port.read(new byte[8], 0, 8, LONG));
        }
    }

    @Test
    void closingEndsAWaitingRead() throws Exception {
        SerialPort port = SerialPorts.open(left);
        Thread closer = new Thread(port::close);
        closer.start();
        assertThrows(IOException.class, () -> port.read(new byte[8], 0, 8, LONG));
        closer.join();
    }

    @Test
    void anInterruptEndsAWaitingRead() throws IOException {
        try (SerialPort port = SerialPorts.open(left)) {
            Thread.currentThread().interrupt();
            assertThrows(InterruptedIOException.class, () -> port.read(new byte[8], 0, 8, LONG));
            assertTrue(Thread.interrupted());
        }
    }
}
