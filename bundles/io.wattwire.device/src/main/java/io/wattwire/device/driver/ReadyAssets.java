package io.wattwire.device.driver;

import io.wattwire.device.session.StateStore;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Supplier;
import org.eclipse.kura.configuration.ConfigurationService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the two assets that come with a driver instance: {@code <pid>-read} and, where writing is
 * allowed, {@code <pid>-control}. Each is made once in the life of the instance, so that one that
 * the user deleted does not come back. It works on a thread of its own, because activation runs on
 * the thread that would activate the assets, and waits until the device has told its model.
 */
final class ReadyAssets implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ReadyAssets.class);
    private static final String FACTORY = "org.eclipse.kura.wire.WireAsset";
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

    void start() {}

    @Override
    public void close() {}
}
