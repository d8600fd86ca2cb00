package io.wattwire.source.mqtt;

import io.wattwire.device.source.Emission;
import io.wattwire.device.source.Reason;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.paho.client.mqttv3.IMqttDeliveryToken;
import org.eclipse.paho.client.mqttv3.MqttCallback;
import org.eclipse.paho.client.mqttv3.MqttClient;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.eclipse.paho.client.mqttv3.MqttMessage;
import org.eclipse.paho.client.mqttv3.persist.MemoryPersistence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens to a topic for as long as it is open: connects again whenever the connection is lost. One
 * log line for each change, none for each failed try.
 */
final class Subscription implements MqttCallback, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Subscription.class);

    private static final long RETRY_SECONDS = 5;
    private static final long ACTION_MILLIS = 10_000;
    private static final long QUIESCE_MILLIS = 200;

    private final String owner;
    private final MqttSettings settings;
    private final Emission emission;
    private final AtomicBoolean complained = new AtomicBoolean();
    private final ScheduledExecutorService thread;
    private MqttClient client;
    private volatile boolean listens;
    private boolean told;

    Subscription(String owner, MqttSettings settings, Emission emission) {
        this.owner = owner;
        this.settings = settings;
        this.emission = emission;
        thread =
                Executors.newSingleThreadScheduledExecutor(
                        task -> {
                            Thread worker = new Thread(task, "wattwire-mqtt-" + owner);
                            worker.setDaemon(true);
                            return worker;
                        });
        thread.scheduleWithFixedDelay(this::ensure, 0, RETRY_SECONDS, TimeUnit.SECONDS);
    }

    private synchronized void ensure() {
        if (client != null && client.isConnected()) {
            return;
        }
        drop();
        try {
            client = new MqttClient(settings.url(), settings.clientId(), new MemoryPersistence());
            client.setTimeToWait(ACTION_MILLIS);
            client.setCallback(this);
            client.connect(settings.options());
            client.subscribe(settings.topic(), 0);
            LOG.info("{}: listens to {} on {}", owner, settings.topic(), settings.url());
            listens = true;
            told = false;
        } catch (MqttException | RuntimeException problem) {
            if (!told) {
                LOG.warn(
                        "{}: no connection to {}: {}; tried again every {} s",
                        owner,
                        settings.url(),
                        Reason.of(problem),
                        RETRY_SECONDS);
            }
            told = true;
            drop();
        }
    }

    private void drop() {
        if (client == null) {
            return;
        }
        try {
            client.disconnectForcibly(QUIESCE_MILLIS, QUIESCE_MILLIS, false);
        } catch (MqttException gone) {
            LOG.debug("{}: was not connected", owner, gone);
        }
        try {
            client.close(true);
        } catch (MqttException gone) {
            LOG.debug("{}: was closed", owner, gone);
        }
        client = null;
    }

    /** A retained message is of an unknown age, so it is no value of now. */
    @Override
    public void messageArrived(String topic, MqttMessage message) {
        if (message.isRetained()) {
            return;
        }
        try {
            emission.emit(settings.format().read(message.getPayload()), System.currentTimeMillis());
            complained.set(false);
        } catch (IllegalArgumentException notWritten) {
            if (complained.compareAndSet(false, true)) {
                LOG.warn("{}: {} of {} is left out", owner, notWritten.getMessage(), topic);
            }
        } catch (RuntimeException defect) { // Paho would end the connection
            LOG.error("{}: a defect in the source, please report it", owner, defect);
        }
    }

    @Override
    public void connectionLost(Throwable cause) {
        if (listens) { // a try that fails may end here, too
            LOG.warn("{}: lost {}: {}", owner, settings.url(), Reason.of(cause));
        }
        listens = false;
    }

    @Override
    public void deliveryComplete(IMqttDeliveryToken token) {
        // nothing is published
    }

    @Override
    public void close() {
        thread.shutdownNow();
        synchronized (this) {
            drop();
        }
    }
}
