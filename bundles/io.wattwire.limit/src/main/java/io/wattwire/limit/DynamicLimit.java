package io.wattwire.limit;

import io.wattwire.device.wire.Gate;
import io.wattwire.device.wire.StepLoop;
import io.wattwire.device.wire.WiredComponent;
import io.wattwire.limit.law.Input;
import io.wattwire.limit.law.Readings;
import io.wattwire.limit.law.Slot;
import io.wattwire.limit.supervisor.Seal;
import io.wattwire.limit.supervisor.SupervisorKeeper;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.system.SystemService;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.graph.MultiportWireSupport;
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
 * The dynamic limit in Kura's wire graph: readings come in, the status goes out of port 0, the
 * limit of each inverter out of a port of its own, from 1 on.
 *
 * <p>Wire threads only leave their readings here; one thread of its own evaluates and emits. No
 * lock is held while it emits, and no write starts after {@link #deactivate()}. What has to outlive
 * a restart lies in Kura's data directory, below {@code wattwire} and the component's pid.
 */
@Component(
        name = DynamicLimit.PID,
        service = {
            ConfigurableComponent.class,
            WireComponent.class,
            WireReceiver.class,
            WireEmitter.class,
            Producer.class,
            Consumer.class
        },
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = {
            "input.cardinality.minimum:Integer=1",
            "input.cardinality.maximum:Integer=1",
            "input.cardinality.default:Integer=1",
            "output.cardinality.minimum:Integer=2",
            "output.cardinality.maximum:Integer=10",
            "output.cardinality.default:Integer=2",
            "input.port.names=0=readings",
            "output.port.names=0=status",
            "output.port.names=1=inverter",
            "output.port.names=2=inverter 2",
            "output.port.names=3=inverter 3",
            "output.port.names=4=inverter 4",
            "output.port.names=5=inverter 5",
            "output.port.names=6=inverter 6",
            "output.port.names=7=inverter 7",
            "output.port.names=8=inverter 8",
            "output.port.names=9=battery, after the last inverter",
            "kura.ui.service.hide:Boolean=true"
        })
@Designate(ocd = Configuration.class, factory = true)
public final class DynamicLimit extends WiredComponent implements WireReceiver, WireEmitter {

    static final String PID = "io.wattwire.limit.DynamicLimit";

    private static final Logger LOG = LoggerFactory.getLogger(DynamicLimit.class);

    private final SystemService system;
    private final ReadingStore<Slot> store =
            new ReadingStore<>(slot -> slot.input() == Input.CONNECTED);
    private final ReadingStore<GridInput> connection = new ReadingStore<>();
    private volatile Configured configured;
    private volatile StepLoop loop;
    private Ending ending;
    private Seal seal;
    private SupervisorKeeper keeper;
    private Memory memory;
    private Claimant claimant;
    private CommandDesk desk;

    /**
     * A limit that does nothing until it is activated.
     *
     * @param wireHelper Kura's service that connects components with wires
     * @param system Kura's service that knows where data is kept
     */
    @Activate
    public DynamicLimit(
            @Reference(name = "WireHelperService") WireHelperService wireHelper,
            @Reference(name = "SystemService") SystemService system) {
        super(wireHelper, PID);
        this.system = system;
    }

    /**
     * Starts at the fall-back.
     *
     * @param context of this component
     * @param properties the configuration; anything may be missing or wrong in it
     */
    @Activate
    public void activate(ComponentContext context, Map<String, Object> properties) {
        enter(context, properties);
        String pid = pid();
        Path directory = StateDirectory.of(system.getKuraDataDirectory(), pid);
        seal = Seal.open(directory);
        keeper = SupervisorKeeper.open(directory, pid, System.currentTimeMillis());
        configured = Configured.first(seal.apply(properties));
        memory = Memory.open(directory, pid, configured.chosen().ledgerMib());
        desk = new CommandDesk(pid, keeper, seal, memory, new Pins(context)::read, properties);
        listen();
        sayProblem();
        Sign sign = new Sign(context.getBundleContext(), pid);
        claimant = new Claimant(Claims.ALL, pid, new Devices(context)::of, sign);
        Gate gate = new Gate();
        LimitRun run =
                new LimitRun(
                        pid,
                        () -> configured,
                        () -> new Readings(store.samples()),
                        new ConnectionGuard(keeper, connection::samples),
                        memory,
                        claimant,
                        new WirePorts((MultiportWireSupport) wires()),
                        gate,
                        System::nanoTime,
                        System::currentTimeMillis);
        ending = run.ending();
        loop = new StepLoop("limit", pid, run, gate);
        loop.start();
    }

    /**
     * Takes a new configuration, or keeps the last good one and says why; carries out a command
     * that came with it.
     *
     * @param properties the configuration; anything may be missing or wrong in it
     */
    @Modified
    public void modified(Map<String, Object> properties) {
        take(properties);
        desk.serve(properties, configured, System.nanoTime(), System.currentTimeMillis());
        take(properties); // a command may have changed the seal
        sayProblem();
        loop.wake();
    }

    private void take(Map<String, Object> properties) {
        configured = configured.next(seal.apply(properties));
        listen();
    }

    private void listen() {
        store.listenTo(configured.sources());
        connection.listenTo(configured.chosen().connection());
    }

    /**
     * Stops, whether the bundle ends, is updated or its configuration is removed. Nobody regulates
     * afterwards: each inverter is told its fall-back once, where its limit is higher. A device
     * that does not take it within a second is not waited for; no write starts after this has
     * returned.
     */
    @Deactivate
    public void deactivate() {
        if (!ending.tell(loop::wake)) {
            LOG.warn("{}: stopped before the inverter has taken its fall-back", pid());
        }
        loop.close();
        claimant.leave();
        keeper.close();
        memory.close();
    }

    @Override
    protected void receive(WireEnvelope envelope) {
        long nanos = System.nanoTime();
        long wall = System.currentTimeMillis();
        connection.accept(envelope, nanos, wall);
        if (store.accept(envelope, nanos, wall)) {
            wake();
        }
    }

    private void wake() {
        StepLoop started = loop;
        if (started != null) {
            started.wake();
        }
    }

    private void sayProblem() {
        if (!configured.problem().isEmpty()) {
            LOG.error("{}: configuration refused: {}", pid(), configured.problem());
        }
    }
}
