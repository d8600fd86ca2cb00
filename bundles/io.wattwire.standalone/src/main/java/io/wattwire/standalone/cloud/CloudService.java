package io.wattwire.standalone.cloud;

import io.wattwire.standalone.kapua.KapuaPayload;
import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.util.Properties;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Consumer;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.CloudConnectionManager;
import org.eclipse.kura.cloudconnection.CloudEndpoint;
import org.eclipse.kura.cloudconnection.listener.CloudConnectionListener;
import org.eclipse.kura.cloudconnection.listener.CloudDeliveryListener;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.subscriber.listener.CloudSubscriberListener;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.kura.system.SystemService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kura's cloud service towards Kapua: topics, payloads, birth and farewell. It only sends; requests
 * from the cloud and subscriptions need a real Kura.
 */
@Component(
        name = CloudService.PID,
        service = {CloudEndpoint.class, CloudConnectionManager.class, ConfigurableComponent.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = "kura.ui.service.hide:Boolean=true")
public final class CloudService
        implements CloudEndpoint, CloudConnectionManager, ConfigurableComponent, Lifecycle {
    /** The component's name, as in Kura. */
    static final String PID = "org.eclipse.kura.cloud.CloudService";

    private static final Logger LOG = LoggerFactory.getLogger(CloudService.class);

    private final DataService data;
    private final String pid;
    private final String controlPrefix;
    private final boolean gzip;
    private final LifecyclePayloads payloads;
    private final Set<CloudConnectionListener> connectionListeners = new CopyOnWriteArraySet<>();
    private final Set<CloudDeliveryListener> deliveryListeners = new CopyOnWriteArraySet<>();

    /**
     * Begins to send, if the data service connects by itself.
     *
     * @param data takes messages to the broker
     * @param system says what the gateway is
     * @param faults hears of settings that need a real Kura
     * @param properties its settings
     */
    @Activate
    public CloudService(
            @Reference(name = "DataService") DataService data,
            @Reference SystemService system,
            @Reference Faults faults,
            Map<String, Object> properties) {
        Properties settings = new Properties(properties);
        this.data = data;
        this.pid = settings.pid();
        this.controlPrefix = settings.text("topic.control-prefix", "$EDC");
        this.gzip = settings.flag("encode.gzip", true);
        this.payloads = new LifecyclePayloads(system, displayName(settings, system));
        String encoding = settings.text("payload.encoding", "kura-protobuf");
        if (!"kura-protobuf".equals(encoding)) {
            faults.report(
                    pid,
                    "payload.encoding " + encoding + " needs a real Kura",
                    "kura-protobuf is used; set it to that");
        }
        data.open(this);
    }

    private static String displayName(Properties settings, SystemService system) {
        return switch (settings.text("device.display-name", "").toLowerCase(Locale.ROOT)) {
            case "hostname" -> system.getHostname();
            case "custom" -> settings.text("device.custom-name", "");
            case "server" -> "";
            default -> system.getDeviceName();
        };
    }

    /** Says farewell and sends no more. */
    @Deactivate
    public void stop() {
        data.close();
    }

    @Override
    public String publish(KuraMessage message) throws KuraException {
        Map<String, Object> properties = message.getProperties();
        String appId = String.valueOf(properties.get(PublishProperty.APP_ID.name()));
        String appTopic = String.valueOf(properties.get(PublishProperty.APP_TOPIC.name()));
        boolean control = Boolean.TRUE.equals(properties.get(PublishProperty.CONTROL.name()));
        int qos = properties.get(PublishProperty.QOS.name()) instanceof Integer q ? q : 0;
        boolean retain = Boolean.TRUE.equals(properties.get(PublishProperty.RETAIN.name()));
        String topic = own(appId + "/" + appTopic);
        long id = data.nextId();
        data.publish(
                new Message(
                        id,
                        control ? controlPrefix + "/" + topic : topic,
                        encode(message.getPayload()),
                        Math.min(Math.max(qos, 0), 1),
                        retain));
        return qos == 0 ? null : String.valueOf(id);
    }

    private byte[] encode(KuraPayload payload) throws KuraException {
        try {
            return KapuaPayload.encode(payload, gzip);
        } catch (IllegalArgumentException e) {
            throw new KuraException(KuraErrorCode.ENCODE_ERROR, e, e.getMessage());
        }
    }

    private String own(String rest) {
        return data.account() + "/" + data.clientId() + "/" + rest;
    }

    private Message lifecycle(String name, KuraPayload payload, int qos) {
        return new Message(
                data.nextId(),
                controlPrefix + "/" + own("MQTT/" + name),
                KapuaPayload.encode(payload, gzip),
                qos,
                false);
    }

    @Override
    public Message birth() {
        return lifecycle("BIRTH", payloads.birth(gzip), 1);
    }

    @Override
    public Message farewell() {
        return lifecycle("DC", payloads.farewell(), 0);
    }

    @Override
    public void connected() {
        tell(CloudConnectionListener::onConnectionEstablished);
    }

    @Override
    public void disconnected() {
        tell(CloudConnectionListener::onConnectionLost);
    }

    private void tell(Consumer<CloudConnectionListener> event) {
        for (CloudConnectionListener listener : connectionListeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException | Error e) { // a listener must not stop the sending
                LOG.warn("{}: a listener failed", pid, e);
            }
        }
    }

    @Override
    public void delivered(Message message) {
        if (message.qos() == 0) {
            return; // as in Kura: such a message has no id
        }
        for (CloudDeliveryListener listener : deliveryListeners) {
            try {
                listener.onMessageConfirmed(String.valueOf(message.id()));
            } catch (RuntimeException | Error e) { // as above
                LOG.warn("{}: a listener failed", pid, e);
            }
        }
    }

    @Override
    public void connect() {
        data.want(true);
    }

    @Override
    public void disconnect() {
        data.want(false);
    }

    @Override
    public boolean isConnected() {
        return data.isConnected();
    }

    @Override
    public Map<String, String> getInfo() {
        return Map.of("Account", data.account(), "Client ID", data.clientId());
    }

    /** Nothing arrives without Kura: the subscriber is never called. */
    @Override
    public void registerSubscriber(
            Map<String, Object> subscription, CloudSubscriberListener subscriber) {
        LOG.info("{}: subscriptions need a real Kura; {} is not served", pid, subscription);
    }

    @Override
    public void unregisterSubscriber(CloudSubscriberListener subscriber) {
        // none is registered
    }

    @Override
    public void registerCloudConnectionListener(CloudConnectionListener listener) {
        connectionListeners.add(listener);
    }

    @Override
    public void unregisterCloudConnectionListener(CloudConnectionListener listener) {
        connectionListeners.remove(listener);
    }

    @Override
    public void registerCloudDeliveryListener(CloudDeliveryListener listener) {
        deliveryListeners.add(listener);
    }

    @Override
    public void unregisterCloudDeliveryListener(CloudDeliveryListener listener) {
        deliveryListeners.remove(listener);
    }
}
