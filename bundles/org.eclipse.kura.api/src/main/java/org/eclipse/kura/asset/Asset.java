package org.eclipse.kura.asset;

import java.util.List;
import java.util.Set;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.osgi.annotation.versioning.ProviderType;

/** Named channels of one device. Calls wait for the driver without a limit. */
@ProviderType
public interface Asset {
    /** {@return the channels and the driver of this asset} */
    AssetConfiguration getAssetConfiguration();

    /**
     * Reads channels by name. One that cannot be read gives a failed record.
     *
     * @param channelNames the channels, not null
     * @return one record per channel
     * @throws KuraException if the device is out of reach or there is no driver
     */
    List<ChannelRecord> read(Set<String> channelNames) throws KuraException;

    /**
     * Reads every enabled channel that can be read.
     *
     * @return one record per channel
     * @throws KuraException if the device is out of reach or there is no driver
     */
    List<ChannelRecord> readAllChannels() throws KuraException;

    /**
     * Takes the values that the driver pushes for a channel.
     *
     * @param channelName the channel, not null
     * @param channelListener takes the values, not null
     * @throws KuraException if the channel cannot be listened to
     */
    void registerChannelListener(String channelName, ChannelListener channelListener)
            throws KuraException;

    /**
     * Stops what {@link #registerChannelListener} began.
     *
     * @param channelListener the same object that was registered, not null
     * @throws KuraException if the driver fails to stop
     */
    void unregisterChannelListener(ChannelListener channelListener) throws KuraException;

    /**
     * Writes channels; the outcome is in each record. Types are not checked.
     *
     * @param channelRecords the channels with their values, not null
     * @throws KuraException if the device is out of reach or there is no driver
     */
    void write(List<ChannelRecord> channelRecords) throws KuraException;
}
