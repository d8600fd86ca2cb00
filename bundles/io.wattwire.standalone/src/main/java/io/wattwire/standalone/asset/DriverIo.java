package io.wattwire.standalone.asset;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;

/**
 * The one thread on which an asset calls its driver. Kura waits for the driver for ever; here the
 * wait is bounded, and while a driver hangs further calls fail at once instead of piling up.
 */
final class DriverIo implements AutoCloseable {
    private final ExecutorService thread;
    private final Duration limit;
    private volatile Future<?> hanging;

    DriverIo(String pid, Duration limit) {
        this.limit = limit;
        this.thread =
                Executors.newSingleThreadExecutor(
                        task -> {
                            Thread created = new Thread(task, pid + "-io");
                            created.setDaemon(true); // a hung driver must not keep Java alive
                            return created;
                        });
    }

    <T> T call(Callable<T> task) throws KuraException {
        Future<?> before = hanging;
        if (before != null && !before.isDone()) {
            throw new KuraException(KuraErrorCode.TIMED_OUT, "the driver still hangs");
        }
        Future<T> result = submit(task);
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            hanging = result;
            throw new KuraException(
                    KuraErrorCode.TIMED_OUT,
                    e,
                    "the driver did not return within "
                            + limit.toSeconds()
                            + " s; on Kura it would block the asset for ever");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KuraException(KuraErrorCode.TIMED_OUT, e, "interrupted");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KuraException cause
                    ? cause
                    : new KuraException(
                            KuraErrorCode.CONNECTION_FAILED, e.getCause(), e.getCause());
        }
    }

    private <T> Future<T> submit(Callable<T> task) throws KuraException {
        try {
            return thread.submit(task);
        } catch (RejectedExecutionException e) {
            throw new KuraException(KuraErrorCode.CLOSED_DEVICE, e, "the asset stops");
        }
    }

    /** Runs something later on the thread; nobody waits. */
    void later(Runnable task) {
        try {
            thread.execute(task);
        } catch (RejectedExecutionException e) {
            task.run(); // the thread has stopped: nothing can run at the same time
        }
    }

    /** Begins no further call; what was handed over still runs. */
    @Override
    public void close() {
        thread.shutdown();
    }
}
