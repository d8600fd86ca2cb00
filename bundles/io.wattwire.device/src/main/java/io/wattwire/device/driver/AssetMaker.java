package io.wattwire.device.driver;

import io.wattwire.device.link.LinkException;
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
 * Makes the assets that come with a driver instance. Each is made once in the life of the instance,
 * so that one that the user deleted does not come back. It works on a thread of its own, because
 * activation runs on the thread that would activate the assets, and tries again until Kura and the
 * device are there. Thread-safe.
 */
public final class AssetMaker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AssetMaker.class);
    private static final String FACTORY = "org.eclipse.kura.wire.WireAsset";
    private static final String MADE = "assets";
    private static final long RETRY_SECONDS = 30;

    /** The assets of a driver instance. */
    public interface Wanted {

        /**
         * Their names, known without asking the device.
         *
         * @return the {@code kura.service.pid} of each
         */
        Set<String> pids();

        /**
         * Their channels; it may ask the device.
         *
         * @return the properties of a WireAsset for each pid; one that the device turns out not to
         *     need may be missing
         * @throws LinkException when the device does not answer; it is asked again later
         */
        Map<String, Map<String, Object>> assets() throws LinkException;
    }

    private final String pid;
    private final Wanted wanted;
    private final StateStore state;
    private final Supplier<Optional<ConfigurationService>> configurations;
    private ScheduledExecutorService thread;

    /**
     * Makes nothing yet.
     *
     * @param pid the driver instance, for the log and the thread's name
     * @param wanted what to make
     * @param state where it is remembered what was made
     * @param configurations looks for Kura's configuration service
     */
    public AssetMaker(
            String pid,
            Wanted wanted,
            StateStore state,
            Supplier<Optional<ConfigurationService>> configurations) {
        this.pid = pid;
        this.wanted = wanted;
        this.state = state;
        this.configurations = configurations;
    }

    /** Starts to try, now and every half minute until all is made. */
    public synchronized void start() {
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
            if (made.containsAll(wanted.pids())) {
                return true;
            }
            Optional<ConfigurationService> kura = configurations.get();
            if (kura.isEmpty()) {
                return false;
            }
            for (Map.Entry<String, Map<String, Object>> asset : wanted.assets().entrySet()) {
                make(kura.get(), made, asset.getKey(), asset.getValue());
            }
            return true;
        } catch (LinkException silent) {
            LOG.debug("{}: the assets wait for the device", pid, silent);
            return false;
        } catch (IOException | KuraException | RuntimeException problem) {
            LOG.warn("{}: the ready-made assets cannot be made: {}", pid, problem.toString());
            return true;
        }
    }

    private Set<String> made() throws IOException {
        return new LinkedHashSet<>(
                state.load(MADE).map(text -> text.lines().toList()).orElse(List.of()));
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
