package io.wattwire.source.mqtt;

import io.wattwire.device.source.Emission;
import io.wattwire.device.source.EmitterPorts;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.device.source.WireSource;
import io.wattwire.publish.mqtt.BrokerSettings;
import java.util.function.Supplier;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireHelperService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.wireadmin.Producer;

/**
 * Values that somebody publishes on an MQTT broker, as a wire emitter: one record for each message.
 */
@Component(
        name = MqttSource.PID,
        service = {
            ConfigurableComponent.class,
            WireComponent.class,
            WireEmitter.class,
            Producer.class
        },
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@EmitterPorts
@Designate(ocd = MqttSource.Settings.class, factory = true)
public final class MqttSource extends WireSource {

    static final String PID = "io.wattwire.source.mqtt.MqttSource";

    /** What Kura's screen shows. */
    @ObjectClassDefinition(
            id = PID,
            name = "MQTT source",
            description = "Numbers from messages on an MQTT broker.")
    interface Settings extends BrokerSettings, MessageSettings {}

    /**
     * An inactive source.
     *
     * @param wireHelper Kura's service that connects components with wires
     */
    @Activate
    public MqttSource(@Reference(name = "WireHelperService") WireHelperService wireHelper) {
        super(wireHelper);
    }

    @Override
    protected Supplier<AutoCloseable> prepare(
            String owner, SourceSettings settings, Emission emission) {
        MqttSettings checked = MqttSettings.of(owner, settings);
        return checked == null ? null : () -> new Subscription(owner, checked, emission);
    }
}
