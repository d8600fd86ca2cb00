package io.wattwire.publish.live;

import io.wattwire.device.driver.Services;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.device.wire.Gate;
import io.wattwire.device.wire.StepLoop;
import io.wattwire.device.wire.WiredComponent;
import io.wattwire.publish.control.KuraPlant;
import io.wattwire.publish.control.Plant;
import io.wattwire.publish.http.serve.DoorSettings;
import io.wattwire.publish.http.serve.FrontDoor;
import io.wattwire.publish.http.serve.Routes;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireRecord;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A wire receiver whose values are shown over HTTP to whoever asks. The thread that brings values
 * only copies them. A port that is taken is tried again every 10 s. A wrong configuration leaves
 * the last good one at work. Thread-safe.
 */
public abstract class LivePage extends WiredComponent implements WireReceiver {

    private static final Logger LOG = LoggerFactory.getLogger(LivePage.class);
    private static final long RETRY_NANOS = 10_000_000_000L;

    private volatile Plant plant;
    private final Live live = new Live(new Lasting(() -> plant));
    private Services services = new Services(null);
    private StepLoop loop;
    private Map<String, Object> configured = Map.of();
    private Wanted wanted;
    private FrontDoor door;
    private long tried;
    private boolean said;

    /** What is to be served where. */
    private record Wanted(DoorSettings settings, Routes routes) {}

    /**
     * What a page can show.
     *
     * @param owner the component's {@code kura.service.pid}, for names and logs
     * @param live the newest values
     * @param plant the gateway's assets and drivers
     */
    public record Sight(String owner, Live live, Plant plant) {}

    /**
     * Makes an inactive page.
     *
     * @param wireHelper Kura's service that connects components with wires
     */
    protected LivePage(WireHelperService wireHelper) {
        super(wireHelper, "page");
    }

    /**
     * Where the page is when nothing is set.
     *
     * @return a TCP port
     */
    protected abstract int usualPort();

    /**
     * Checks the settings and makes the answers.
     *
     * @param sight what can be shown
     * @param settings what the owner set, secrets decrypted; collects problems
     * @param door where the page will be; empty when that has problems
     * @return the answers; of no meaning when there are problems
     */
    protected abstract Routes prepare(
            Sight sight, SourceSettings settings, Optional<DoorSettings> door);

    /**
     * Starts.
     *
     * @param context of this component
     * @param properties the configuration, unchecked
     */
    @Activate
    public synchronized void activate(ComponentContext context, Map<String, Object> properties) {
        enter(context, properties);
        services = new Services(context.getBundleContext());
        plant = new KuraPlant(context.getBundleContext());
        apply(properties);
        loop = new StepLoop("page", pid(), this::look, new Gate());
        loop.start();
    }

    /**
     * Takes a new configuration.
     *
     * @param properties the configuration, unchecked
     */
    @Modified
    public synchronized void modified(Map<String, Object> properties) {
        apply(properties);
    }

    /** Stops; nobody is let in any more. */
    @Deactivate
    public void deactivate() {
        loop.close();
        shut();
    }

    private synchronized void shut() {
        if (door != null) {
            door.close();
        }
        door = null;
        wanted = null;
        configured = Map.of();
    }

    private void apply(Map<String, Object> properties) {
        if (wanted != null && properties.equals(configured)) {
            return;
        }
        SourceSettings settings = new SourceSettings(properties, services);
        Optional<DoorSettings> where = DoorSettings.read(settings, usualPort());
        Routes routes = prepare(new Sight(pid(), live, plant), settings, where);
        List<String> problems = settings.plain().problems();
        if (!problems.isEmpty()) {
            String stays = wanted == null ? "the page waits" : "the last good one stays";
            problems.forEach(it -> LOG.error("{}: wrong configuration, {}: {}", pid(), stays, it));
            return;
        }
        shut();
        wanted = new Wanted(where.orElseThrow(), routes);
        configured = Map.copyOf(properties);
        said = false;
        open();
    }

    private synchronized void look() {
        if (wanted != null && door == null && System.nanoTime() - tried >= RETRY_NANOS) {
            open();
        }
    }

    private void open() {
        tried = System.nanoTime();
        try {
            door = new FrontDoor(pid(), wanted.settings(), wanted.routes());
            LOG.info("{}: answers on port {}", pid(), door.port());
        } catch (IOException taken) {
            if (!said) {
                LOG.error("{}: {}; tried again every 10 s", pid(), taken.getMessage());
            }
            said = true;
        }
    }

    /**
     * Where it listens.
     *
     * @return the TCP port; 0 while it does not
     */
    public synchronized int port() {
        return door == null ? 0 : door.port();
    }

    @Override
    protected void receive(WireEnvelope envelope) {
        for (WireRecord record : envelope.getRecords()) {
            live.take(
                    record.getProperties(),
                    envelope.getEmitterPid(),
                    System.nanoTime(),
                    System.currentTimeMillis());
        }
    }
}
