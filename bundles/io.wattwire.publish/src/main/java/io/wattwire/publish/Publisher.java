package io.wattwire.publish;

import io.wattwire.device.driver.Services;
import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.session.FileNames;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.device.wire.Gate;
import io.wattwire.device.wire.StepLoop;
import io.wattwire.device.wire.WiredComponent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.eclipse.kura.system.SystemService;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireRecord;
import org.osgi.service.component.ComponentConstants;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A wire receiver whose values go elsewhere, and an emitter of how that goes: a record of health
 * every 10 s and at each change of problem. The thread that brings values only copies them; a queue
 * on disk, below Kura's data directory, keeps them until they have arrived, also over a restart.
 *
 * <p>Settings of every publisher: {@code channels} (rules of what is published how often), {@code
 * queue.records} (1,000 to 10,000,000) and {@code queue.mb} (1 to 4,096). A wrong configuration
 * leaves the last good one at work. Thread-safe.
 */
public abstract class Publisher extends WiredComponent implements WireReceiver, WireEmitter {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    private static final int RECORDS = 200_000;
    private static final int LEAST_RECORDS = 1000;
    private static final int MOST_RECORDS = 10_000_000;
    private static final int MEGABYTES = 64;
    private static final int MOST_MEGABYTES = 4096;
    private static final long MEGABYTE = 1024L * 1024;
    private static final long TELL_NANOS = 10_000_000_000L;

    private final SystemService system;
    private Services services = new Services(null);
    private StepLoop loop;
    private Map<String, Object> configured = Map.of();
    private volatile Outlet running;
    private String told = "";
    private long toldNanos;
    private boolean toldOnce;

    /**
     * Makes an inactive publisher.
     *
     * @param wireHelper Kura's service that connects components with wires
     * @param system Kura's service that knows the data directory
     */
    protected Publisher(WireHelperService wireHelper, SystemService system) {
        super(wireHelper, "publisher");
        this.system = Objects.requireNonNull(system, "system");
    }

    /**
     * Checks the settings; connects nothing yet.
     *
     * @param owner the instance's {@code kura.service.pid}, for names and logs
     * @param settings what the owner set, secrets decrypted
     * @return makes the target; null when the settings have problems
     */
    protected abstract Supplier<Target> prepare(String owner, SourceSettings settings);

    /**
     * Tells what is published how often, in the words of {@code channels}. Called after {@link
     * #prepare}; a target that wants something certain has rules of its own.
     *
     * @param settings what the owner set
     * @return the setting {@code channels} where a subclass says nothing else
     */
    protected String rules(SettingsReader settings) {
        return settings.text("channels", "");
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
        services = new Services(context.getBundleContext());
        apply(properties);
        Gate gate = new Gate();
        loop = new StepLoop("health", pid(), () -> tell(gate), gate);
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

    /**
     * Stops; what has not arrived stays on disk.
     *
     * @param why a reason of {@link ComponentConstants}: the gateway stops, or the owner removed
     *     the component
     */
    @Deactivate
    public synchronized void deactivate(int why) {
        loop.close();
        Outlet outlet = running;
        if (outlet != null && why == ComponentConstants.DEACTIVATION_REASON_CONFIGURATION_DELETED) {
            outlet.retire();
        }
        stop();
        configured = Map.of();
    }

    private void apply(Map<String, Object> properties) {
        if (running != null && properties.equals(configured)) {
            return;
        }
        SourceSettings settings = new SourceSettings(properties, services);
        Supplier<Target> target = prepare(pid(), settings);
        Outlet.Limits limits = limits(settings.plain());
        List<String> problems = settings.plain().problems();
        if (!problems.isEmpty()) {
            String stays = running == null ? "the publisher waits" : "the last good one stays";
            problems.forEach(it -> LOG.error("{}: wrong configuration, {}: {}", pid(), stays, it));
            return;
        }
        stop();
        start(target, limits);
        configured = Map.copyOf(properties);
    }

    private Outlet.Limits limits(SettingsReader plain) {
        Rules rules = Rules.parse(rules(plain), plain::problem);
        int records = plain.whole("queue.records", LEAST_RECORDS, MOST_RECORDS).orElse(RECORDS);
        int megabytes = plain.whole("queue.mb", 1, MOST_MEGABYTES).orElse(MEGABYTES);
        return new Outlet.Limits(records, megabytes * MEGABYTE, rules);
    }

    private void start(Supplier<Target> target, Outlet.Limits limits) {
        Path queue =
                Path.of(system.getKuraDataDirectory(), "wattwire", FileNames.of(pid()), "queue");
        try {
            Outlet outlet =
                    new Outlet(pid(), queue, limits, target.get(), System::currentTimeMillis);
            outlet.start();
            running = outlet;
        } catch (IOException disk) {
            LOG.error(
                    "{}: publishes nothing: the queue in {} cannot be opened; see to the disk and"
                            + " restart: {}",
                    pid(),
                    queue,
                    disk.getMessage());
        }
    }

    private void stop() {
        Outlet stopping = running;
        running = null;
        if (stopping == null) {
            return;
        }
        try {
            stopping.close();
        } catch (IOException disk) {
            LOG.warn("{}: the queue could not be closed: {}", pid(), disk.getMessage());
        }
    }

    @Override
    protected void receive(WireEnvelope envelope) {
        Outlet outlet = running;
        if (outlet == null) {
            return;
        }
        for (WireRecord record : envelope.getRecords()) {
            outlet.take(record.getProperties(), envelope.getEmitterPid());
        }
    }

    private void tell(Gate gate) {
        Outlet outlet = running;
        if (outlet == null) {
            return;
        }
        Health health = outlet.health();
        long now = System.nanoTime();
        boolean due = !toldOnce || now - toldNanos >= TELL_NANOS;
        if (due || !health.problem().equals(told)) {
            told = health.problem();
            toldNanos = now;
            toldOnce = true;
            long wall = System.currentTimeMillis();
            gate.pass(() -> emit(health.record(pid(), wall)));
        }
    }
}
