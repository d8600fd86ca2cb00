package io.wattwire.publish;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.wire.RelayPorts;
import io.wattwire.device.wire.WiredComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireRecord;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Thins values out on their way to a receiver that takes all it gets, such as Kura's CloudPublisher
 * or a database. Numbers leave as doubles or longs, whatever the channel's width, so that the type
 * of a channel never changes. What a window has so far is in memory: a restart begins a new one.
 * Thread-safe.
 */
@Component(
        name = ThinOut.PID,
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
@RelayPorts(input_port_names = "0=values", output_port_names = "0=fewer")
@Designate(ocd = ThinOut.Settings.class, factory = true)
public final class ThinOut extends WiredComponent implements WireReceiver, WireEmitter {

    static final String PID = "io.wattwire.publish.ThinOut";

    private static final Logger LOG = LoggerFactory.getLogger(ThinOut.class);

    /** What Kura's screen shows. */
    @ObjectClassDefinition(
            id = PID,
            name = "Wattwire thin out",
            description = "Passes fewer values on: means, last values, or changes.")
    interface Settings extends ThinningSettings {}

    private Thinning thinning = new Thinning(Rules.parse("", problem -> {}));

    /**
     * An inactive component.
     *
     * @param wireHelper Kura's service that connects components with wires
     */
    @Activate
    public ThinOut(@Reference(name = "WireHelperService") WireHelperService wireHelper) {
        super(wireHelper, "thin-out");
    }

    /**
     * Starts.
     *
     * @param context of this component
     * @param properties the configuration, unchecked
     */
    @Activate
    public synchronized void activate(ComponentContext context, Map<String, Object> properties) {
        enter(context, properties);
        modified(properties);
    }

    /**
     * Takes a new configuration; a wrong one leaves the last good one at work.
     *
     * @param properties the configuration, unchecked
     */
    @Modified
    public synchronized void modified(Map<String, Object> properties) {
        SettingsReader settings = new SettingsReader(properties);
        Rules rules = Rules.parse(settings.text("channels", ""), settings::problem);
        if (!settings.problems().isEmpty()) {
            settings.problems()
                    .forEach(
                            it ->
                                    LOG.error(
                                            "{}: wrong configuration, the last good one stays: {}",
                                            pid(),
                                            it));
            return;
        }
        Thinning next = new Thinning(rules);
        next.restore(thinning.save());
        thinning = next;
    }

    @Override
    protected void receive(WireEnvelope envelope) {
        List<WireRecord> fewer = Regrouped.records(pass(envelope));
        if (!fewer.isEmpty()) {
            wires().emit(fewer);
        }
    }

    private synchronized List<Sample> pass(WireEnvelope envelope) {
        long now = System.currentTimeMillis();
        List<Sample> passed = new ArrayList<>();
        for (WireRecord record : envelope.getRecords()) {
            String asset = Intake.asset(record.getProperties(), envelope.getEmitterPid());
            Intake.samples(asset, record.getProperties(), now)
                    .forEach(sample -> thinning.accept(sample, passed::add));
        }
        thinning.closeUntil(now, passed::add);
        return passed;
    }
}
