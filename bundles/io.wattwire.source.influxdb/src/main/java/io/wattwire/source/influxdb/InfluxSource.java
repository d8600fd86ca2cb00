package io.wattwire.source.influxdb;

import io.wattwire.device.source.AccountSettings;
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
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.wireadmin.Producer;

/**
 * The newest values of a measurement in InfluxDB, as a wire emitter: one record for each new point.
 * It asks in InfluxQL, which InfluxDB 1.x answers, and 2.x for a mapped bucket.
 */
@Component(
        name = InfluxSource.PID,
        service = {
            ConfigurableComponent.class,
            WireComponent.class,
            WireEmitter.class,
            Producer.class
        },
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@EmitterPorts
@Designate(ocd = InfluxSource.Settings.class, factory = true)
public final class InfluxSource extends WireSource {

    static final String PID = "io.wattwire.source.influxdb.InfluxSource";

    /** What Kura's screen shows. */
    @ObjectClassDefinition(
            id = PID,
            name = "InfluxDB source",
            description = "The newest values of a measurement.")
    interface Settings extends AccountSettings {

        /** Address of the database. */
        @AttributeDefinition(
                name = "URL",
                description = "http or https, name or address, and port.",
                required = false,
                defaultValue = "http://localhost:8086")
        String url();

        /** Name of the database. */
        @AttributeDefinition(
                name = "Database",
                description = "With InfluxDB 2 the name that its bucket is mapped to.",
                required = false)
        String database();

        /** Measurement that has the values. */
        @AttributeDefinition(
                name = "Measurement",
                description = "Its fields are named as the values that are wanted.",
                required = false)
        String measurement();

        /** Tag of the meter. */
        @AttributeDefinition(
                name = "Tag",
                description = "Only points that have this tag. Empty: all.",
                required = false)
        String where_key();

        /** Value of the tag. */
        @AttributeDefinition(
                name = "Tag's value",
                description = "What the tag must be.",
                required = false)
        String where_value();

        /** Time between two questions, s. */
        @AttributeDefinition(
                name = "Interval (s)",
                description = "Time between two questions.",
                required = false,
                defaultValue = "5",
                min = "1",
                max = "3600")
        int interval_s();

        /** Oldest point that counts, s. */
        @AttributeDefinition(
                name = "Oldest value (s)",
                description = "Points that are older are not seen.",
                required = false,
                defaultValue = "10",
                min = "1",
                max = "3600")
        int max_age_s();
    }

    /**
     * An inactive source.
     *
     * @param wireHelper Kura's service that connects components with wires
     */
    @Activate
    public InfluxSource(@Reference(name = "WireHelperService") WireHelperService wireHelper) {
        super(wireHelper);
    }

    @Override
    protected Supplier<AutoCloseable> prepare(
            String owner, SourceSettings settings, Emission emission) {
        InfluxSettings checked = InfluxSettings.of(settings);
        return checked == null ? null : () -> new Polling(owner, checked, emission);
    }
}
