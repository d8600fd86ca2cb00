package io.wattwire.standalone.asset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.eclipse.kura.driver.ChannelDescriptor;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.driver.PreparedRead;
import org.eclipse.kura.type.TypedValues;

/** A driver that reads 42 and remembers its calls. */
class FakeDriver implements Driver {
    final List<String> calls = new ArrayList<>();
    final List<ChannelRecord> written = new ArrayList<>();
    Consumer<ChannelRecord> reading = record -> succeed(record, 42);
    boolean prepares;

    static void succeed(ChannelRecord record, double value) {
        record.setValue(TypedValues.newDoubleValue(value));
        record.setChannelStatus(new ChannelStatus(ChannelFlag.SUCCESS));
        record.setTimestamp(1000);
    }

    @Override
    public void connect() {
        calls.add("connect");
    }

    @Override
    public void disconnect() {
        calls.add("disconnect");
    }

    @Override
    public ChannelDescriptor getChannelDescriptor() {
        return List::of;
    }

    @Override
    public void read(List<ChannelRecord> records) throws ConnectionException {
        calls.add("read");
        records.forEach(reading);
    }

    @Override
    public void write(List<ChannelRecord> records) throws ConnectionException {
        calls.add("write");
        written.addAll(records);
    }

    @Override
    public void registerChannelListener(Map<String, Object> channel, ChannelListener listener) {
        calls.add("listen " + channel.get("+name"));
    }

    @Override
    public void unregisterChannelListener(ChannelListener listener) {
        calls.add("unlisten");
    }

    @Override
    public PreparedRead prepareRead(List<ChannelRecord> records) {
        calls.add("prepare");
        if (!prepares) {
            return null;
        }
        return new PreparedRead() {
            @Override
            public List<ChannelRecord> execute() {
                calls.add("execute");
                records.forEach(reading);
                return records;
            }

            @Override
            public List<ChannelRecord> getChannelRecords() {
                return records;
            }

            @Override
            public void close() {
                calls.add("close");
            }
        };
    }
}
