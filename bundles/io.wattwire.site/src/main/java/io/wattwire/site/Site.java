package io.wattwire.site;

import io.wattwire.device.wire.Gate;
import io.wattwire.device.wire.RelayPorts;
import io.wattwire.device.wire.StepLoop;
import io.wattwire.device.wire.WiredComponent;
import java.util.Map;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A site in Kura's wire graph: readings of several meters, inverters and batteries come in, one set
 * of values goes out, under the component's name as that of an asset.
 *
 * <p>Wire threads only leave their readings here; one thread of its own adds up and emits.
 */
@Component(
        name = Site.PID,
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
@RelayPorts(input_port_names = "0=readings", output_port_names = "0=site")
@Designate(ocd = Configuration.class, factory = true)
public final class Site extends WiredComponent implements WireReceiver, WireEmitter {

    static final String PID = "io.wattwire.site.Site";

    private static final Logger LOG = LoggerFactory.getLogger(Site.class);

    private final ReadingStore store = new ReadingStore();
    private volatile Configured configured = Configured.NOTHING;
    private volatile StepLoop loop;

    /**
     * A site that does nothing until it is activated.
     *
     * @param wireHelper Kura's service that connects components with wires
     */
    @Activate
    public Site(@Reference(name = "WireHelperService") WireHelperService wireHelper) {
        super(wireHelper, PID);
    }

    /**
     * Starts.
     *
     * @param context of this component
     * @param properties the configuration; anything may be missing or wrong in it
     */
    @Activate
    public void activate(ComponentContext context, Map<String, Object> properties) {
        enter(context, properties);
        adopt(properties);
        Gate gate = new Gate();
        SiteRun run =
                new SiteRun(
                        pid(),
                        () -> configured,
                        store::readings,
                        this::emit,
                        gate,
                        System::nanoTime,
                        System::currentTimeMillis);
        loop = new StepLoop("site", pid(), run, gate);
        loop.start();
    }

    /**
     * Takes a new configuration, or keeps the last good one and says why.
     *
     * @param properties the configuration; anything may be missing or wrong in it
     */
    @Modified
    public void modified(Map<String, Object> properties) {
        adopt(properties);
        loop.wake();
    }

    /** Stops. Nothing is emitted after this has returned. */
    @Deactivate
    public void deactivate() {
        loop.close();
    }

    private void adopt(Map<String, Object> properties) {
        Configured next = configured.next(pid(), properties);
        configured = next;
        store.listenTo(next.settings().sources());
        if (!next.problem().isEmpty()) {
            LOG.error("{}: configuration refused: {}", pid(), next.problem());
        }
    }

    @Override
    protected void receive(WireEnvelope envelope) {
        if (store.accept(envelope, System.nanoTime(), System.currentTimeMillis())) {
            wake();
        }
    }

    private void wake() {
        StepLoop started = loop;
        if (started != null) {
            started.wake();
        }
    }
}
