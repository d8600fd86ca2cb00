package io.wattwire.source.venus;

import io.wattwire.device.source.Emission;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Emits what a house has new, a moment later: a GX tells the values of one measurement one by one.
 * On a thread of its own, so that a slow receiver never holds up what reads the GX.
 */
final class Outlet implements AutoCloseable {

    private static final long MOMENT_MILLIS = 40;

    private final House house;
    private final Emission emission;
    private final ScheduledExecutorService thread;
    private final AtomicBoolean planned = new AtomicBoolean();

    Outlet(String owner, House house, Emission emission) {
        this.house = house;
        this.emission = emission;
        this.thread = thread("wattwire-venus-" + owner);
    }

    static ScheduledExecutorService thread(String name) {
        return Executors.newSingleThreadScheduledExecutor(
                task -> {
                    Thread worker = new Thread(task, name);
                    worker.setDaemon(true);
                    return worker;
                });
    }

    void plan() {
        if (!planned.compareAndSet(false, true)) {
            return;
        }
        try {
            thread.schedule(this::emit, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closed) {
            planned.set(false);
        }
    }

    private void emit() {
        planned.set(false);
        house.emit(emission);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
