package io.wattwire.publish.venus;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.wire.Gate;
import io.wattwire.device.wire.RelayPorts;
import io.wattwire.device.wire.StepLoop;
import io.wattwire.device.wire.WiredComponent;
import io.wattwire.publish.venus.bus.BusLink;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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
 * Shows an asset as a device on the D-Bus of a Victron GX, and hands over what the GX asks of an
 * inverter, for a limit to follow. Values of now only: nothing is kept for later.
 *
 * <p>Wire threads only leave their values here; a thread of its own shows and emits, another talks
 * with the bus. A wrong configuration leaves the last good one at work. Thread-safe.
 */
@Component(
        name = VenusPublisher.PID,
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
@RelayPorts(input_port_names = "0=values", output_port_names = "0=wishes")
@Designate(ocd = Configuration.class, factory = true)
public final class VenusPublisher extends WiredComponent implements WireReceiver, WireEmitter {

    static final String PID = "io.wattwire.publish.venus.VenusPublisher";

    private static final Logger LOG = LoggerFactory.getLogger(VenusPublisher.class);

    /**
     * What one of us hears all hear, and each takes what it wants: the status of a limit can come
     * by another one than that which gives the limit its bounds. Kura draws no circles of wires.
     */
    private static final Set<LiveValues> ALL = ConcurrentHashMap.newKeySet();

    private final LiveValues live = new LiveValues();
    private final PowerLimit limit = new PowerLimit();
    private final Gate gate = new Gate();
    private StepLoop loop;
    private BusLink link;
    private Map<String, Object> configured = Map.of();
    private volatile Runnable step = () -> {};

    /**
     * A publisher that does nothing until it is activated.
     *
     * @param wireHelper Kura's service that connects components with wires
     */
    @Activate
    public VenusPublisher(@Reference(name = "WireHelperService") WireHelperService wireHelper) {
        super(wireHelper, "venus");
    }

    /**
     * Starts.
     *
     * @param context of this component
     * @param properties the configuration; anything may be missing or wrong in it
     */
    @Activate
    public synchronized void activate(ComponentContext context, Map<String, Object> properties) {
        enter(context, properties);
        loop = new StepLoop("venus", pid(), () -> step.run(), gate);
        apply(properties);
        loop.start();
        ALL.add(live);
    }

    /**
     * Takes a new configuration.
     *
     * @param properties the configuration; anything may be missing or wrong in it
     */
    @Modified
    public synchronized void modified(Map<String, Object> properties) {
        apply(properties);
    }

    /** Stops: the service leaves the bus, and nothing is emitted any more. */
    @Deactivate
    public synchronized void deactivate() {
        ALL.remove(live);
        loop.close();
        stop();
        configured = Map.of();
    }

    private void apply(Map<String, Object> properties) {
        if (link != null && properties.equals(configured)) {
            return;
        }
        SettingsReader reader = new SettingsReader(properties);
        VenusSettings settings = VenusSettings.of(reader);
        if (settings == null) {
            String stays = link == null ? "the publisher waits" : "the last good one stays";
            for (String problem : reader.problems()) {
                LOG.error("{}: wrong configuration, {}: {}", pid(), stays, problem);
            }
            return;
        }
        stop();
        start(settings);
        configured = Map.copyOf(properties);
    }

    private void start(VenusSettings settings) {
        live.listenTo(settings.assets());
        Picture picture = new Picture(settings, live);
        StepLoop waked = loop;
        Service service =
                new Service(pid(), settings, picture.all(), limit, System::nanoTime, waked::wake);
        step =
                new VenusRun(
                        pid(),
                        settings,
                        live,
                        picture,
                        service,
                        limit,
                        values -> gate.pass(() -> emit(values)),
                        System::nanoTime,
                        System::currentTimeMillis);
        link = new BusLink(pid(), settings.place(), service);
        link.start();
    }

    private void stop() {
        step = () -> {};
        if (link != null) {
            link.close();
            link = null;
        }
    }

    @Override
    protected void receive(WireEnvelope envelope) {
        long now = System.nanoTime();
        long wall = System.currentTimeMillis();
        ALL.forEach(each -> each.take(envelope, now, wall));
    }
}
