package io.wattwire.publish.givtcp;

import java.util.List;
import java.util.Set;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.asset.AssetConfiguration;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.eclipse.kura.driver.Driver;

/** An asset for writing, which hands everything to its driver as Kura's does. */
record ControlAsset(Driver driver, AssetConfiguration configuration) implements Asset {

    @Override
    public AssetConfiguration getAssetConfiguration() {
        return configuration;
    }

    @Override
    public void write(List<ChannelRecord> records) throws KuraException {
        try {
            driver.write(records);
        } catch (Driver.ConnectionException lost) {
            throw new KuraException(KuraErrorCode.CONNECTION_FAILED, lost);
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
