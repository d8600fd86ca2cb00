package io.wattwire.publish.influxdb;

import io.wattwire.device.source.AccountSettings;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.device.wire.RelayPorts;
import io.wattwire.publish.Publisher;
import io.wattwire.publish.QueueSettings;
import io.wattwire.publish.Target;
import io.wattwire.publish.ThinningSettings;
import java.util.function.Supplier;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.system.SystemService;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;

/** Writes what comes in by wire to an InfluxDB, version 1, 2 or 3. */
@Component(
        name = InfluxPublisher.PID,
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
@Designate(ocd = InfluxPublisher.Settings.class, factory = true)
public final class InfluxPublisher extends Publisher {

    static final String PID = "io.wattwire.publish.influxdb.InfluxPublisher";

    /** What Kura's screen shows. */
    @ObjectClassDefinition(
            id = PID,
            name = "InfluxDB publisher",
            description =
                    "Writes what comes in by wire. Values wait on disk while the database is away.")
    interface Settings extends AccountSettings, ThinningSettings, QueueSettings {

        /** Address of the database. */
        @AttributeDefinition(
                name = "URL",
                description = "http or https, name or address, and port.",
                required = false,
                defaultValue = "http://localhost:8086")
        String url();

        /** Which way to write. */
        @AttributeDefinition(
                name = "API",
                description = "v1 for InfluxDB 1, v2 for InfluxDB 2 and 3.",
                required = false,
                defaultValue = "v1",
                options = {
                    @Option(label = "v1", value = "v1"),
                    @Option(label = "v2", value = "v2")
                })
        String api();

        /** Where values go. */
        @AttributeDefinition(
                name = "Database or bucket",
                description = "It must be there already.",
                required = false)
        String database();

        /** Owner of the bucket. */
        @AttributeDefinition(
                name = "Organization",
                description = "InfluxDB 2 only.",
                required = false)
        String organization();

        /** How long InfluxDB 1 keeps values. */
        @AttributeDefinition(
                name = "Retention policy",
                description = "InfluxDB 1 only. Empty: the database's default.",
                required = false)
        String retention_policy();

        /** Name of the measurement. */
        @AttributeDefinition(
                name = "Measurement",
                description = "All values are fields of it, named as their channels.",
                required = false,
                defaultValue = "wattwire")
        String measurement();

        /** Further tags. */
        @AttributeDefinition(
                name = "Tags",
                description =
                        "Besides asset: site=home for all, meter/device=sdm630 for one asset;"
                                + " semicolons between.",
                required = false)
        String tags();
    }

    /**
     * An inactive publisher.
     *
     * @param wireHelper Kura's service that connects components with wires
     * @param system Kura's service that knows the data directory
     */
    @Activate
    public InfluxPublisher(
            @Reference(name = "WireHelperService") WireHelperService wireHelper,
            @Reference(name = "SystemService") SystemService system) {
        super(wireHelper, system);
    }

    @Override
    protected Supplier<Target> prepare(String owner, SourceSettings settings) {
        InfluxSettings checked = InfluxSettings.of(settings);
        return checked == null ? null : () -> new InfluxTarget(checked);
    }
}
