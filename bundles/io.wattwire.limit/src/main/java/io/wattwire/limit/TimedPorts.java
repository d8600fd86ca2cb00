package io.wattwire.limit;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.eclipse.kura.type.TypedValue;

/**
 * Times each port by itself and names one that is slow: everything that is wired to a port is
 * waited for. Said once, and again only after the port was quick in between.
 */
final class TimedPorts implements Ports {

    /** Longer than any queue takes; only a receiver that works itself does. */
    private static final long SLOW_STATUS_NANOS = 250_000_000L;

    /** Longer than a device takes to write and read back over a line that is well. */
    private static final long SLOW_DEVICE_NANOS = 1_500_000_000L;

    private static final int STATUS = 0;

    private final Ports ports;
    private final LongSupplier nanos;
    private final Consumer<String> warn;
    private final Set<Integer> slow = new HashSet<>();

    TimedPorts(Ports ports, LongSupplier nanos, Consumer<String> warn) {
        this.ports = ports;
        this.nanos = nanos;
        this.warn = warn;
    }

    @Override
    public void device(int port, Map<String, TypedValue<?>> command) {
        timed(port, SLOW_DEVICE_NANOS, () -> ports.device(port, command));
    }

    @Override
    public void status(Map<String, TypedValue<?>> status) {
        timed(STATUS, SLOW_STATUS_NANOS, () -> ports.status(status));
    }

    private void timed(int port, long most, Runnable emission) {
        long begin = nanos.getAsLong();
        try {
            emission.run();
        } finally {
            long took = nanos.getAsLong() - begin;
            if (took <= most) {
                slow.remove(port);
            } else if (slow.add(port)) {
                warn.accept(text(port, took / 1_000_000));
            }
        }
    }

    private static String text(int port, long ms) {
        return port == STATUS
                ? "a receiver behind port 0 held the limit up for "
                        + ms
                        + " ms: put a Fifo between it and port 0"
                : "the device behind port "
                        + port
                        + " took "
                        + ms
                        + " ms for a command, and the limit waits for it: look at its line and its"
                        + " read.deadline.ms, and wire nothing else to that port";
    }
}
