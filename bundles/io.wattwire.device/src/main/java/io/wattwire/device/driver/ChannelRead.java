package io.wattwire.device.driver;

import io.wattwire.device.model.Reading;
import io.wattwire.device.session.DeviceSession;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.PreparedRead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Channels that an asset reads together. Nothing leaves {@link #execute}, not even an Error: Kura's
 * timer would hang for ever, and all assets on it.
 */
final class ChannelRead implements PreparedRead {

    private static final Logger LOG = LoggerFactory.getLogger(ChannelRead.class);

    private final List<ChannelRecord> channels;
    private final Supplier<Running> running;
    private final Supplier<String> reason;

    private DeviceSession session;
    private DeviceSession.Prepared prepared;

    /**
     * @param running what the driver runs now, null while it runs nothing
     * @param reason why it runs nothing
     */
    ChannelRead(List<ChannelRecord> channels, Supplier<Running> running, Supplier<String> reason) {
        this.channels = channels;
        this.running = running;
        this.reason = reason;
    }

    @Override
    public synchronized List<ChannelRecord> execute() {
        try {
            read();
        } catch (Throwable defect) {
            LOG.error("a defect in the driver, please report it", defect);
            Channels.failAll(channels, "a defect in the driver: " + defect);
        }
        return channels;
    }

    private void read() {
        Running now = running.get();
        if (now == null) {
            Channels.failAll(channels, reason.get());
            return;
        }
        if (session != now.session()) {
            session = now.session();
            prepared = session.prepare(channels.stream().map(Channels::name).toList());
        }
        List<Reading> readings = prepared.read();
        for (int i = 0; i < channels.size(); i++) {
            Channels.fill(channels.get(i), readings.get(i));
        }
    }

    @Override
    public List<ChannelRecord> getChannelRecords() {
        return channels;
    }

    @Override
    public void close() {
        // nothing is held: the session belongs to the driver
    }
}
