package io.wattwire.source.mqtt;

import io.wattwire.device.source.Emission;
import io.wattwire.publish.mqtt.Connection;
import io.wattwire.publish.mqtt.Listener;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Emits the values of a topic's messages for as long as it is open. */
final class Subscription implements Listener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

    private final String owner;
    private final Format format;
    private final Emission emission;
    private final AtomicBoolean complained = new AtomicBoolean();
    private final Connection connection;

    Subscription(String owner, MqttSettings settings, Emission emission) {
        this.owner = owner;
        this.format = settings.format();
        this.emission = emission;
        connection =
                new Connection(
                        owner,
                        settings.access(),
                        settings.lastWill(),
                        List.of(settings.topic()),
                        this);
        connection.start();
    }

    @Override
    public void connected() {
        // what was retained is of no use, and the rest comes by itself
    }

    /** A retained message is of an unknown age, so it is no value of now. */
    @Override
    public void message(String topic, byte[] payload, boolean retained) {
        if (retained) {
            return;
        }
        try {
            emission.emit(format.read(payload), System.currentTimeMillis());
            complained.set(false);
        } catch (IllegalArgumentException notWritten) {
            if (complained.compareAndSet(false, true)) {
                LOG.warn("{}: {} of {} is left out", owner, notWritten.getMessage(), topic);
            }
        }
    }

    @Override
    public void close() {
        connection.close();
    }
}
