package io.wattwire.driver.solaredge;

import io.wattwire.device.driver.Channels;
import io.wattwire.device.driver.KuraStateStore;
import io.wattwire.device.driver.Services;
import io.wattwire.device.session.StateStore;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraRuntimeException;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.eclipse.kura.configuration.ConfigurableComponent;
import org.eclipse.kura.driver.ChannelDescriptor;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.driver.PreparedRead;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/**
 * A meter that an inverter reads and that is not there. Its WRITE channels are the meter's values;
 * its READ channels tell who asks, how often, and in what state the meter is.
 * docs/devices/solaredge-meter.md says where its facts come from.
 *
 * <p>Thread-safe. Activation opens nothing on the calling thread.
 */
@Component(
        name = SolarEdgeMeterDriver.PID,
        service = {Driver.class, ConfigurableComponent.class},
        immediate = true,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SolarEdgeMeterSettings.class, factory = true)
public final class SolarEdgeMeterDriver implements Driver, ConfigurableComponent {

    static final String PID = "io.wattwire.driver.solaredge.SolarEdgeMeterDriver";

    private volatile Operation operation =
            new Operation("", new Services(null), StateStore.inMemory());

    /** Makes a driver that waits for its configuration. */
    public SolarEdgeMeterDriver() {
        // the framework activates it
    }

    /**
     * Starts the meter; it is silent until it has a value.
     *
     * @param context the bundle
     * @param properties the configuration, unchecked
     */
    @Activate
    public synchronized void activate(BundleContext context, Map<String, Object> properties) {
        String pid = String.valueOf(properties.getOrDefault("kura.service.pid", "solaredge-meter"));
        Services services = new Services(context);
        operation = new Operation(pid, services, new KuraStateStore(services, pid));
        operation.apply(properties);
    }

    /**
     * Takes a new configuration; a wrong one leaves the last good one at work, and one that another
     * instance stands in the way of is tried again.
     *
     * @param properties the configuration, unchecked
     */
    @Modified
    public synchronized void modified(Map<String, Object> properties) {
        operation.apply(properties);
    }

    /** Stops the meter and saves its energies. */
    @Deactivate
    public synchronized void deactivate() {
        operation.close();
    }

    /** The TCP port that the meter listens on, for tests; 0 while it does not. */
    int port() {
        Emulation now = operation.running();
        return now == null ? 0 : now.port();
    }

    /** Nothing to do: masters connect to the meter. */
    @Override
    public void connect() {
        // the line is open as long as the driver is active
    }

    /** Nothing to do: the meter stays on its line. */
    @Override
    public void disconnect() {
        // Kura calls it when an asset goes; another asset may still feed the meter
    }

    @Override
    public ChannelDescriptor getChannelDescriptor() {
        return Channels::descriptor;
    }

    /**
     * Tells the meter's state.
     *
     * @param records the channels; each gets a value or the reason why there is none
     */
    @Override
    public void read(List<ChannelRecord> records) {
        Operation current = operation;
        Emulation now = current.running();
        if (now == null) {
            Channels.failAll(records, current.reason());
        } else {
            now.read(records);
        }
    }

    /**
     * Prepares channels for reading.
     *
     * @param records the channels, also the result of each read
     * @return the prepared read; it never throws
     */
    @Override
    public PreparedRead prepareRead(List<ChannelRecord> records) {
        return new PreparedRead() {
            @Override
            public List<ChannelRecord> execute() {
                read(records);
                return records;
            }

            @Override
            public List<ChannelRecord> getChannelRecords() {
                return records;
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }

    /**
     * Takes the values that the meter shows from now on. What is refused is that channel's failure;
     * the others are taken.
     *
     * @param records the channels with their values; those of one moment belong into one call
     */
    @Override
    public void write(List<ChannelRecord> records) {
        Operation current = operation;
        Emulation now = current.running();
        if (now == null) {
            Channels.failAll(records, current.reason());
        } else {
            now.write(records);
        }
    }

    /**
     * Refused: there is nothing to listen to.
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
