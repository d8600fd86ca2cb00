package io.wattwire.source.mqtt;

import io.wattwire.device.source.Emission;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.device.source.WireSource;
import java.util.function.Supplier;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireHelperService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
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
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = {
            "input.cardinality.minimum:Integer=0",
            "input.cardinality.maximum:Integer=0",
            "input.cardinality.default:Integer=0",
            "output.cardinality.minimum:Integer=1",
            "output.cardinality.maximum:Integer=1",
            "output.cardinality.default:Integer=1",
            "kura.ui.service.hide:Boolean=true"
        })
@Designate(ocd = MqttSource.Settings.class, factory = true)
public final class MqttSource extends WireSource {

    static final String PID = "io.wattwire.source.mqtt.MqttSource";

    /** What Kura's screen shows. */
    @ObjectClassDefinition(
            id = PID,
            name = "MQTT source",
            description = "Numbers from messages on an MQTT broker.")
    @interface Settings {

        /** Host of the broker. */
        @AttributeDefinition(
                name = "Host",
                description = "Name or address of the broker.",
                required = false)
        String host() default "localhost";

        /** Its port. */
        @AttributeDefinition(
                name = "Port",
                description = "Empty: 1883, with TLS 8883.",
                required = false,
                min = "1",
                max = "65535")
        int port();

        /** Encryption. */
        @AttributeDefinition(
                name = "TLS",
                description = "Needed wherever others share the network.",
                required = false)
        boolean tls() default false;

        /** Who certifies the broker. */
        @AttributeDefinition(
                name = "TLS authority",
                description = "File with certificates in PEM form. Empty: Java's trust store.",
                required = false)
        String tls_ca();

        /** Account. */
        @AttributeDefinition(name = "User name", description = "Empty: none.", required = false)
        String username();

        /** Secret of the account. */
        @AttributeDefinition(
                name = "Password",
                description = "Kura keeps it encrypted.",
                required = false,
                type = AttributeType.PASSWORD)
        String password();

        /** Name at the broker. */
        @AttributeDefinition(
                name = "Client id",
                description = "Empty: wattwire- and the name of this component.",
                required = false)
        String client_id();

        /** What to listen to. */
        @AttributeDefinition(
                name = "Topic",
                description = "May have the wildcards + and #.",
                required = false)
        String topic() default "meter";

        /** How messages are written. */
        @AttributeDefinition(
                name = "Format",
                description = "How the messages are written.",
                required = false,
                options = {
                    @Option(label = "JSON object of numbers", value = "json"),
                    @Option(label = "P1 telegram as JSON", value = "p1"),
                    @Option(label = "One number", value = "number")
                })
        String format() default "json";

        /** Name of a lone number. */
        @AttributeDefinition(
                name = "Value name",
                description = "For one number: what it is, for example grid_power.",
                required = false)
        String value_name();

        /** Offset of the imported energy, Wh. */
        @AttributeDefinition(
                name = "Import offset (Wh)",
                description = "For P1: taken off the imported energy.",
                required = false,
                min = "0")
        double offset_import_wh();

        /** Offset of the exported energy, Wh. */
        @AttributeDefinition(
                name = "Export offset (Wh)",
                description = "For P1: taken off the exported energy.",
                required = false,
                min = "0")
        double offset_export_wh();

        /** Life sign, s. */
        @AttributeDefinition(
                name = "Keep alive (s)",
                description = "After one and a half of it without a sign the connection is lost.",
                required = false,
                min = "5",
                max = "3600")
        int keep_alive_s() default 60;

        /** Topic of the last will. */
        @AttributeDefinition(
                name = "Last will, topic",
                description = "Empty: no last will.",
                required = false)
        String will_topic();

        /** Text of the last will. */
        @AttributeDefinition(
                name = "Last will, message",
                description = "What the broker publishes when this source is gone.",
                required = false)
        String will_message() default "offline";
    }

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
