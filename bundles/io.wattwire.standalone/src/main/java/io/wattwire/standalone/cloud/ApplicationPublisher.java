package io.wattwire.standalone.cloud;

import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.util.PidTracker;
import io.wattwire.standalone.util.Properties;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.CloudConnectionConstants;
import org.eclipse.kura.cloudconnection.CloudConnectionManager;
import org.eclipse.kura.cloudconnection.CloudEndpoint;
import org.eclipse.kura.cloudconnection.listener.CloudConnectionListener;
import org.eclipse.kura.cloudconnection.listener.CloudDeliveryListener;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.publisher.CloudPublisher;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Kura's publisher of application messages: adds application id, topic and quality of service. A
 * placeholder {@code $name} of the topic becomes the property {@code name} of the message; one that
 * the message does not have stays as it is.
 */
@Component(
        name = ApplicationPublisher.PID,
        service = {CloudPublisher.class, ConfigurableComponent.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = {
            "kura.ui.service.hide:Boolean=true",
            "cloud.connection.factory.pid=org.eclipse.kura.cloud.CloudService"
        })
public final class ApplicationPublisher implements CloudPublisher, ConfigurableComponent {
    /** The component's name, as in Kura. */
    static final String PID = "org.eclipse.kura.cloud.publisher.CloudPublisher";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$([^\\s/]+)");

    private final String pid;
    private final String endpointPid;
    private final String appTopic;
    private final Map<String, Object> options;
    private final PidTracker<CloudEndpoint> tracker;
    private final Set<CloudConnectionListener> connectionListeners = new CopyOnWriteArraySet<>();
    private final Set<CloudDeliveryListener> deliveryListeners = new CopyOnWriteArraySet<>();
    private volatile CloudEndpoint endpoint;

    /**
     * Publishes whenever its endpoint is there.
     *
     * @param context the framework
     * @param faults hears of settings that are refused
     * @param properties its settings
     */
    @Activate
    public ApplicationPublisher(
            BundleContext context, @Reference Faults faults, Map<String, Object> properties) {
        Properties settings = new Properties(properties);
        pid = settings.pid();
        endpointPid =
                settings.text(
                        CloudConnectionConstants.CLOUD_ENDPOINT_SERVICE_PID_PROP_NAME.value(),
                        CloudService.PID);
        appTopic = settings.text("app.topic", "A1/$assetName");
        options = options(settings, faults);
        tracker =
                new PidTracker<>(
                        context, CloudEndpoint.class, endpointPid, this::attach, this::detach);
        tracker.open();
    }

    private static Map<String, Object> options(Properties settings, Faults faults) {
        int qos = 0;
        try {
            qos = settings.number("qos", 0, 0, 1);
        } catch (IllegalArgumentException e) {
            faults.report(settings.pid(), e.getMessage(), "0 is used until then");
        }
        return Map.of(
                PublishProperty.APP_ID.name(), settings.text("appId", "W1"),
                PublishProperty.QOS.name(), qos,
                PublishProperty.RETAIN.name(), settings.flag("retain", false),
                PublishProperty.CONTROL.name(),
                        "control".equals(settings.text("message.type", "data")));
    }

    private void attach(CloudEndpoint found) {
        endpoint = found;
        deliveryListeners.forEach(found::registerCloudDeliveryListener);
        if (found instanceof CloudConnectionManager manager) {
            connectionListeners.forEach(manager::registerCloudConnectionListener);
        }
    }

    private void detach(CloudEndpoint gone) {
        if (endpoint == gone) {
            endpoint = null;
        }
        deliveryListeners.forEach(gone::unregisterCloudDeliveryListener);
        if (gone instanceof CloudConnectionManager manager) {
            connectionListeners.forEach(manager::unregisterCloudConnectionListener);
        }
    }

    /** Publishes no more. */
    @Deactivate
    public void stop() {
        tracker.close();
    }

    @Override
    public String publish(KuraMessage message) throws KuraException {
        CloudEndpoint target = endpoint;
        if (target == null) {
            throw new KuraException(
                    KuraErrorCode.SERVICE_UNAVAILABLE,
                    "%s: cloud endpoint %s is not there; configure it, or correct cloud.endpoint.service.pid"
                            .formatted(pid, endpointPid));
        }
        Map<String, Object> properties = new HashMap<>(options);
        properties.put(PublishProperty.APP_TOPIC.name(), fill(appTopic, message.getProperties()));
        return target.publish(new KuraMessage(message.getPayload(), properties));
    }

    /** Replaces the placeholders; what a topic cannot contain becomes a dash. */
    static String fill(String topic, Map<String, Object> values) {
        Matcher matcher = PLACEHOLDER.matcher(topic);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            Object value = values.get(matcher.group(1));
            String text = value == null ? matcher.group() : topicSafe(value.toString());
            matcher.appendReplacement(filled, Matcher.quoteReplacement(text));
        }
        return matcher.appendTail(filled).toString();
    }

    private static String topicSafe(String text) {
        return text.replaceAll("[+#\\x00]", "-");
    }

    @Override
    public void registerCloudConnectionListener(CloudConnectionListener listener) {
        connectionListeners.add(listener);
        if (endpoint instanceof CloudConnectionManager manager) {
            manager.registerCloudConnectionListener(listener);
        }
    }

    @Override
    public void unregisterCloudConnectionListener(CloudConnectionListener listener) {
        connectionListeners.remove(listener);
        if (endpoint instanceof CloudConnectionManager manager) {
            manager.unregisterCloudConnectionListener(listener);
        }
    }

    @Override
    public void registerCloudDeliveryListener(CloudDeliveryListener listener) {
        deliveryListeners.add(listener);
        CloudEndpoint target = endpoint;
        if (target != null) {
            target.registerCloudDeliveryListener(listener);
        }
    }

    @Override
    public void unregisterCloudDeliveryListener(CloudDeliveryListener listener) {
        deliveryListeners.remove(listener);
        CloudEndpoint target = endpoint;
        if (target != null) {
            target.unregisterCloudDeliveryListener(listener);
        }
    }
}
