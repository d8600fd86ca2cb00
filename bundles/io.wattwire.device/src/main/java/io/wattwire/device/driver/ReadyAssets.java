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
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.configuration.ConfigurationService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the assets that come with a driver instance: {@code <pid>-read}, {@code <pid>-<service>}
 * for each part of the device that is there and, where writing is allowed, {@code <pid>-control}.
 * Each is made once in the life of the instance, so that one that the user deleted does not come
 * back. It works on a thread of its own, because activation runs on the thread that would activate
 * the assets, and waits until the device has told its model.
 */
final class ReadyAssets implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyAssets.class);
    private static final String FACTORY = "org.eclipse.kura.wire.WireAsset";
    private static final String MADE = "assets";
    private static final long RETRY_SECONDS = 30;

    private final String pid;
    private final Running running;
    private final StateStore state;
    private final Supplier<Optional<ConfigurationService>> configurations;
    private ScheduledExecutorService thread;

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

    /** Starts to try, now and every half minute until all is made. */
    synchronized void start() {
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread worker = new Thread(task, "wattwire-assets-" + pid);
                            worker.setDaemon(true);
                            return worker;
                        });
        thread.scheduleWithFixedDelay(this::tryOnce, 0, RETRY_SECONDS, TimeUnit.SECONDS);
    }

    private void tryOnce() {
        if (attempt()) {
            close();
        }
    }

    /**
     * Makes what is missing.
     *
     * @return false when it has to wait, for the device or for Kura
     */
    boolean attempt() {
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
            return true;
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
        for (Service service : running.session().services()) {
            if (AssetChannels.hasAny(service, table)) {
                make(kura, made, pid(service), AssetChannels.part(pid, service, table));
            }
        }
        if (isWritable() && table.points().stream().anyMatch(Point::writable)) {
            make(kura, made, controlPid(), AssetChannels.control(pid, table));
        }
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
