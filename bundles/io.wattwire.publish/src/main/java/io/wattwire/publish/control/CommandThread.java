package io.wattwire.publish.control;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Carries commands out one by one, as devices are slow and whoever brings commands must not wait.
 * Few may wait here. Thread-safe.
 */
public final class CommandThread implements AutoCloseable {

    private static final int MOST_WAITING = 16;

    private final ThreadPoolExecutor thread;

    /**
     * An idle one; its thread begins with the first command and ends a minute after the last.
     *
     * @param owner the component's {@code kura.service.pid}, for the thread's name
     */
    public CommandThread(String owner) {
        thread =
                new ThreadPoolExecutor(
                        1,
                        1,
                        1,
                        TimeUnit.MINUTES,
                        new ArrayBlockingQueue<>(MOST_WAITING),
                        task -> {
                            Thread worker = new Thread(task, "wattwire-control-" + owner);
                            worker.setDaemon(true);
                            return worker;
                        });
        thread.allowCoreThreadTimeOut(true);
    }

    /**
     * Takes a command; never waits.
     *
     * @param command carried out later
     * @return false when too many wait already, or it is closed: it is not carried out
     */
    public boolean offer(Runnable command) {
        try {
            thread.execute(command);
            return true;
        } catch (RejectedExecutionException tooMany) {
            return false;
        }
    }

    /** Forgets what waits, and interrupts what is being carried out. */
    @Override
    public void close() {
        thread.shutdownNow();
    }
}
