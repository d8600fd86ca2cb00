package io.wattwire.publish.homeassistant;

import io.wattwire.device.driver.DeviceView;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.TableException;
import io.wattwire.publish.control.Plant;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.asset.AssetConfiguration;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.channel.ChannelType;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.eclipse.kura.type.DataType;

/** One asset of one device that takes everything. */
final class House implements Plant, Asset {

    private static final String REGISTERS =
            """
            name,kind,address,type,scale,unit,access,min,max,step,role,labels
            power,holding,1,S16,0.1,W,R,,,,,
            mode,holding,2,ENUM,,,RW,,,,owner,0=eco|1=export
            charge_power,holding,3,U16,10,W,RW,0,5000,10,owner,
            running,holding,4,BOOL,,,R,,,,,
            grid_code,holding,5,U16,,,RW,0,9,1,installer,
            """;

    final BlockingQueue<String> written = new LinkedBlockingQueue<>();
    volatile boolean there = true;
    volatile String serial = "SN 1";
    private final RegisterTable table;
    private final Map<String, Channel> channels = new LinkedHashMap<>();

    House() {
        try {
            table =
                    RegisterTable.read(
                            "r.csv", new StringReader(REGISTERS), "p.csv", new StringReader(""));
        } catch (TableException wrong) {
            throw new AssertionError(wrong);
        }
        table.registers()
                .forEach(
                        it -> {
                            Channel channel =
                                    new Channel(
                                            it.name(),
                                            it.access().writable()
                                                    ? ChannelType.READ_WRITE
                                                    : ChannelType.READ,
                                            DataType.valueOf(it.valueKind().name()),
                                            Map.of());
                            channel.setUnit(it.unit());
                            channels.put(it.name(), channel);
                        });
    }

    /** The owner takes a channel out of the asset. */
    void remove(String channel) {
        channels.remove(channel);
    }

    @Override
    public Optional<Asset> asset(String pid) {
        return has(pid) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public boolean has(String pid) {
        return there && pid.equals("inverter");
    }

    @Override
    public Optional<DeviceView> device(String driverPid) {
        Identity identity = new Identity("m1", serial, "2.0", OptionalDouble.empty(), true);
        return Optional.of(new DeviceView("Device", identity, table, List.of()));
    }

    @Override
    public AssetConfiguration getAssetConfiguration() {
        return new AssetConfiguration("", "driver", channels);
    }

    @Override
    public void write(List<ChannelRecord> records) {
        for (ChannelRecord record : records) {
            written.add(record.getChannelName() + "=" + record.getValue().getValue());
            record.setChannelStatus(new ChannelStatus(ChannelFlag.SUCCESS));
        }
    }

    @Override
    public List<ChannelRecord> read(Set<String> channelNames) {
        throw new AssertionError("nothing is read");
    }

    @Override
    public List<ChannelRecord> readAllChannels() {
        throw new AssertionError("nothing is read");
    }

    @Override
    public void registerChannelListener(String channelName, ChannelListener listener) {
        throw new AssertionError("nobody listens");
    }

    @Override
    public void unregisterChannelListener(ChannelListener listener) {
        throw new AssertionError("nobody listens");
    }
}
