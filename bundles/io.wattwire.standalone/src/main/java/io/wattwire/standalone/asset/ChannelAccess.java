package io.wattwire.standalone.asset;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.channel.ChannelType;
import org.eclipse.kura.driver.Driver;

/** Reads and writes channels through whatever driver is attached. */
final class ChannelAccess implements AutoCloseable {
    private final Map<String, Channel> channels;
    private final DriverIo io;
    private final AtomicReference<AttachedDriver> attached = new AtomicReference<>();

    ChannelAccess(String pid, Map<String, Channel> channels, Duration limit) {
        this.channels = channels;
        this.io = new DriverIo(pid, limit);
    }

    Map<String, Channel> channels() {
        return channels;
    }

    void attach(Driver driver) {
        replace(new AttachedDriver(driver, this::readRecords));
    }

    /** The driver goes, unless another took its place. */
    void detach(Driver driver) {
        AttachedDriver current = attached.get();
        if (current != null && current.driver() == driver) {
            replace(null);
        }
    }

    private void replace(AttachedDriver next) {
        AttachedDriver old = attached.getAndSet(next);
        if (old != null) {
            io.later(old::close);
        }
    }

    boolean hasDriver() {
        return attached.get() != null;
    }

    boolean hasReadChannels() {
        return channels.values().stream().anyMatch(ChannelAccess::isRead);
    }

    private List<ChannelRecord> readRecords() {
        return channels.values().stream()
                .filter(ChannelAccess::isRead)
                .map(Channel::createReadRecord)
                .toList();
    }

    private static boolean isRead(Channel channel) {
        return channel.isEnabled() && channel.getType() != ChannelType.WRITE;
    }

    static boolean isWritten(Channel channel) {
        return channel.isEnabled() && channel.getType() != ChannelType.READ;
    }

    private AttachedDriver driver() throws KuraException {
        AttachedDriver driver = attached.get();
        if (driver == null) {
            throw new KuraException(KuraErrorCode.CONFIGURATION_ERROR, "Driver not attached");
        }
        return driver;
    }

    List<ChannelRecord> readAll() throws KuraException {
        AttachedDriver driver = driver();
        return scaled(io.call(driver::readAll));
    }

    List<ChannelRecord> read(Collection<String> names) throws KuraException {
        AttachedDriver driver = driver();
        List<ChannelRecord> all = new ArrayList<>();
        List<ChannelRecord> possible = new ArrayList<>();
        for (String name : names) {
            Channel channel = channels.get(name);
            if (channel != null && isRead(channel)) {
                ChannelRecord record = channel.createReadRecord();
                possible.add(record);
                all.add(record);
            } else {
                ChannelRecord record = ChannelRecord.createStatusRecord(name, refused(name));
                record.setTimestamp(System.currentTimeMillis());
                all.add(record);
            }
        }
        if (!possible.isEmpty()) {
            io.call(
                    () -> {
                        driver.driver().read(possible);
                        return null;
                    });
        }
        return scaled(all);
    }

    private List<ChannelRecord> scaled(List<ChannelRecord> records) {
        records.forEach(record -> Scaling.apply(record, channels.get(record.getChannelName())));
        return records;
    }

    void write(List<ChannelRecord> records) throws KuraException {
        AttachedDriver driver = driver();
        List<ChannelRecord> possible = new ArrayList<>();
        for (ChannelRecord record : records) {
            Channel channel = channels.get(record.getChannelName());
            if (channel != null && isWritten(channel)) {
                record.setChannelConfig(channel.getConfiguration());
                possible.add(record);
            } else {
                record.setChannelStatus(refused(record.getChannelName()));
                record.setTimestamp(System.currentTimeMillis());
            }
        }
        if (!possible.isEmpty()) {
            io.call(
                    () -> {
                        driver.driver().write(possible);
                        return null;
                    });
        }
    }

    private static ChannelStatus refused(String name) {
        return new ChannelStatus(
                ChannelFlag.FAILURE,
                "channel " + name + " does not exist, is disabled or goes the other way",
                null);
    }

    /** The driver itself, for what does not go through the I/O thread. */
    Driver attachedDriver() throws KuraException {
        return driver().driver();
    }

    @Override
    public void close() {
        replace(null);
        io.close();
    }
}
