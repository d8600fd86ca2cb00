package io.wattwire.publish.pvoutput;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.session.FileNames;
import io.wattwire.device.session.StateStore;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.device.wire.RelayPorts;
import io.wattwire.publish.Publisher;
import io.wattwire.publish.QueueSettings;
import io.wattwire.publish.Target;
import io.wattwire.publish.pvoutput.api.DeadLetters;
import io.wattwire.publish.pvoutput.api.PvOutputAccess;
import io.wattwire.publish.pvoutput.api.PvOutputClient;
import java.nio.file.Path;
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
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;

/** Tells PVOutput what comes in by wire, one status per interval. */
@Component(
        name = PvOutputPublisher.PID,
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
@Designate(ocd = PvOutputPublisher.Settings.class, factory = true)
public final class PvOutputPublisher extends Publisher {

    static final String PID = "io.wattwire.publish.pvoutput.PvOutputPublisher";

    private final SystemService system;
    private String rules = "";

    /** What Kura's screen shows. */
    @ObjectClassDefinition(
            id = PID,
            name = "PVOutput publisher",
            description =
                    "Tells PVOutput what comes in by wire, a status per interval. Values wait on"
                            + " disk while it is away.")
    interface Settings extends QueueSettings {

        /** Where PVOutput is. */
        @AttributeDefinition(
                name = "URL",
                description = "Of the service; leave it.",
                required = false,
                defaultValue = PvOutputAccess.SERVICE)
        String url();

        /** Whose values. */
        @AttributeDefinition(
                name = "System id",
                description = "The number on PVOutput's settings page.",
                required = false)
        String system_id();

        /** Secret of the account. */
        @AttributeDefinition(
                name = "API key",
                description =
                        "From PVOutput's settings page; not the read-only one. Kura keeps it encrypted.",
                required = false,
                type = AttributeType.PASSWORD)
        String api_key();

        /** Length of an interval. */
        @AttributeDefinition(
                name = "Status interval (min)",
                description = "5, 10 or 15, as the system has it at PVOutput.",
                required = false,
                defaultValue = "5",
                options = {
                    @Option(label = "5", value = "5"),
                    @Option(label = "10", value = "10"),
                    @Option(label = "15", value = "15")
                })
        int interval();

        /** Local time. */
        @AttributeDefinition(
                name = "Time zone",
                description = "Of the site, for example Europe/Amsterdam. Empty: the gateway's.",
                required = false)
        String zone();

        /** Energy generated. */
        @AttributeDefinition(
                name = "Generation, energy",
                description =
                        "asset/channel in kWh, for example inverter/pv_energy_today; + between several.",
                required = false)
        String generation_energy();

        /** Power generated. */
        @AttributeDefinition(
                name = "Generation, power",
                description = "For example inverter/pv_power; + between several.",
                required = false)
        String generation_power();

        /** Energy consumed. */
        @AttributeDefinition(
                name = "Consumption, energy",
                description = "For example house/load_energy_total.",
                required = false)
        String consumption_energy();

        /** Power consumed. */
        @AttributeDefinition(
                name = "Consumption, power",
                description = "For example house/load_power.",
                required = false)
        String consumption_power();

        /** What flows through the grid connection. */
        @AttributeDefinition(
                name = "Grid power (net)",
                description =
                        "Instead of generation and consumption, for example meter/grid_power; + is import.",
                required = false)
        String net_power();

        /** Temperature. */
        @AttributeDefinition(
                name = "Temperature",
                description = "For example inverter/inverter_temperature.",
                required = false)
        String temperature();

        /** Voltage. */
        @AttributeDefinition(
                name = "Voltage",
                description = "Up to 300 V, for example meter/grid_voltage_l1.",
                required = false)
        String voltage();

        /** Further values. */
        @AttributeDefinition(
                name = "Extended values",
                description =
                        "v7 = battery/battery_soc; v8 = battery/battery_power; up to v12. PVOutput wants a donation for these.",
                required = false)
        String extended();

        /** Whether days are told. */
        @AttributeDefinition(
                name = "Daily output",
                description = "Also tell each day's sum when it is over.",
                required = false,
                defaultValue = "false")
        boolean output();

        /** Energy fed in. */
        @AttributeDefinition(
                name = "Export, energy",
                description = "For the daily output, for example meter/grid_energy_export.",
                required = false)
        String export_energy();

        /** Energy taken. */
        @AttributeDefinition(
                name = "Import, energy",
                description = "For the daily output, for example meter/grid_energy_import.",
                required = false)
        String import_energy();
    }

    /**
     * An inactive publisher.
     *
     * @param wireHelper Kura's service that connects components with wires
     * @param system Kura's service that knows the data directory
     */
    @Activate
    public PvOutputPublisher(
            @Reference(name = "WireHelperService") WireHelperService wireHelper,
            @Reference(name = "SystemService") SystemService system) {
        super(wireHelper, system);
        this.system = system;
    }

    @Override
    protected Supplier<Target> prepare(String owner, SourceSettings settings) {
        PvOutputSettings checked = PvOutputSettings.of(settings);
        if (checked == null) {
            return null;
        }
        rules = checked.plan().rules();
        Path own = Path.of(system.getKuraDataDirectory(), "wattwire", FileNames.of(owner));
        return () -> target(checked, own, Timekeeper.real());
    }

    static PvOutputTarget target(PvOutputSettings settings, Path own, Timekeeper time) {
        Caller caller = new Caller(new PvOutputClient(settings.access()), time);
        BookFile file = new BookFile(StateStore.inDirectory(own));
        Losses losses = new Losses(new DeadLetters(own));
        return new PvOutputTarget(settings.plan(), caller, time, file, losses);
    }

    @Override
    protected String rules(SettingsReader settings) {
        return rules;
    }
}
