package io.wattwire.console;

import io.wattwire.device.driver.DeviceView;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.TableException;
import io.wattwire.publish.control.Plant;
import io.wattwire.publish.http.serve.DoorSettings;
import io.wattwire.publish.http.serve.FrontDoor;
import io.wattwire.publish.live.Live;
import io.wattwire.publish.live.LivePage.Sight;
import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.asset.AssetConfiguration;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.channel.ChannelType;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.eclipse.kura.type.DataType;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;

/** A battery that takes everything, with a console before it. */
final class Home implements Plant, Asset, AutoCloseable {

    static final String SECRET = "correct horse";

    private static final String REGISTERS =
            """
            name,kind,address,type,scale,unit,access,min,max,step,role,labels
            battery_power_setpoint,holding,1,S16,1,W,RW,-5000,5000,1,owner,
            mode,holding,2,ENUM,,,RW,,,,owner,0=eco|1=export
            grid_code,holding,3,U16,,,RW,0,9,1,installer,
            battery_current_setpoint,holding,4,S16,1,A,RW,-50,50,1,owner,
            """;

    private static final String POINTS =
            """
            name,value,unit,write
            battery_power_setpoint,battery_power_setpoint,W,battery_power_setpoint
            battery_current_setpoint,battery_current_setpoint,A,battery_current_setpoint
            """;

    final List<String> written = new CopyOnWriteArrayList<>();
    final Live live = new Live((asset, channel) -> channel.equals("battery_capacity"));
    private final RegisterTable table;
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private FrontDoor door;

    Home() {
        try {
            table =
                    RegisterTable.read(
                            "r.csv",
                            new StringReader(REGISTERS),
                            "p.csv",
                            new StringReader(POINTS));
        } catch (TableException wrong) {
            throw new AssertionError(wrong);
        }
        table.registers()
                .forEach(
                        it ->
                                channels.put(
                                        it.name(),
                                        new Channel(
                                                it.name(),
                                                ChannelType.READ_WRITE,
                                                DataType.valueOf(it.valueKind().name()),
                                                Map.of())));
    }

    int open(DoorSettings where, ConsoleSettings settings) throws IOException {
        door = new FrontDoor("console", where, ConsoleRoutes.of(sight(), settings));
        return door.port();
    }

    Sight sight() {
        return new Sight("console", live, this);
    }

    /** Values that come by wire now. */
    void measured(String asset, Object... pairs) {
        Map<String, TypedValue<?>> record = new HashMap<>();
        record.put("assetName", TypedValues.newStringValue(asset));
        for (int i = 0; i < pairs.length; i += 2) {
            record.put((String) pairs[i], TypedValues.newTypedValue(pairs[i + 1]));
        }
        live.take(record, "emitter", System.nanoTime(), System.currentTimeMillis());
    }

    @Override
    public void close() {
        if (door != null) {
            door.close();
        }
    }

    @Override
    public Optional<Asset> asset(String pid) {
        return has(pid) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public boolean has(String pid) {
        return pid.equals("victron-control");
    }

    @Override
    public Optional<DeviceView> device(String driverPid) {
        return Optional.of(new DeviceView("Device", Identity.unknown(), table, List.of()));
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
