package io.wattwire.publish.homeassistant;

import io.wattwire.device.session.FileNames;
import io.wattwire.device.session.StateStore;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.device.wire.RelayPorts;
import io.wattwire.publish.Publisher;
import io.wattwire.publish.QueueSettings;
import io.wattwire.publish.Target;
import io.wattwire.publish.ThinningSettings;
import io.wattwire.publish.control.KuraPlant;
import io.wattwire.publish.mqtt.BrokerSettings;
import io.wattwire.publish.mqtt.KeepAliveSettings;
import java.nio.file.Path;
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
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;

/**
 * Publishes what comes in by wire to an MQTT broker, describes it to Home Assistant, and takes
 * commands from there where the owner allows it.
 */
@Component(
        name = HomeAssistantPublisher.PID,
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
@Designate(ocd = HomeAssistantPublisher.Settings.class, factory = true)
public final class HomeAssistantPublisher extends Publisher {

    static final String PID = "io.wattwire.publish.homeassistant.HomeAssistantPublisher";

    /** What Kura's screen shows. */
    @ObjectClassDefinition(
            id = PID,
            name = "MQTT and Home Assistant publisher",
            description =
                    "Publishes what comes in by wire to an MQTT broker; Home Assistant finds it.")
    interface Settings
            extends BrokerSettings,
                    KeepAliveSettings,
                    HomeAssistantOptions,
                    ThinningSettings,
                    QueueSettings {}

    private final SystemService system;
    private BundleContext context;

    /**
     * An inactive publisher.
     *
     * @param wireHelper Kura's service that connects components with wires
     * @param system Kura's service that knows the data directory and the gateway
     */
    @Activate
    public HomeAssistantPublisher(
            @Reference(name = "WireHelperService") WireHelperService wireHelper,
            @Reference(name = "SystemService") SystemService system) {
        super(wireHelper, system);
        this.system = system;
    }

    @Override
    public synchronized void activate(ComponentContext component, Map<String, Object> properties) {
        context = component.getBundleContext();
        super.activate(component, properties);
    }

    @Override
    protected Supplier<Target> prepare(String owner, SourceSettings settings) {
        String address = system.getPrimaryMacAddress();
        String gateway = address == null ? "gateway" : address.replaceAll("[:-]", "");
        HomeAssistantSettings checked = HomeAssistantSettings.of(owner, gateway, settings);
        Path state =
                Path.of(
                        system.getKuraDataDirectory(),
                        "wattwire",
                        FileNames.of(owner),
                        "homeassistant");
        return checked == null
                ? null
                : () ->
                        new HomeAssistantTarget(
                                owner,
                                checked,
                                new KuraPlant(context),
                                StateStore.inDirectory(state));
    }
}
