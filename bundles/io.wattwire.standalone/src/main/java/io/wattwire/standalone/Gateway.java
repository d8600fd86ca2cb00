package io.wattwire.standalone;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The gateway without Kura, as one thing: start it, load a snapshot, look at what it does, stop it.
 *
 * <p>Nothing runs before {@link #start(Path)}. Afterwards the Kura services that shipped graphs
 * need are in the service registry: configuration, cryptography, system and wires. All methods may
 * be called from any thread; none waits longer than 30 seconds.
 */
@ProviderType
public interface Gateway {
    /** The framework property that names the data directory of {@link #start()}. */
    String DATA_PROPERTY = "wattwire.data";

    /**
     * Starts with the data directory of the property {@value #DATA_PROPERTY}, or else {@code
     * ./data}.
     *
     * @throws GatewayException if the directory cannot be used or the gateway runs already
     */
    void start() throws GatewayException;

    /**
     * Starts without any configured component.
     *
     * @param dataDirectory where keys, snapshots and unsent messages live; made if it is missing
     * @throws GatewayException if the directory cannot be used or the gateway runs already
     */
    void start(Path dataDirectory) throws GatewayException;

    /**
     * Loads the newest snapshot of the data directory, as a Kura does at its start.
     *
     * @return whether there was one
     * @throws GatewayException if it is broken; nothing is changed then
     */
    boolean restore() throws GatewayException;

    /**
     * Loads a snapshot in Kura's XML into what runs: components are created or updated, none is
     * deleted.
     *
     * @param snapshot the file, at most 16 MiB
     * @param overrides properties to use instead of those in the file, by {@code kura.service.pid};
     *     not null
     * @throws GatewayException if the file is broken, naming line, cause and remedy, or if an
     *     override names a component that is in neither the file nor the gateway; nothing is
     *     changed then
     */
    default void load(Path snapshot, Map<String, Map<String, Object>> overrides)
            throws GatewayException {
        load(List.of(snapshot), overrides);
    }

    /**
     * Loads several snapshots as one, as {@link #load(Path, Map)} does: a wire graph and the
     * connection that it publishes through, for example.
     *
     * @param snapshots the files; of two configurations of one component the later one holds
     * @param overrides properties to use instead of those in the files, by {@code
     *     kura.service.pid}; not null
     * @throws GatewayException as {@link #load(Path, Map)}; nothing of any file is used then
     */
    void load(List<Path> snapshots, Map<String, Map<String, Object>> overrides)
            throws GatewayException;

    /**
     * Loads a snapshot as {@link #load(Path, Map)} does.
     *
     * @param snapshot the XML, at most 16 MiB; read to its end, not closed
     * @param name what messages call it
     * @param overrides properties to use instead of those in the file, by {@code kura.service.pid};
     *     not null
     * @throws GatewayException as {@link #load(Path, Map)}
     */
    void load(InputStream snapshot, String name, Map<String, Map<String, Object>> overrides)
            throws GatewayException;

    /**
     * Waits until each component of the graph is there and each asset has its driver.
     *
     * @param limit how long at most
     * @return whether that is so; if not, {@link #faults()} says what is missing
     * @throws InterruptedException if the waiting thread is interrupted
     */
    boolean awaitReady(Duration limit) throws InterruptedException;

    /**
     * Listens to what wire components emit, from now on.
     *
     * @param listener told on the emitter's thread, before the receivers
     * @return ends the listening
     */
    AutoCloseable tap(EnvelopeListener listener);

    /** {@return what went to the broker so far, by topic; a copy} */
    Map<String, Publication> publications();

    /** {@return what waits for the broker and what was lost} */
    Backlog backlog();

    /** {@return when an asset first emitted a value since the start} */
    Optional<Instant> firstSample();

    /** {@return what is wrong or went wrong since the start, oldest first, at most 200; a copy} */
    List<Fault> faults();

    /**
     * Stops all components, sends the disconnect message and frees the data directory. Does nothing
     * if the gateway does not run.
     */
    void stop();
}
