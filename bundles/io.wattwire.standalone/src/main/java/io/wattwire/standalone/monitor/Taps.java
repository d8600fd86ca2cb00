package io.wattwire.standalone.monitor;

import io.wattwire.standalone.EnvelopeListener;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows emitted envelopes to listeners and remembers the first sample. Thread-safe. */
@Component(service = Taps.class)
public final class Taps {
    private static final Logger LOG = LoggerFactory.getLogger(Taps.class);
    private static final String ASSET_NAME = "assetName";
    private static final List<String> NOT_A_VALUE = List.of("_timestamp", "_error", "_unit");
    private static final List<String> OF_THE_ASSET =
            List.of(ASSET_NAME, "assetTimestamp", "assetError");

    private final List<EnvelopeListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicReference<Instant> firstSample = new AtomicReference<>();

    /** Without listeners. */
    public Taps() {
        // listeners come later
    }

    /**
     * Adds a listener.
     *
     * @param listener the listener
     * @return removes it
     */
    public AutoCloseable add(EnvelopeListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /**
     * A component emits. Never throws.
     *
     * @param emitterPid its {@code kura.service.pid}
     * @param port the output port, from 0
     * @param envelope what it emits
     */
    public void emitted(String emitterPid, int port, WireEnvelope envelope) {
        if (firstSample.get() == null && envelope.getRecords().stream().anyMatch(Taps::isSample)) {
            firstSample.compareAndSet(null, Instant.now());
        }
        for (EnvelopeListener listener : listeners) {
            try {
                listener.onEmit(emitterPid, port, envelope);
            } catch (RuntimeException | Error e) { // a spectator must not stop the graph
                LOG.warn("Listener to {} failed", emitterPid, e);
            }
        }
    }

    private static boolean isSample(WireRecord record) {
        return record.getProperties().containsKey(ASSET_NAME)
                && record.getProperties().keySet().stream().anyMatch(Taps::isValue);
    }

    private static boolean isValue(String key) {
        return !OF_THE_ASSET.contains(key) && NOT_A_VALUE.stream().noneMatch(key::endsWith);
    }

    /** {@return when an asset first emitted a value} */
    public Optional<Instant> firstSample() {
        return Optional.ofNullable(firstSample.get());
    }

    /** Forgets the first sample: a new run begins. Listeners stay. */
    public void reset() {
        firstSample.set(null);
    }
}
