package io.wattwire.limit.supervisor;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes a file on a thread of its own, because a slow card must not hold a limit up. */
final class Saver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Saver.class);
    private static final long LONGEST_CLOSE_S = 2;

    private final AtomicFile file;
    private final String pid;
    private final AtomicReference<List<String>> next = new AtomicReference<>();
    private final ExecutorService thread;
    private volatile String problem = "";

    Saver(AtomicFile file, String pid) {
        this.file = file;
        this.pid = pid;
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(
                        1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
        one.allowCoreThreadTimeOut(true);
        this.thread = one;
    }

    private Thread thread(Runnable work) {
        Thread saver = new Thread(work, "wattwire-supervisor-" + pid);
        saver.setDaemon(true);
        return saver;
    }

    /** Returns at once. What was not written yet is replaced. */
    void save(List<String> lines) {
        if (next.getAndSet(lines) == null && !thread.isShutdown()) {
            thread.execute(this::write);
        }
    }

    /** {@return what went wrong with the last attempt; empty when it was written} */
    String problem() {
        return problem;
    }

    private void write() {
        List<String> lines = next.getAndSet(null);
        try {
            file.write(lines);
            if (!problem.isEmpty()) {
                LOG.info("{}: the supervisor's memory is stored again", pid);
            }
            problem = "";
        } catch (IOException e) {
            if (problem.isEmpty()) {
                LOG.error(
                        "{}: {} cannot be written ({}): a restart would forget the supervisor's"
                                + " counters; make room or mend the directory",
                        pid,
                        file.path(),
                        e.toString());
            }
            problem = file.path() + " cannot be written: " + e;
        }
    }

    /** Waits up to 2 s for what is being written. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(LONGEST_CLOSE_S, TimeUnit.SECONDS)) {
                LOG.warn("{}: stopped while the supervisor's memory was being written", pid);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
