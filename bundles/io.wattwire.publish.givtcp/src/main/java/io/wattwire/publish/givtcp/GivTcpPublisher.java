package io.wattwire.publish.givtcp;

import io.wattwire.device.source.SourceSettings;
import io.wattwire.device.wire.RelayPorts;
import io.wattwire.publish.Publisher;
import io.wattwire.publish.QueueSettings;
import io.wattwire.publish.Target;
import io.wattwire.publish.ThinningSettings;
import io.wattwire.publish.control.KuraPlant;
import io.wattwire.publish.mqtt.BrokerSettings;
import io.wattwire.publish.mqtt.KeepAliveSettings;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.system.SystemService;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;

/**
 * Publishes the values of GivEnergy assets as GivTCP does, and takes its commands where the owner
 * allows it.
 */
@Component(
        name = GivTcpPublisher.PID,
        service = {
            ConfigurableComponent.class,
            WireComponent.class,
            WireReceiver.class,
            WireEmitter.class,
            Producer.class,
            Consumer.class
        },
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@RelayPorts(input_port_names = "0=values", output_port_names = "0=health")
@Designate(ocd = GivTcpPublisher.Settings.class, factory = true)
public final class GivTcpPublisher extends Publisher {

    static final String PID = "io.wattwire.publish.givtcp.GivTcpPublisher";

    /** What Kura's screen shows. */
    @ObjectClassDefinition(
            id = PID,
            name = "GivTCP compatible publisher",
            description =
                    "Publishes GivEnergy inverters and batteries with GivTCP's topics and names.")
    interface Settings
            extends BrokerSettings,
                    KeepAliveSettings,
                    GivTcpOptions,
                    ThinningSettings,
                    QueueSettings {

        /** Broker. */
        @AttributeDefinition(
                name = "MQTT",
                description = "Publishes to a broker. GivTCP's MQTT_OUTPUT.",
                required = false,
                defaultValue = "true")
        boolean mqtt();
    }

    private BundleContext context;

    /**
     * An inactive publisher.
     *
     * @param wireHelper Kura's service that connects components with wires
     * @param system Kura's service that knows the data directory and the gateway
     */
    @Activate
    public GivTcpPublisher(
            @Reference(name = "WireHelperService") WireHelperService wireHelper,
            @Reference(name = "SystemService") SystemService system) {
        super(wireHelper, system);
    }

    @Override
    public synchronized void activate(ComponentContext component, Map<String, Object> properties) {
        context = component.getBundleContext();
        super.activate(component, properties);
    }

    @Override
    protected Supplier<Target> prepare(String owner, SourceSettings settings) {
        GivTcpSettings checked = GivTcpSettings.of(owner, settings);
        return checked == null
                ? null
                : () -> new GivTcpTarget(owner, checked, new KuraPlant(context));
    }
}
