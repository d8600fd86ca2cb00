package io.wattwire.publish.http.serve;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts wrong credentials by who sends them: ten at once, then one every six seconds. Whoever used
 * them up waits, also with the right one, as guessing would go on otherwise. A caller's first
 * mistake is logged, the next only after a success. Thread-safe.
 */
final class Logins {

    private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
    private static final int MOST_CALLERS = 256;
    private static final double AT_ONCE = 10;
    private static final double NANOS_PER_TRY = 6e9;
    private static final int SITE_BYTES = 8;

    private final String owner;
    private final LongSupplier nanoClock;
    private final Map<String, Caller> callers =
            new LinkedHashMap<>(MOST_CALLERS, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Caller> eldest) {
                    return size() > MOST_CALLERS;
                }
            };

    private static final class Caller {
        private double left = AT_ONCE;
        private long at;
        private boolean said;
    }

    Logins(String owner, LongSupplier nanoClock) {
        this.owner = owner;
        this.nanoClock = nanoClock;
    }

    /** Whether a caller's credential is looked at. */
    synchronized boolean open(InetAddress from) {
        Caller caller = callers.get(key(from));
        return caller == null || refilled(caller).left >= 1;
    }

    synchronized void succeeded(InetAddress from) {
        callers.remove(key(from));
    }

    synchronized void failed(InetAddress from) {
        Caller caller = callers.computeIfAbsent(key(from), it -> started());
        refilled(caller).left -= 1;
        if (!caller.said) {
            caller.said = true;
            LOG.warn(
                    "{}: a wrong credential from {}; the next from there are not told",
                    owner,
                    from.getHostAddress());
        }
    }

    private Caller started() {
        Caller caller = new Caller();
        caller.at = nanoClock.getAsLong();
        return caller;
    }

    private Caller refilled(Caller caller) {
        long now = nanoClock.getAsLong();
        double more = Math.max(0, now - caller.at) / NANOS_PER_TRY;
        caller.left = Math.min(AT_ONCE, caller.left + more);
        caller.at = now;
        return caller;
    }

    /** Of IPv6 the network, as one caller there has as many addresses as it likes. */
    private static String key(InetAddress from) {
        byte[] address = from.getAddress();
        return Arrays.toString(
                from instanceof Inet6Address ? Arrays.copyOf(address, SITE_BYTES) : address);
    }
}
