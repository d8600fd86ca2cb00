package io.wattwire.device.driver;

import io.wattwire.device.link.LinkException;
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
 * Makes the assets that come with a driver instance. Each is made once in the life of the instance,
 * so that one that the user deleted does not come back. It works on a thread of its own, because
 * activation runs on the thread that would activate the assets, and tries again until Kura and the
 * device are there. Parts of a device that are missing are asked for ever less often. Thread-safe.
 */
public final class AssetMaker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AssetMaker.class);
    private static final String FACTORY = "org.eclipse.kura.wire.WireAsset";
    private static final String MADE = "assets";
    private static final long RETRY_SECONDS = 30;

    /** Parts come with work at the device: they need not be found at once. */
    private static final long RAREST_RETRY_SECONDS = 3600;

    /** The assets of a driver instance. */
    public interface Wanted {

        /**
         * What may have to be made, as far as it is known without asking the device.
         *
         * @return the {@code kura.service.pid} of each asset
         */
        Set<String> pids();

        /**
         * Makes what is missing; it may ask the device.
         *
         * @param kura makes an asset
         * @return false when a part of the device is not there yet and its asset has to wait
         * @throws LinkException when the device does not answer; it is asked again later
         * @throws KuraException when Kura refuses an asset
         * @throws IOException when it cannot be remembered what was made
         */
        boolean make(Kura kura) throws LinkException, KuraException, IOException;
    }

    /** Where assets are made. */
    public interface Kura {

        /**
         * Whether an asset was made before, be it now or in another life of the program.
         *
         * @param asset its pid
         * @return true also when the user deleted it since
         */
        boolean has(String asset);

        /**
         * Makes an asset, unless it was made before or there is one of that name.
         *
         * @param asset its pid
         * @param channels the properties of a WireAsset
         * @throws KuraException when Kura refuses it
         * @throws IOException when it cannot be remembered
         */
        void make(String asset, Map<String, Object> channels) throws KuraException, IOException;
    }

    private final String pid;
    private final Wanted wanted;
    private final StateStore state;
    private final Supplier<Optional<ConfigurationService>> configurations;
    private ScheduledThreadPoolExecutor thread;
    private long partsPause = RETRY_SECONDS;
    private long pause = RETRY_SECONDS;

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

    /** Starts to try, now and again until all is made. */
    public synchronized void start() {
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
            if (made.containsAll(wanted.pids())) {
                return true;
            }
            Optional<ConfigurationService> kura = configurations.get();
            if (kura.isEmpty()) {
                return false;
            }
            boolean all = wanted.make(new Making(kura.get(), made));
            if (!all) {
                pause = partsPause;
                partsPause = Math.min(2 * partsPause, RAREST_RETRY_SECONDS);
            }
            return all;
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

    /** One try. */
    private final class Making implements Kura {

        private final ConfigurationService service;
        private final Set<String> made;

        Making(ConfigurationService service, Set<String> made) {
            this.service = service;
            this.made = made;
        }

        @Override
        public boolean has(String asset) {
            return made.contains(asset);
        }

        /**
         * Remembered before it is made: one asset too few is better than one that comes back for
         * ever.
         */
        @Override
        public void make(String asset, Map<String, Object> channels)
                throws KuraException, IOException {
            if (!made.add(asset)) {
                return;
            }
            state.save(MADE, String.join("\n", made));
            if (!service.getConfigurableComponentPids().contains(asset)) {
                service.createFactoryConfiguration(FACTORY, asset, channels, true);
                LOG.info("{}: made the asset {}", pid, asset);
            }
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
