package io.wattwire.itest.outage;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A gateway of its own, to be killed: it takes most of its values at once, and then some slowly.
 */
final class GatewayProcess {

    /** Said with the number of the newest value that was handed over. */
    static final String FED = "fed ";

    private static final long SETTLED_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long SLOWLY_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private GatewayProcess() {}

    /** Kind, data directory, server, first value, first that is slow, last. */
    public static void main(String[] with) {
        Gateway gateway =
                Drill.valueOf(with[0]).gateway(Path.of(with[1]), with[2], 10 * Drill.VALUES);
        int slow = Integer.parseInt(with[4]);
        for (int i = Integer.parseInt(with[3]); i < Integer.parseInt(with[5]); i++) {
            if (i == slow) {
                LockSupport.parkNanos(SETTLED_NANOS);
            } else if (i > slow) {
                LockSupport.parkNanos(SLOWLY_NANOS);
            }
            gateway.take(i);
            if (i >= slow) {
                System.out.println(FED + i);
            }
        }
        LockSupport.parkNanos(SETTLED_NANOS);
        System.out.println(FED + with[5]);
        for (; ; ) {
            LockSupport.parkNanos(SETTLED_NANOS); // until it is killed
        }
    }
}
