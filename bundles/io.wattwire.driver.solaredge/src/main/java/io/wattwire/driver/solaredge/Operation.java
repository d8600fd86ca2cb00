package io.wattwire.driver.solaredge;

import io.wattwire.device.driver.AssetMaker;
import io.wattwire.device.driver.Services;
import io.wattwire.device.session.StateStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.kura.configuration.ConfigurationService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets the meter work that is configured. A wrong configuration leaves the last good one at work;
 * what another instance holds is tried again until it is free, as instances of one line are changed
 * one after the other. Thread-safe.
 */
final class Operation implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Operation.class);

    private static final String STOPPED = "the driver is stopped";
    private static final long RETRY_MILLIS = 5_000;

    private final String pid;
    private final Services services;
    private final StateStore store;
    private final MeterLines lines;
    private final long retryMillis;
    private AssetMaker assets;
    private MeterConfiguration wish;
    private ScheduledExecutorService retries;
    private volatile Emulation running;
    private volatile String reason = STOPPED;

    Operation(String pid, Services services, StateStore store) {
        this(pid, services, store, MeterLines.shared(), RETRY_MILLIS);
    }

    /**
     * @param retryMillis time between two tries to get what another instance holds
     */
    Operation(String pid, Services services, StateStore store, MeterLines lines, long retryMillis) {
        this.pid = pid;
        this.services = services;
        this.store = store;
        this.lines = lines;
        this.retryMillis = retryMillis;
    }

    /** The meter at work; null where there is none. */
    Emulation running() {
        return running;
    }

    /** Why there is none. */
    String reason() {
        return reason;
    }

    /** Takes a new configuration, unchecked. */
    synchronized void apply(Map<String, Object> properties) {
        noWish();
        try {
            MeterConfiguration wanted = MeterConfiguration.of(properties);
            if (running == null || !running.configuration().equals(wanted)) {
                replace(wanted);
            }
        } catch (IllegalArgumentException wrong) {
            complain(wrong.getMessage());
        }
    }

    private void complain(String problem) {
        String stays = running == null ? "the meter waits" : "the last good one stays";
        LOG.error("{}: wrong configuration, {}: {}", pid, stays, problem);
        reason = "wrong configuration: " + problem;
    }

    private void replace(MeterConfiguration wanted) {
        Optional<String> held = lines.held(wanted.line(), wanted.meter().unit(), pid);
        if (held.isEmpty()) {
            stop();
            running = start(wanted);
            return;
        }
        if (lines.shares(wanted.line(), pid)) {
            stop(); // all meters of a line have to leave it before it can change
        }
        complain(held.get());
        wish = wanted;
        retries =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread thread = new Thread(task, "wattwire-meter-waits-" + pid);
                            thread.setDaemon(true);
                            return thread;
                        });
        retries.scheduleWithFixedDelay(
                this::again, retryMillis, retryMillis, TimeUnit.MILLISECONDS);
    }

    private synchronized void again() {
        if (wish == null || lines.held(wish.line(), wish.meter().unit(), pid).isPresent()) {
            return;
        }
        MeterConfiguration wanted = wish;
        noWish();
        try {
            stop();
            running = start(wanted);
            LOG.info("{}: {} is free now, the meter works", pid, wanted.line());
        } catch (IllegalArgumentException overtaken) {
            complain(overtaken.getMessage());
        }
    }

    private void noWish() {
        wish = null;
        if (retries != null) {
            retries.shutdown();
            retries = null;
        }
    }

    private Emulation start(MeterConfiguration configuration) {
        Emulation started = Emulation.start(pid, configuration, store, lines, System::nanoTime);
        if (configuration.createAssets()) {
            assets =
                    new AssetMaker(
                            pid,
                            new MeterAsset(pid),
                            store,
                            () -> services.find(ConfigurationService.class));
            assets.start();
        }
        return started;
    }

    private void stop() {
        if (assets != null) {
            assets.close();
            assets = null;
        }
        if (running != null) {
            running.close();
            running = null;
        }
    }

    @Override
    public synchronized void close() {
        noWish();
        stop();
        reason = STOPPED;
    }
}
