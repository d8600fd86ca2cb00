package io.wattwire.itest.outage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A gateway of its own, to be killed: it takes most of its values at once, and then some slowly.
 *
 * <p>It notes itself which values are 200 ms old, by a thread that does what the one that stores
 * them has to do, to be woken and to write: on a machine that has no time for the one, it has none
 * for the other.
 */
final class GatewayProcess {

    /** Said with the number of the newest value that was handed over. */
    static final String FED = "fed ";

    /** Said with the number of the newest value that a kill must not lose any more. */
    static final String SAFE = "safe ";

    /** How old a value must be for that. */
    private static final long SAFE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private static final int TURNS = 20;
    private static final long TURN_NANOS = SAFE_NANOS / TURNS;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

    private static volatile int newest = -1;

    private GatewayProcess() {}

    /** Kind, data directory, server, first value, first that is slow, last. */
    public static void main(String[] with) throws IOException {
        Path data = Path.of(with[1]);
        Gateway gateway = Drill.valueOf(with[0]).gateway(data, with[2], 10 * Drill.VALUES);
        int slow = Integer.parseInt(with[4]);
        int last = Integer.parseInt(with[5]);
        watch(data.resolve("watch"));
        for (int i = Integer.parseInt(with[3]); i < last; i++) {
            if (i == slow) {
                LockSupport.parkNanos(PAUSE_NANOS);
            } else if (i > slow) {
                LockSupport.parkNanos(TURN_NANOS);
            }
            gateway.take(i);
            newest = i;
            if (i >= slow) {
                System.out.println(FED + i);
            }
        }
        for (; ; ) {
            LockSupport.parkNanos(PAUSE_NANOS); // until it is killed
        }
    }

    private static void watch(Path file) throws IOException {
        FileChannel written =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        Thread watch =
                new Thread(
                        () -> {
                            try {
                                tellWhatIsSafe(written);
                            } catch (IOException disk) {
                                System.out.println(disk);
                            }
                        },
                        "drill-watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void tellWhatIsSafe(FileChannel written) throws IOException {
        Queue<Integer> turns = new ArrayDeque<>();
        int told = -1;
        for (; ; ) {
            turns.add(newest);
            long begin = System.nanoTime();
            for (long left = TURN_NANOS;
                    left > 0;
                    left = TURN_NANOS - (System.nanoTime() - begin)) {
                LockSupport.parkNanos(left);
            }
            written.write(ByteBuffer.wrap("turn\n".getBytes(StandardCharsets.UTF_8)));
            if (turns.size() >= TURNS) {
                int safe = turns.remove();
                if (safe > told) {
                    told = safe;
                    System.out.println(SAFE + safe);
                }
            }
        }
    }
}
