package io.wattwire.device.link;

import io.wattwire.device.link.LinkException.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Finds the addresses of a host by a deadline. The system's resolver knows no deadline and can take
 * many seconds when a name server is gone, so names are looked up in a thread of their own, one per
 * name at a time; when it is late or fails, the addresses found last still serve.
 */
final class HostNames {

    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|.*:.*");

    private static final Map<String, CompletableFuture<InetAddress[]>> RUNNING =
            new ConcurrentHashMap<>();
    private static final Map<String, InetAddress[]> LAST = new ConcurrentHashMap<>();

    private HostNames() {}

    static InetAddress[] resolve(String host, Deadline deadline) throws LinkException {
        if (LITERAL.matcher(host).matches()) {
            return literal(host);
        }
        try {
            return RUNNING.computeIfAbsent(host, HostNames::start)
                    .get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LinkException(Reason.CLOSED, "interrupted while looking up " + host, e);
        } catch (ExecutionException | TimeoutException e) {
            return known(host, e);
        }
    }

    private static InetAddress[] literal(String host) throws LinkException {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new LinkException(Reason.UNREACHABLE, host + " is no valid address", e);
        }
    }

    private static InetAddress[] known(String host, Exception failure) throws LinkException {
        InetAddress[] addresses = LAST.get(host);
        if (addresses == null) {
            String why =
                    failure instanceof TimeoutException ? "was not found in time" : "is not known";
            throw new LinkException(
                    Reason.UNREACHABLE,
                    "host name " + host + " " + why + "; check the name or use an address",
                    failure);
        }
        return addresses.clone();
    }

    private static CompletableFuture<InetAddress[]> start(String host) {
        CompletableFuture<InetAddress[]> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> lookUp(host, result), "wattwire-resolve-" + host);
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    private static void lookUp(String host, CompletableFuture<InetAddress[]> result) {
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            LAST.put(host, addresses);
            result.complete(addresses);
        } catch (UnknownHostException | RuntimeException e) {
            result.completeExceptionally(new CompletionException(e));
        } finally {
            RUNNING.remove(host);
        }
    }
}
