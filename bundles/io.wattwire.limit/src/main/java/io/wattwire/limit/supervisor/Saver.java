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
public final class Saver implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Saver.class);
    private static final long LONGEST_CLOSE_S = 2;

    private final AtomicFile file;
    private final String pid;
    private final String what;
    private final AtomicReference<List<String>> next = new AtomicReference<>();
    private final ExecutorService thread;
    private volatile String problem = "";

    /**
     * Begins with the first save; an idle saver has no thread.
     *
     * @param file to be written
     * @param pid of the component, for the log
     * @param what it keeps, for the log: the supervisor's memory
     */
    public Saver(AtomicFile file, String pid, String what) {
        this.file = file;
        this.pid = pid;
        this.what = what;
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(
                        1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), this::thread);
        one.allowCoreThreadTimeOut(true);
        this.thread = one;
    }

    private Thread thread(Runnable work) {
        Thread saver = new Thread(work, "wattwire-saver-" + pid);
        saver.setDaemon(true);
        return saver;
    }

    /**
     * Writes soon; returns at once. What was not written yet is replaced.
     *
     * @param lines of the new file
     */
    public void save(List<String> lines) {
        if (next.getAndSet(lines) == null && !thread.isShutdown()) {
            thread.execute(this::write);
        }
    }

    /**
     * Whether it is stored.
     *
     * @return what went wrong with the last attempt; empty when it was written
     */
    public String problem() {
        return problem;
    }

    private void write() {
        List<String> lines = next.getAndSet(null);
        try {
            file.write(lines);
            if (!problem.isEmpty()) {
                LOG.info("{}: {} is stored again", pid, what);
            }
            problem = "";
        } catch (IOException e) {
            if (problem.isEmpty()) {
                LOG.error(
                        "{}: {} cannot be written ({}): a restart would forget {}; make room or"
                                + " mend the directory",
                        pid,
                        file.path(),
                        e.toString(),
                        what);
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
                LOG.warn("{}: stopped while {} was being written", pid, what);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
