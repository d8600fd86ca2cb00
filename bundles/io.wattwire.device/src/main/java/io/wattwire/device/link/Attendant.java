package io.wattwire.device.link;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Listens on links that nobody talks on just now, so that the other end gets its replies in time: a
 * GivEnergy dongle hangs up after three heartbeats without one, and a device may be read less often
 * than that. Its thread lives as long as there are such links.
 */
final class Attendant {

    private static final long ROUND_MILLIS = 500;

    private final Set<Link> links = new LinkedHashSet<>();
    private Thread thread;

    /** Begins to listen on a link. */
    synchronized void add(Link link) {
        links.add(link);
        if (thread == null) {
            thread = new Thread(this::work, "wattwire-link-attendant");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Ends that. */
    synchronized void remove(Link link) {
        links.remove(link);
        notifyAll();
    }

    private void work() {
        List<Link> round = nextRound();
        while (!round.isEmpty()) {
            round.forEach(Link::attend);
            round = nextRound();
        }
    }

    /** Waits, and gives what is to be attended then; empty at the end of the work. */
    private synchronized List<Link> nextRound() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(ROUND_MILLIS);
        try {
            long left = ROUND_MILLIS;
            while (!links.isEmpty() && left > 0) {
                wait(left);
                left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            }
        } catch (InterruptedException e) {
            links.clear(); // nobody interrupts it but the end of the process
        }
        if (links.isEmpty()) {
            thread = null;
        }
        return List.copyOf(links);
    }
}
