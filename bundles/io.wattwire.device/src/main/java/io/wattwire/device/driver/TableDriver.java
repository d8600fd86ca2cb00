package io.wattwire.device.driver;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.TableException;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.StateStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraRuntimeException;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.configuration.ConfigurationService;
import org.eclipse.kura.driver.ChannelDescriptor;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.driver.PreparedRead;
import org.eclipse.kura.system.SystemService;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A Kura driver made of tables. A brand's driver extends it, hands over its {@link DeviceFamily}
 * and carries the component's annotations; all behaviour is here.
 *
 * <p>Activation, modification and deactivation open nothing and return at once, unless control of a
 * battery has to go back to it first; the first read or write connects. A wrong configuration
 * leaves the last good one at work. Thread-safe: several assets may read and write at the same
 * time.
 */
public abstract class TableDriver implements Driver, ConfigurableComponent {

    private static final Logger LOG = LoggerFactory.getLogger(TableDriver.class);
    private static final String STOPPED = "the driver is stopped";

    private final DeviceFamily family;

    private final Refusals refusals = new Refusals(this::warn);
    private String pid = "";
    private Services services = new Services(null);
    private StateStore state = StateStore.inMemory();
    private AssetMaker assets;
    private Tender tender = Tender.idle();
    private volatile Running running;
    private volatile String reason = STOPPED;

    private void warn(String text) {
        LOG.warn("{}: {}", pid, text);
    }

    /**
     * Makes an inactive driver; tools do that to list what a bundle has.
     *
     * @param family the brand's devices
     */
    protected TableDriver(DeviceFamily family) {
        this.family = Objects.requireNonNull(family, "family");
    }

    /**
     * The brand's devices.
     *
     * @return what the constructor was given
     */
    public DeviceFamily family() {
        return family;
    }

    /**
     * The devices that a configuration means. Almost all drivers have the same always; one with
     * tables of the user's own reads them here.
     *
     * @param properties the configuration, unchecked
     * @return the devices
     * @throws TableException when a table is wrong; the message names file, row and column
     */
    protected DeviceFamily family(Map<String, Object> properties) throws TableException {
        return family;
    }

    /**
     * Starts the driver.
     *
     * @param context the bundle
     * @param properties the configuration, unchecked
     */
    @Activate
    public synchronized void activate(BundleContext context, Map<String, Object> properties) {
        pid = String.valueOf(properties.getOrDefault("kura.service.pid", family.name()));
        services = new Services(context);
        state = new KuraStateStore(services, pid);
        reason = "the driver has no valid configuration yet";
        apply(properties);
    }

    /**
     * Takes a new configuration. Nothing happens when it says the same as the old one, which Kura
     * sends again after each start.
     *
     * @param properties the configuration, unchecked
     */
    @Modified
    public synchronized void modified(Map<String, Object> properties) {
        apply(properties);
    }

    /**
     * Stops the driver. Control of a battery goes back to the device, if the driver has it and the
     * device answers within three read deadlines; else nothing is written, and a limit stays.
     */
    @Deactivate
    public synchronized void deactivate() {
        replace(null);
        reason = STOPPED;
    }

    private void apply(Map<String, Object> properties) {
        try {
            DeviceFamily meant = family(properties);
            Configuration wanted = Configuration.of(meant, properties, new Secrets(services));
            if (running == null || !running.isMadeOf(meant, wanted)) {
                replace(Running.start(meant, wanted, pid, state));
            }
        } catch (Configuration.Wrong wrong) {
            refuse(wrong.problems());
        } catch (TableException wrong) {
            refuse(List.of(wrong.getMessage()));
        }
    }

    private void refuse(List<String> problems) {
        String consequence = running == null ? "the driver waits" : "the last good one stays";
        problems.forEach(
                problem -> LOG.error("{}: wrong configuration, {}: {}", pid, consequence, problem));
        if (running == null) {
            reason = "wrong configuration: " + String.join("; ", problems);
        }
    }

