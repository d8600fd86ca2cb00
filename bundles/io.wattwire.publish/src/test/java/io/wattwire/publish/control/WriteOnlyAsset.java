package io.wattwire.publish.control;

import java.util.List;
import java.util.Set;
import org.eclipse.kura.asset.Asset;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.listener.ChannelListener;

/** An asset for tests of commands: whoever reads it or listens to it fails. */
public abstract class WriteOnlyAsset implements Asset {

    @Override
    public final List<ChannelRecord> read(Set<String> channelNames) {
        throw new AssertionError("nothing is read");
    }

    @Override
    public final List<ChannelRecord> readAllChannels() {
        throw new AssertionError("nothing is read");
    }

    @Override
    public final void registerChannelListener(String channelName, ChannelListener listener) {
        throw new AssertionError("nobody listens");
    }

    @Override
    public final void unregisterChannelListener(ChannelListener listener) {
        throw new AssertionError("nobody listens");
    }
}
