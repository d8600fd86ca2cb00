package io.wattwire.itest.swap;

import io.wattwire.itest.wait.Await;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * A small site at the far end of a serial line that socat makes: two pseudo terminals, one for the
 * bundles under test, one for the site, which answers Modbus RTU on it.
 */
final class SerialLine implements AutoCloseable {
    private static final int READ_LENGTH = 8;
    private static final int WRITE_MULTIPLE = 16;

    private final Process socat;
    private final Path near;
    private final SmallSite site;

    SerialLine(Path folder, SmallSite site) throws IOException {
        this.site = site;
        near = folder.resolve("near");
        Path far = folder.resolve("far");
        socat =
                new ProcessBuilder(
                                "socat",
                                "pty,raw,echo=0,link=" + near,
                                "pty,raw,echo=0,link=" + far)
                        .inheritIO()
                        .start();
        Await.until(
                "both ends of the line",
                Duration.ofSeconds(60),
                () -> Files.exists(near) && Files.exists(far),
                () -> "socat, alive: " + socat.isAlive());
        Thread serving = new Thread(() -> serve(far), "serial-site");
        serving.setDaemon(true);
        serving.start();
    }

    /** Whether the machine has what makes the line. */
    static boolean isPossible() {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":")) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, "socat"))) {
                return true;
            }
        }
        return false;
    }

    Path port() {
        return near;
    }

    private void serve(Path far) {
        // a stream of our own in between, as a file's readNBytes seeks and a terminal cannot
        try (DataInputStream in = new DataInputStream(new FileInputStream(far.toFile()));
                OutputStream out = new FileOutputStream(far.toFile())) {
            while (true) {
                byte[] request = request(in);
                int unit = request[0] & 0xFF;
                ByteBuffer pdu = ByteBuffer.wrap(request, 1, request.length - 3).slice();
                out.write(frame(unit, site.answer(unit, pdu)));
                out.flush();
            }
        } catch (IOException e) {
            // the line is gone, the test is over
        }
    }

    private static byte[] request(DataInputStream in) throws IOException {
        byte[] head = new byte[READ_LENGTH];
        in.readFully(head);
        byte[] rest = new byte[head[1] == WRITE_MULTIPLE ? (head[6] & 0xFF) + 1 : 0];
        in.readFully(rest);
        byte[] request = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, request, head.length, rest.length);
        return request;
    }

    private static byte[] frame(int unit, byte[] pdu) {
        byte[] frame = new byte[pdu.length + 3];
        frame[0] = (byte) unit;
        System.arraycopy(pdu, 0, frame, 1, pdu.length);
        int crc = 0xFFFF;
        for (int i = 0; i < frame.length - 2; i++) {
            crc ^= frame[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xA001;
            }
        }
        frame[frame.length - 2] = (byte) crc;
        frame[frame.length - 1] = (byte) (crc >> 8);
        return frame;
    }

    @Override
    public void close() throws IOException {
        socat.destroy();
        try {
            if (!socat.waitFor(10, TimeUnit.SECONDS)) {
                socat.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
