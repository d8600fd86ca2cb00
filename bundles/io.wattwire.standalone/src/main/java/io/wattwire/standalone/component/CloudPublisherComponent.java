package io.wattwire.standalone.component;

import io.wattwire.standalone.util.FailureLog;
import io.wattwire.standalone.util.Properties;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.cloudconnection.message.KuraMessage;
import org.eclipse.kura.cloudconnection.publisher.CloudPublisher;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireRecord;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.wireadmin.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands each wire record to a cloud publisher: every property becomes a metric, and the same values
 * fill the placeholders of the topic. As in Kura the payload has the time of publishing; the time
 * of the sample is in the metrics {@code <channel>_timestamp}. Positions are not sent.
 */
@Component(
        name = CloudPublisherComponent.PID,
        service = {
            ConfigurableComponent.class,
            WireComponent.class,
            WireReceiver.class,
            Consumer.class
        },
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = "kura.ui.service.hide:Boolean=true")
public final class CloudPublisherComponent extends Wired
        implements WireReceiver, ConfigurableComponent {
    /** The component's name, as in Kura. */
    static final String PID = "org.eclipse.kura.wire.CloudPublisher";

    private static final Logger LOG = LoggerFactory.getLogger(CloudPublisherComponent.class);

    private final String bodyProperty;
    private final boolean bodyOnly;
    private final FailureLog failures;

    /** The publisher that {@code CloudPublisher.target} chooses; SCR applies the filter. */
    @Reference(
            name = "CloudPublisher",
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC)
    volatile CloudPublisher publisher;

    /**
     * Publishes from now on, whenever there is a publisher.
     *
     * @param helper makes the wire support
     * @param context of the component
     * @param properties its settings
     */
    @Activate
    public CloudPublisherComponent(
            @Reference WireHelperService helper,
            ComponentContext context,
            Map<String, Object> properties) {
        super(helper, context);
        Properties settings = new Properties(properties);
        bodyProperty = settings.text("set.body.from.property", "").trim();
        bodyOnly = settings.flag("remove.body.from.metrics", false);
        failures = new FailureLog(LOG, settings.pid() + ": publishing");
    }

    @Override
    public void onWireReceive(WireEnvelope envelope) {
        CloudPublisher target = publisher;
        if (target == null) {
            return; // as in Kura
        }
        try {
            for (WireRecord record : envelope.getRecords()) {
                target.publish(message(record));
            }
            failures.worked();
        } catch (KuraException | RuntimeException e) {
            failures.failed(e);
        }
    }

    private KuraMessage message(WireRecord record) {
        Map<String, Object> properties = new HashMap<>();
        record.getProperties().forEach((name, value) -> properties.put(name, value.getValue()));
        KuraPayload payload = new KuraPayload();
        payload.setTimestamp(new Date());
        if (!bodyProperty.isEmpty()) {
            setBody(payload, properties.get(bodyProperty));
            if (bodyOnly) {
                properties.remove(bodyProperty);
            }
        }
        properties.forEach(payload::addMetric);
        return new KuraMessage(payload, properties);
    }

    private static void setBody(KuraPayload payload, Object value) {
        if (value instanceof String text) {
            payload.setBody(text.getBytes(StandardCharsets.UTF_8));
        } else if (value instanceof byte[] bytes) {
            payload.setBody(bytes);
        }
    }
}
