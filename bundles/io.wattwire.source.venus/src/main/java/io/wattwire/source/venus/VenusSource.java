package io.wattwire.source.venus;

import io.wattwire.device.source.Emission;
import io.wattwire.device.source.EmitterPorts;
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
 * What a Victron GX knows of the house, as a wire emitter: one record for each measurement of each
 * device, under the common points' names.
 */
@Component(
        name = VenusSource.PID,
        service = {
            ConfigurableComponent.class,
            WireComponent.class,
            WireEmitter.class,
            Producer.class
        },
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@EmitterPorts
@Designate(ocd = VenusSource.Settings.class, factory = true)
public final class VenusSource extends WireSource {

    static final String PID = "io.wattwire.source.venus.VenusSource";

    /** What Kura's screen shows. */
    @ObjectClassDefinition(
            id = PID,
            name = "Victron GX source",
            description = "What a Victron GX knows of the house.")
    @interface Settings {

        /** How the GX is read. */
        @AttributeDefinition(
                name = "Transport",
                description = "How the GX is read.",
                required = false,
                options = {
                    @Option(label = "MQTT, the GX's broker", value = "mqtt"),
                    @Option(label = "D-Bus", value = "dbus")
                })
        String transport() default "mqtt";

        /** Address of the D-Bus. */
        @AttributeDefinition(
                name = "D-Bus, address",
                description = "For D-Bus: venus.local:78, or unix:path= and a tunnelled socket.",
                required = false)
        String address();

        /** Who we are on the bus. */
        @AttributeDefinition(
                name = "D-Bus, user id",
                description = "For a tunnelled socket: 0, the GX's root. Empty: our own.",
                required = false,
                min = "0")
        int uid();

        /** Host of the GX. */
        @AttributeDefinition(
                name = "Host",
                description = "Name or address of the GX, such as venus.local.",
                required = false)
        String host();

        /** Port of its broker. */
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
                description = "Needed when the GX's network security is Secured.",
                required = false)
        boolean tls() default false;

        /** Own authority. */
        @AttributeDefinition(
                name = "TLS, certificates",
                description =
                        "File of the GX's certificate in PEM form. Empty: Java's trust store.",
                required = false)
        String tls_ca();

        /** Account. */
        @AttributeDefinition(
                name = "User name",
                description = "A GX takes any, but wants one with a password.",
                required = false)
        String username();

        /** Secret of the account. */
        @AttributeDefinition(
                name = "Password",
                description = "The GX's own password. Kura keeps it encrypted.",
                required = false,
                type = AttributeType.PASSWORD)
        String password();

        /** Name at the broker. */
        @AttributeDefinition(
                name = "Client id",
                description = "Empty: wattwire- and the name of this component.",
                required = false)
        String client_id();

        /** Which GX. */
        @AttributeDefinition(
                name = "Portal id",
                description = "VRM portal ID of the GX. Empty: the one that the broker shows.",
                required = false)
        String portal_id();

        /** Source of the grid's values. */
        @AttributeDefinition(
                name = "Grid",
                description = "grid, of several grid/30; system; or - for none.",
                required = false)
        String grid() default "grid";

        /** Source of a PV inverter's values. */
        @AttributeDefinition(
                name = "PV inverter",
                description = "pvinverter, of several pvinverter/20; or - for none.",
                required = false)
        String inverter() default "pvinverter";

        /** Source of the battery's values. */
        @AttributeDefinition(
                name = "Battery",
                description = "battery, of several battery/512; system; or - for none.",
                required = false)
        String battery() default "battery";

        /** Source of the solar chargers' sum. */
        @AttributeDefinition(
                name = "Solar chargers",
                description = "system, or - for none.",
                required = false)
        String pv() default "system";

        /** Source of the load. */
        @AttributeDefinition(
                name = "Load",
                description = "system, or - for none.",
                required = false)
        String load() default "system";

        /** Life sign, s. */
        @AttributeDefinition(
                name = "Keep alive (s)",
                description = "After one and a half of it without a sign the connection is lost.",
                required = false,
                min = "5",
                max = "3600")
        int keep_alive_s() default 30;
    }

    /**
     * An inactive source.
     *
     * @param wireHelper Kura's service that connects components with wires
     */
    @Activate
    public VenusSource(@Reference(name = "WireHelperService") WireHelperService wireHelper) {
        super(wireHelper);
    }

    @Override
    protected Supplier<AutoCloseable> prepare(
            String owner, SourceSettings settings, Emission emission) {
        VenusSettings checked = VenusSettings.of(owner, settings);
        if (checked == null) {
            return null;
        }
        return checked.bus().isPresent()
                ? () -> new VenusBus(owner, checked.bus().get(), checked, emission)
                : () -> new VenusMqtt(owner, checked, emission);
    }
}
