package io.wattwire.device.source;

import io.wattwire.device.driver.Services;
import io.wattwire.device.wire.WiredComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireHelperService;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A wire emitter whose values come from elsewhere. It emits what arrives and nothing else: a source
 * that falls silent is silent in the graph, and whoever needs fresh values notices.
 *
 * <p>A wrong configuration leaves the last good one at work. Thread-safe.
 */
public abstract class WireSource extends WiredComponent implements WireEmitter {

    private static final Logger LOG = LoggerFactory.getLogger(WireSource.class);

    private Services services = new Services(null);
    private AutoCloseable running;
    private Map<String, Object> configured = Map.of();

    /**
     * Makes an inactive source.
     *
     * @param wireHelper Kura's service that connects components with wires
     */
    protected WireSource(WireHelperService wireHelper) {
        super(wireHelper, "source");
    }

    /**
     * Checks the settings; starts nothing yet.
     *
     * @param owner the instance's {@code kura.service.pid}, for names and logs
     * @param settings what the owner set
     * @param emission where values go
     * @return starts to get values, on threads of its own, and gives what ends it; null when the
     *     settings have problems
     */
    protected abstract Supplier<AutoCloseable> prepare(
            String owner, SourceSettings settings, Emission emission);

    /**
     * Starts.
     *
     * @param context of this component
     * @param properties the configuration, unchecked
     */
    @Activate
    public synchronized void activate(ComponentContext context, Map<String, Object> properties) {
        enter(context, properties);
        services = new Services(context.getBundleContext());
        apply(properties);
    }

    /**
     * Takes a new configuration.
     *
     * @param properties the configuration, unchecked
     */
    @Modified
    public synchronized void modified(Map<String, Object> properties) {
        apply(properties);
    }

    /** Stops. */
    @Deactivate
    public synchronized void deactivate() {
        stop();
        configured = Map.of();
    }

    private void apply(Map<String, Object> properties) {
        if (running != null && properties.equals(configured)) {
            return;
        }
        SourceSettings settings = new SourceSettings(properties, services);
        Supplier<AutoCloseable> next = prepare(pid(), settings, this::emit);
        List<String> problems = settings.plain().problems();
        if (!problems.isEmpty()) {
            String stays = running == null ? "the source waits" : "the last good one stays";
            problems.forEach(it -> LOG.error("{}: wrong configuration, {}: {}", pid(), stays, it));
            return;
        }
        stop();
        running = next.get();
        configured = Map.copyOf(properties);
    }

    private void stop() {
        if (running == null) {
            return;
        }
        try {
            running.close();
        } catch (Exception problem) { // AutoCloseable allows any
            LOG.debug("{}: closing failed", pid(), problem);
        }
        running = null;
    }

    private void emit(Map<String, Double> given, long timestampMillis) {
        Map<String, Double> values = new HashMap<>(given);
        values.keySet().removeIf(name -> !ChannelNames.fits(name));
        if (values.isEmpty()) {
            return;
        }
        Map<String, TypedValue<?>> record = new HashMap<>();
        record.put("assetName", TypedValues.newStringValue(pid()));
        record.put("assetTimestamp", TypedValues.newLongValue(timestampMillis));
        values.forEach(
                (name, value) -> {
                    record.put(name, TypedValues.newDoubleValue(value));
                    record.put(name + "_timestamp", TypedValues.newLongValue(timestampMillis));
                });
        try {
            emit(record);
        } catch (RuntimeException receiver) {
            LOG.error("{}: a receiver failed", pid(), receiver);
        }
    }
}
