package io.wattwire.standalone.wire;

import io.wattwire.standalone.util.FailureLog;
import io.wattwire.standalone.wire.Graph.Edge;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.graph.Constants;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;
import org.osgi.service.wireadmin.Wire;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A wire that hands a value to its consumer on the thread of the producer. What the consumer throws
 * is logged and goes no further, as with OSGi's Wire Admin, only that here a person sees it.
 */
final class LocalWire implements Wire {
    private static final Logger LOG = LoggerFactory.getLogger(LocalWire.class);

    private final Producer producer;
    private final Consumer consumer;
    private final Dictionary<String, Object> properties;
    private final FailureLog failures;
    private volatile boolean connected = true;
    private volatile Object lastValue;

    LocalWire(Edge edge, Producer producer, Consumer consumer) {
        this.producer = producer;
        this.consumer = consumer;
        this.properties = properties(edge);
        this.failures =
                new FailureLog(LOG, edge.receiver() + " on an envelope of " + edge.emitter());
    }

    private static Dictionary<String, Object> properties(Edge edge) {
        return new Hashtable<>(
                Map.of(
                        Constants.WIRE_EMITTER_PORT_PROP_NAME.value(), edge.emitterPort(),
                        Constants.WIRE_RECEIVER_PORT_PROP_NAME.value(), edge.receiverPort(),
                        Constants.EMITTER_KURA_SERVICE_PID_PROP_NAME.value(), edge.emitter(),
                        Constants.RECEIVER_KURA_SERVICE_PID_PROP_NAME.value(), edge.receiver()));
    }

    /** From now on nothing is delivered. */
    void disconnect() {
        connected = false;
    }

    boolean joins(Producer from, Consumer to) {
        return producer == from && consumer == to;
    }

    @Override
    public void update(Object value) {
        if (!connected) {
            return;
        }
        lastValue = value;
        try {
            consumer.updated(this, value);
            failures.worked();
        } catch (RuntimeException | Error e) { // one receiver must not stop the others
            failures.failed(e);
        }
    }

    @Override
    public Object poll() {
        try {
            lastValue = producer.polled(this);
        } catch (RuntimeException | Error e) { // as above, in the other direction
            failures.failed(e);
        }
        return lastValue;
    }

    @Override
    public Object getLastValue() {
        return lastValue;
    }

    @Override
    public boolean isValid() {
        return connected;
    }

    @Override
    public boolean isConnected() {
        return connected;
    }

    @Override
    public Class<?>[] getFlavors() {
        return new Class<?>[] {WireEnvelope.class};
    }

    @Override
    public Dictionary<String, Object> getProperties() {
        return properties;
    }

    @Override
    public String[] getScope() {
        return null; // no scope: as the specification asks
    }

    @Override
    public boolean hasScope(String name) {
        return false;
    }
}
