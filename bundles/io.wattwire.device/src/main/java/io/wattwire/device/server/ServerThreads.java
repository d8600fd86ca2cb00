package io.wattwire.device.server;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The threads of one server. */
final class ServerThreads {

    private static final long JOIN_MILLIS = 2_000;

    private final Set<Thread> running = ConcurrentHashMap.newKeySet();

    void start(String name, Runnable work) {
        Thread thread = new Thread(() -> run(work), name);
        thread.setDaemon(true);
        running.add(thread);
        thread.start();
    }

    /**
     * Waits a while until all have ended, so that nothing is answered after a server was closed.
     */
    void join() {
        long end = System.nanoTime() + JOIN_MILLIS * 1_000_000;
        for (Thread thread : running) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (thread == Thread.currentThread() || left <= 0) {
                continue;
            }
            try {
                thread.join(left);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void run(Runnable work) {
        try {
            work.run();
        } finally {
            running.remove(Thread.currentThread());
        }
    }
}
