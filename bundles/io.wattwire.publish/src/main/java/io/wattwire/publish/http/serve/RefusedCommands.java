package io.wattwire.publish.http.serve;

import java.net.InetAddress;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells of commands with the secret that is for reading: whoever has it tries what he may not. At
 * most one line in a minute, so that nobody fills the log with them. Thread-safe.
 */
final class RefusedCommands {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final LongSupplier nanoClock;
    private final Consumer<String> log;
    private long saidNanos;
    private boolean saidOnce;
    private long unsaid;

    /**
     * @param nanoClock monotonic nanoseconds
     * @param log takes a line, without any secret
     */
    RefusedCommands(LongSupplier nanoClock, Consumer<String> log) {
        this.nanoClock = nanoClock;
        this.log = log;
    }

    synchronized void refused(String method, InetAddress from) {
        long now = nanoClock.getAsLong();
        if (saidOnce && now - saidNanos < MINUTE) {
            unsaid++;
            return;
        }
        log.accept(
                "refused a "
                        + method
                        + " from "
                        + from.getHostAddress()
                        + ": its secret is the one for reading"
                        + (unsaid == 0 ? "" : "; " + unsaid + " more were refused before it"));
        saidOnce = true;
        saidNanos = now;
        unsaid = 0;
    }
}
