package io.wattwire.publish.control;

import io.wattwire.device.driver.DeviceView;
import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.TableException;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.asset.AssetConfiguration;
import org.eclipse.kura.channel.Channel;
import org.eclipse.kura.channel.ChannelFlag;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.ChannelStatus;
import org.eclipse.kura.channel.ChannelType;
import org.eclipse.kura.type.DataType;

/** One asset of one device with a table of its own, for tests of commands. */
public abstract class FakePlant extends WriteOnlyAsset implements Plant {

    /** How a device answers that takes what is written. */
    protected static final ChannelStatus TAKEN = new ChannelStatus(ChannelFlag.SUCCESS);

    private final String pid;
    private final RegisterTable table;
    private final Map<String, Channel> channels = new LinkedHashMap<>();

    /**
     * A plant with a channel for each register.
     *
     * @param pid of the asset
     * @param registers as in {@code registers.csv}
     * @param points as in {@code points.csv}
     */
    protected FakePlant(String pid, String registers, String points) {
        this.pid = pid;
        try {
            table =
                    RegisterTable.read(
                            "r.csv",
                            new StringReader(registers),
                            "p.csv",
                            new StringReader(points));
        } catch (TableException wrong) {
            throw new AssertionError(wrong);
        }
        table.registers().forEach(it -> channels.put(it.name(), channel(it)));
    }

    private static Channel channel(Register register) {
        Channel channel =
                new Channel(
                        register.name(),
                        register.access().writable() ? ChannelType.READ_WRITE : ChannelType.READ,
                        DataType.valueOf(register.valueKind().name()),
                        Map.of());
        channel.setUnit(register.unit());
        return channel;
    }

    /**
     * The device is told something.
     *
     * @param written as {@code channel=value}
     * @return its answer
     */
    protected abstract ChannelStatus take(String written);

    /** {@return who the device says that it is} */
    protected Identity identity() {
        return Identity.unknown();
    }

    /** The owner takes a channel out of the asset. */
    public final void remove(String channel) {
        channels.remove(channel);
    }

    @Override
    public final void write(List<ChannelRecord> records) {
        for (ChannelRecord record : records) {
            String written = record.getChannelName() + "=" + record.getValue().getValue();
            record.setChannelStatus(take(written));
        }
    }

    @Override
    public final AssetConfiguration getAssetConfiguration() {
        return new AssetConfiguration("", "driver", channels);
    }

    @Override
    public final Optional<Asset> asset(String wanted) {
        return has(wanted) ? Optional.of(this) : Optional.empty();
    }

    @Override
    public boolean has(String wanted) {
        return wanted.equals(pid);
    }

    @Override
    public final Optional<DeviceView> device(String driverPid) {
        return Optional.of(new DeviceView("Device", identity(), table, List.of()));
    }
}
