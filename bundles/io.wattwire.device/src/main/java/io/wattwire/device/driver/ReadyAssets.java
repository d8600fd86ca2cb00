package io.wattwire.device.driver;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import io.wattwire.device.session.StateStore;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ConfigurationService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the assets that come with a driver instance: {@code <pid>-read}, {@code <pid>-<service>}
 * for each part of the device that answers and, where writing is allowed, {@code <pid>-control}.
 * Each is made once in the life of the instance, so that one that the user deleted does not come
 * back. It works on a thread of its own, because activation runs on the thread that would activate
 * the assets, and waits until the device has told its model. Parts that do not answer are asked
 * again, ever less often.
 */
final class ReadyAssets implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyAssets.class);
    private static final String FACTORY = "org.eclipse.kura.wire.WireAsset";
    private static final String MADE = "assets";
    private static final long RETRY_SECONDS = 30;

    /** Parts come with work at the device: they need not be found at once. */
    private static final long RAREST_RETRY_SECONDS = 3600;

    private final String pid;
    private final Running running;
    private final StateStore state;
    private final Supplier<Optional<ConfigurationService>> configurations;
    private ScheduledThreadPoolExecutor thread;
    private long partsPause = RETRY_SECONDS;
    private long pause = RETRY_SECONDS;

    ReadyAssets(
            String pid,
            Running running,
            StateStore state,
            Supplier<Optional<ConfigurationService>> configurations) {
        this.pid = pid;
        this.running = running;
        this.state = state;
        this.configurations = configurations;
    }

    /** Starts to try, now and again until all is made. */
    synchronized void start() {
        thread =
                new ScheduledThreadPoolExecutor(
                        1,
                        task -> {
                            Thread worker = new Thread(task, "wattwire-assets-" + pid);
                            worker.setDaemon(true);
                            return worker;
                        });
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.execute(this::tryOnce);
    }

    private void tryOnce() {
        if (attempt()) {
            close();
        } else {
            tryLater();
        }
    }

    private synchronized void tryLater() {
        if (!thread.isShutdown()) {
            thread.schedule(this::tryOnce, pause, TimeUnit.SECONDS);
        }
    }

    /** After which time to try again, in seconds; set by {@link #attempt}. */
    long pause() {
        return pause;
    }

    /**
     * Makes what is missing.
     *
     * @return false when it has to wait, for the device, for a part of it, or for Kura
     */
    boolean attempt() {
        pause = RETRY_SECONDS;
        try {
            Set<String> made = made();
            Optional<ConfigurationService> kura = configurations.get();
            if (isComplete(made)) {
                return true;
            }
            if (kura.isEmpty()) {
                return false;
            }
            running.session().identity();
            make(kura.get(), made);
            return hasAllParts(kura.get(), made);
        } catch (LinkException silent) {
            LOG.debug("{}: the assets wait for the device", pid, silent);
            return false;
        } catch (IOException | KuraException | RuntimeException problem) {
            LOG.warn("{}: the ready-made assets cannot be made: {}", pid, problem.toString());
            return true;
        }
    }

    /** What may have to be made, as far as it is known without asking the device. */
    private boolean isComplete(Set<String> made) {
        return made.contains(readPid())
                && (!isWritable() || made.contains(controlPid()))
                && running.session().services().stream()
                        .allMatch(service -> made.contains(pid(service)));
    }

    private boolean isWritable() {
        return running.configuration().session().writeEnabled();
    }

    private String readPid() {
        return pid + "-read";
    }

    private String controlPid() {
        return pid + "-control";
    }

    private String pid(Service service) {
        return pid + "-" + service.name();
    }

    private Set<String> made() throws IOException {
        return new LinkedHashSet<>(
                state.load(MADE).map(text -> text.lines().toList()).orElse(List.of()));
    }

    private void make(ConfigurationService kura, Set<String> made)
            throws KuraException, IOException {
        RegisterTable table = running.session().table();
        Set<String> given = running.session().ownersPoints();
        make(kura, made, readPid(), AssetChannels.reading(pid, table, given));
        if (isWritable() && table.points().stream().anyMatch(Point::writable)) {
            make(kura, made, controlPid(), AssetChannels.control(pid, table));
        }
    }

    private boolean hasAllParts(ConfigurationService kura, Set<String> made)
            throws KuraException, IOException, LinkException {
        RegisterTable table = running.session().table();
        boolean all = true;
        for (Service service : running.session().services()) {
            if (made.contains(pid(service)) || !AssetChannels.hasAny(service, table)) {
                continue;
            }
            if (running.session().answers(service)) {
                make(kura, made, pid(service), AssetChannels.part(pid, service, table));
            } else {
                all = false;
            }
        }
        if (!all) {
            pause = partsPause;
            partsPause = Math.min(2 * partsPause, RAREST_RETRY_SECONDS);
        }
        return all;
    }

    /**
     * Remembered before it is made: one asset too few is better than one that comes back for ever.
     */
    private void make(
            ConfigurationService kura, Set<String> made, String asset, Map<String, Object> channels)
            throws KuraException, IOException {
        if (!made.add(asset)) {
            return;
        }
        state.save(MADE, String.join("\n", made));
        if (!kura.getConfigurableComponentPids().contains(asset)) {
            kura.createFactoryConfiguration(FACTORY, asset, channels, true);
            LOG.info("{}: made the asset {}", pid, asset);
        }
    }

    /** Stops trying; does not wait for a try under way. */
    @Override
    public synchronized void close() {
        if (thread != null) {
            thread.shutdown();
        }
    }
}
