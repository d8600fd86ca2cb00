package io.wattwire.standalone.cloud;

import io.wattwire.standalone.kapua.KapuaPayload;
import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.request.AssetRequests;
import io.wattwire.standalone.request.ControlSettings;
import io.wattwire.standalone.request.Requests;
import io.wattwire.standalone.util.Properties;
import java.util.Map;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.CloudConnectionManager;
import org.eclipse.kura.cloudconnection.CloudEndpoint;
import org.eclipse.kura.cloudconnection.listener.CloudConnectionListener;
import org.eclipse.kura.cloudconnection.listener.CloudDeliveryListener;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.request.RequestHandler;
import org.eclipse.kura.cloudconnection.subscriber.listener.CloudSubscriberListener;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.kura.system.SystemService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kura's cloud service towards Kapua: topics, payloads, birth and farewell, and requests for
 * assets. Other requests and subscriptions need a real Kura.
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
    private final String controlPrefix;
    private final boolean gzip;
    private final LifecyclePayloads payloads;
    private final Requests requests;
    private final Listeners listeners;

    /**
     * Begins to send, if the data service connects by itself.
     *
     * @param context the framework, for its assets
     * @param data takes messages to the broker
     * @param system says what the gateway is
     * @param faults hears of settings that need a real Kura
     * @param properties its settings
     */
    @Activate
    public CloudService(
            BundleContext context,
            @Reference(name = "DataService") DataService data,
            @Reference SystemService system,
            @Reference Faults faults,
            Map<String, Object> properties) {
        this(
                data,
                system,
                faults,
                new Properties(properties),
                handlers(context, faults, properties));
    }

    CloudService(
            DataService data,
            SystemService system,
            Faults faults,
            Properties settings,
            Map<String, RequestHandler> handlers) {
        this.data = data;
        String pid = settings.pid();
        this.listeners = new Listeners(pid);
        this.controlPrefix = settings.text("topic.control-prefix", "$EDC");
        this.gzip = settings.flag("encode.gzip", true);
        this.requests = new Requests(pid, handlers, this::reply);
        this.payloads = new LifecyclePayloads(settings, system, requests.applications());
        String encoding = settings.text("payload.encoding", "kura-protobuf");
        if (!"kura-protobuf".equals(encoding)) {
            faults.report(
                    pid,
                    "payload.encoding " + encoding + " needs a real Kura",
                    "kura-protobuf is used; set it to that");
        }
        data.open(this);
    }

    /** Requests are answered where Kura would hear of them. */
    private static Map<String, RequestHandler> handlers(
            BundleContext context, Faults faults, Map<String, Object> properties) {
        Properties settings = new Properties(properties);
        return settings.flag("enable.default.subscriptions", true)
                ? Map.of(
                        AssetRequests.APPLICATION,
                        AssetRequests.of(context, new ControlSettings(properties, faults)))
                : Map.of();
    }

    /** Says farewell and sends no more. */
    @Deactivate
    public void stop() {
        requests.close();
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

    private void reply(String rest, KuraPayload answer) {
        String topic = controlPrefix + "/" + data.account() + "/" + rest;
        data.answer(new Message(data.nextId(), topic, KapuaPayload.encode(answer, gzip), 0, false));
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
        if (!requests.applications().isEmpty()) {
            data.hear(controlPrefix + "/" + own(""), requests::arrived);
        }
        listeners.established();
    }

    @Override
    public void disconnected() {
        listeners.lost();
    }

    @Override
    public void delivered(Message message) {
        if (message.qos() > 0) { // as in Kura: another one has no id
            listeners.confirmed(message.id());
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
        LOG.info("Subscriptions need a real Kura; {} is not served", subscription);
    }

    @Override
    public void unregisterSubscriber(CloudSubscriberListener subscriber) {
        // none is registered
    }

    @Override
    public void registerCloudConnectionListener(CloudConnectionListener listener) {
        listeners.connection().add(listener);
    }

    @Override
    public void unregisterCloudConnectionListener(CloudConnectionListener listener) {
        listeners.connection().remove(listener);
    }

    @Override
    public void registerCloudDeliveryListener(CloudDeliveryListener listener) {
        listeners.delivery().add(listener);
    }

    @Override
    public void unregisterCloudDeliveryListener(CloudDeliveryListener listener) {
        listeners.delivery().remove(listener);
    }
}
