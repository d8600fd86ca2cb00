package io.wattwire.standalone.component;

import io.wattwire.standalone.util.Properties;
import java.util.Map;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.type.TypedValue;
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
import org.osgi.service.wireadmin.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kura's wire component Logger: that an envelope came (QUIET), or all of it (VERBOSE). */
@Component(
        name = EnvelopeLogger.PID,
        service = {
            ConfigurableComponent.class,
            WireComponent.class,
            WireReceiver.class,
            Consumer.class
        },
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = "kura.ui.service.hide:Boolean=true")
public final class EnvelopeLogger extends Wired implements WireReceiver, ConfigurableComponent {
    /** The component's name, as in Kura. */
    static final String PID = "org.eclipse.kura.wire.Logger";

    private static final Logger LOG = LoggerFactory.getLogger(EnvelopeLogger.class);

    private final String pid;
    private final boolean verbose;

    /**
     * Logs from now on.
     *
     * @param helper makes the wire support
     * @param context of the component
     * @param properties {@code log.verbosity}: QUIET or VERBOSE
     */
    @Activate
    public EnvelopeLogger(
            @Reference WireHelperService helper,
            ComponentContext context,
            Map<String, Object> properties) {
        super(helper, context);
        Properties settings = new Properties(properties);
        pid = settings.pid();
        verbose = "VERBOSE".equalsIgnoreCase(settings.text("log.verbosity", "QUIET"));
    }

    @Override
    public void onWireReceive(WireEnvelope envelope) {
        LOG.info("{}: envelope from {}", pid, envelope.getEmitterPid());
        if (verbose) {
            for (WireRecord record : envelope.getRecords()) {
                for (Map.Entry<String, TypedValue<?>> each : record.getProperties().entrySet()) {
                    LOG.info("{}:   {} = {}", pid, each.getKey(), each.getValue().getValue());
                }
            }
        }
    }
}
