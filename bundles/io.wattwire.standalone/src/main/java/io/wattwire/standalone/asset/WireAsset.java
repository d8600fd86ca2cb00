package io.wattwire.standalone.asset;

import io.wattwire.standalone.component.Wired;
import io.wattwire.standalone.monitor.Faults;
import io.wattwire.standalone.monitor.Pending;
import io.wattwire.standalone.util.FailureLog;
import io.wattwire.standalone.util.PidTracker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.asset.AssetConfiguration;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.wire.WireComponent;
import org.eclipse.kura.wire.WireEmitter;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireHelperService;
import org.eclipse.kura.wire.WireReceiver;
import org.eclipse.kura.wire.WireRecord;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.wireadmin.Consumer;
import org.osgi.service.wireadmin.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kura's asset on wires. An incoming envelope makes it read and emit all its READ channels in one
 * record first, and then write those properties whose name and value type match a WRITE channel; a
 * property of another type is silently not written. A read that fails as a whole emits nothing.
 *
 * <p>Unlike Kura's it waits at most 30 s for its driver, and does not listen to channels.
 */
@Component(
        name = WireAsset.PID,
        service = {
            ConfigurableComponent.class,
            Asset.class,
            WireComponent.class,
            WireEmitter.class,
            WireReceiver.class,
            Producer.class,
            Consumer.class
        },
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        property = "kura.ui.service.hide:Boolean=true")
public final class WireAsset extends Wired
        implements Asset, WireEmitter, WireReceiver, ConfigurableComponent {
    /** The component's name, as in Kura. */
    static final String PID = "org.eclipse.kura.wire.WireAsset";

    private static final Logger LOG = LoggerFactory.getLogger(WireAsset.class);
    private static final Duration DRIVER_LIMIT = Duration.ofSeconds(30);

    private final AssetSettings settings;
    private final ChannelAccess access;
    private final RecordMaker records;
    private final Pending pending;
    private final FailureLog reading;
    private final FailureLog writing;
    private final PidTracker<Driver> tracker;

    /**
     * Looks for its driver from now on.
     *
     * @param bundles the framework
     * @param helper makes the wire support
     * @param pending hears of a driver that is missing
     * @param faults hears of drivers that break the rules
     * @param context of the component
     * @param properties settings and channels
     */
    @Activate
    public WireAsset(
            BundleContext bundles,
            @Reference WireHelperService helper,
            @Reference Pending pending,
            @Reference Faults faults,
            ComponentContext context,
            Map<String, Object> properties) {
        super(helper, context);
        this.pending = pending;
        settings = AssetSettings.of(properties);
        String pid = settings.pid();
        access = new ChannelAccess(pid, Channels.parse(pid, properties), DRIVER_LIMIT);
        records = new RecordMaker(settings, channel -> emptySuccess(faults, channel));
        reading = new FailureLog(LOG, pid + ": reading");
        writing = new FailureLog(LOG, pid + ": writing");
        pending.missing(pid, driverMissing(), "configure that driver, or correct driver.pid");
        tracker =
                new PidTracker<>(
                        bundles, Driver.class, settings.driverPid(), this::attach, this::detach);
        tracker.open();
    }

    private void emptySuccess(Faults faults, String channel) {
        faults.report(
                settings.pid(),
                "driver " + settings.driverPid() + " succeeds without a value: " + channel,
                "tell the driver's author; on a real Kura this breaks publishing");
    }

    private String driverMissing() {
        return "driver " + settings.driverPid() + " is not there";
    }

    void attach(Driver driver) {
        access.attach(driver);
        pending.found(settings.pid(), driverMissing());
    }

    void detach(Driver driver) {
        access.detach(driver);
        pending.missing(settings.pid(), driverMissing(), "start its bundle or configure it again");
    }

    /** Gives the driver back; a read that runs is not waited for. */
    @Deactivate
    public void stop() {
        tracker.close();
        access.close();
        pending.found(settings.pid(), driverMissing());
    }

    @Override
    public void onWireReceive(WireEnvelope envelope) {
        if (!access.hasDriver()) {
            return; // said once, as what is pending
        }
        if (access.hasReadChannels()) {
            emitAll();
        }
        for (WireRecord record : envelope.getRecords()) {
            write(record);
        }
    }

    private void emitAll() {
        Map<String, TypedValue<?>> properties;
        try {
            properties = records.toProperties(access.readAll());
            reading.worked();
        } catch (KuraException | RuntimeException e) {
            failed(reading, e);
            return;
        }
        if (properties != null) {
            wires.emit(List.of(new WireRecord(properties)));
        }
    }

    /** The sender of an envelope stops by interrupting its thread: no failure of the driver. */
    private void failed(FailureLog log, Exception cause) {
        if (Thread.currentThread().isInterrupted()) {
            LOG.debug("{}: interrupted", settings.pid(), cause);
        } else {
            log.failed(cause);
        }
    }

    private void write(WireRecord record) {
        List<ChannelRecord> writes =
                access.channels().values().stream()
                        .filter(ChannelAccess::isWritten)
                        .filter(channel -> fits(channel, record))
                        .map(c -> c.createWriteRecord(record.getProperties().get(c.getName())))
                        .toList();
        if (writes.isEmpty()) {
            return;
        }
        try {
            access.write(writes);
            checkWritten(writes);
            writing.worked();
        } catch (KuraException | RuntimeException e) {
            failed(writing, e);
        }
    }

    /** Kura forgets what a driver says of a single write; here a person shall see it. */
    private static void checkWritten(List<ChannelRecord> writes) throws KuraException {
        for (ChannelRecord each : writes) {
            ChannelStatus status = each.getChannelStatus();
            if (status != null && status.getChannelFlag() == ChannelFlag.FAILURE) {
                throw new KuraException(
                        KuraErrorCode.IO_ERROR,
                        status.getException(),
                        each.getChannelName(),
                        status.getExceptionMessage());
            }
        }
    }

    private static boolean fits(Channel channel, WireRecord record) {
        TypedValue<?> value = record.getProperties().get(channel.getName());
        return value != null && value.getType() == channel.getValueType();
    }

    @Override
    public AssetConfiguration getAssetConfiguration() {
        return new AssetConfiguration(
                settings.description(), settings.driverPid(), access.channels());
    }

    @Override
    public List<ChannelRecord> readAllChannels() throws KuraException {
        return access.readAll();
    }

    @Override
    public List<ChannelRecord> read(Set<String> channelNames) throws KuraException {
        return access.read(channelNames);
    }

    @Override
    public void write(List<ChannelRecord> channelRecords) throws KuraException {
        access.write(channelRecords);
    }

    /** Asks the driver that is attached now; a later one does not hear of it. */
    @Override
    public void registerChannelListener(String channelName, ChannelListener listener)
            throws KuraException {
        Channel channel = access.channels().get(channelName);
        if (channel == null) {
            throw new KuraException(
                    KuraErrorCode.INVALID_PARAMETER, "there is no channel " + channelName);
        }
        try {
            access.attachedDriver().registerChannelListener(channel.getConfiguration(), listener);
        } catch (Driver.ConnectionException e) {
            throw new KuraException(KuraErrorCode.CONNECTION_FAILED, e, channelName);
        }
    }

    @Override
    public void unregisterChannelListener(ChannelListener listener) throws KuraException {
        try {
            access.attachedDriver().unregisterChannelListener(listener);
        } catch (Driver.ConnectionException e) {
            throw new KuraException(KuraErrorCode.CONNECTION_FAILED, e, settings.pid());
        }
    }
}