    private void replace(Running next) {
        if (assets != null) {
            assets.close();
            assets = null;
        }
        tender.close();
        Running old = running;
        if (old != null && old.session().handsBack()) {
            old.session().close(); // before the next session can command what this one gives back
        }
        running = next;
        if (old != null) {
            old.session().close();
        }
        if (next != null) {
            tender = Tender.of(pid, next.session());
        }
        if (next != null && next.configuration().createAssets()) {
            assets =
                    new AssetMaker(
                            pid, new ReadyAssets(pid, next), state, this::configurationService);
            assets.start();
        }
    }

    /**
     * Where Kura keeps data that outlives a restart.
     *
     * @return the directory; empty outside Kura
     */
    protected final Optional<Path> dataDirectory() {
        return services.find(SystemService.class)
                .map(SystemService::getKuraDataDirectory)
                .map(Path::of);
    }

    private Optional<ConfigurationService> configurationService() {
        return services.find(ConfigurationService.class);
    }

    /**
     * Connects and asks the device who it is; reading and writing do that by themselves.
     *
     * @throws ConnectionException when the device does not answer
     */
    @Override
    public void connect() throws ConnectionException {
        try {
            session().identity();
        } catch (LinkException problem) {
            throw new ConnectionException(problem.getMessage(), problem);
        }
    }

    /** Lets go of the wire until the next read or write. */
    @Override
    public synchronized void disconnect() {
        if (running != null) {
            replace(Running.start(running.family(), running.configuration(), pid, state));
        }
    }

    /**
     * What is known of the device now; asks nothing and never waits.
     *
     * @return empty while the driver has no valid configuration
     */
    public Optional<DeviceView> view() {
        Running now = running;
        return Optional.ofNullable(now)
                .map(
                        it ->
                                new DeviceView(
                                        it.family().title(),
                                        it.session().known(),
                                        it.session().table(),
                                        it.session().operations()));
    }

    private DeviceSession session() throws ConnectionException {
        Running now = running;
        if (now == null) {
            throw new ConnectionException(reason);
        }
        return now.session();
    }

    @Override
    public ChannelDescriptor getChannelDescriptor() {
        return Channels::descriptor;
    }

    /**
     * Reads once. For reading again and again {@link #prepareRead} plans only once.
     *
     * @param records the channels; each gets a value or the reason why there is none
     */
    @Override
    public void read(List<ChannelRecord> records) {
        reader(records).execute();
    }

    /**
     * Prepares channels for reading.
     *
     * @param records the channels, also the result of each read
     * @return the prepared read; it never throws and follows changes of the configuration
     */
    @Override
    public PreparedRead prepareRead(List<ChannelRecord> records) {
        return reader(records);
    }

    private ChannelRead reader(List<ChannelRecord> records) {
        return new ChannelRead(records, () -> running, () -> reason);
    }

    /**
     * Writes channels in their order. A refusal is that channel's failure; the others are still
     * written.
     *
     * @param records the channels with the values to write
     * @throws ConnectionException when the device does not answer
     */
    @Override
    public void write(List<ChannelRecord> records) throws ConnectionException {
        new ChannelWrite(pid, records, refusals).execute(running, reason);
    }

    /**
     * Refused: a polled device has nothing to listen to.
     *
     * @param config the channel
     * @param listener whoever wants to listen
     * @throws KuraRuntimeException always
     */
    @Override
    public void registerChannelListener(Map<String, Object> config, ChannelListener listener) {
        throw new KuraRuntimeException(
                KuraErrorCode.OPERATION_NOT_SUPPORTED,
                "listening; switch \"listen\" off and read the channel by a timer");
    }

    /**
     * Nothing to do, as no listener was ever taken.
     *
     * @param listener whoever wanted to listen
     */
    @Override
    public void unregisterChannelListener(ChannelListener listener) {
        // assets call it for all channels when a driver goes
    }
}
