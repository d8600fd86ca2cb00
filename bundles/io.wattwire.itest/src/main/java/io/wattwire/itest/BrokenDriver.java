package io.wattwire.itest;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.eclipse.kura.driver.ChannelDescriptor;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.driver.PreparedRead;

/** Somebody else's driver that breaks off with an Error each time it is asked. */
final class BrokenDriver implements Driver {
    private final boolean prepares;
    private final AtomicInteger reads = new AtomicInteger();

    /** With whether it breaks in a prepared read, or already while preparing and then in a read. */
    BrokenDriver(boolean prepares) {
        this.prepares = prepares;
    }

    int reads() {
        return reads.get();
    }

    private Error broken() {
        reads.incrementAndGet();
        return new NoClassDefFoundError("lost/in/an/Update");
    }

    @Override
    public void read(List<ChannelRecord> records) {
        throw broken();
    }

    @Override
    public PreparedRead prepareRead(List<ChannelRecord> records) {
        if (!prepares) {
            throw new NoClassDefFoundError("lost/in/an/Update");
        }
        return new PreparedRead() {
            @Override
            public List<ChannelRecord> execute() {
                throw broken();
            }

            @Override
            public List<ChannelRecord> getChannelRecords() {
                return records;
            }

            @Override
            public void close() {
                throw new NoClassDefFoundError("lost/in/an/Update");
            }
        };
    }

    @Override
    public void write(List<ChannelRecord> records) {
        throw broken();
    }

    @Override
    public void connect() {
        throw broken();
    }

    @Override
    public void disconnect() {
        throw broken();
    }

    @Override
    public ChannelDescriptor getChannelDescriptor() {
        return List::of;
    }

    @Override
    public void registerChannelListener(Map<String, Object> config, ChannelListener listener) {
        throw broken();
    }

    @Override
    public void unregisterChannelListener(ChannelListener listener) {
        throw broken();
    }
}
