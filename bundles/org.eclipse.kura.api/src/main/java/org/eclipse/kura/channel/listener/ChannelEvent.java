package org.eclipse.kura.channel.listener;

import java.util.Objects;
import org.eclipse.kura.channel.ChannelRecord;

/** A driver has a new value of a channel that is listened to. Immutable. */
public class ChannelEvent {
    private final ChannelRecord channelRecord;

    /**
     * An event.
     *
     * @param channelRecord the channel with its new value, not null
     */
    public ChannelEvent(ChannelRecord channelRecord) {
        this.channelRecord = Objects.requireNonNull(channelRecord, "channelRecord");
    }

    /** {@return the channel with its new value, never null} */
    public ChannelRecord getChannelRecord() {
        return channelRecord;
    }

    @Override
    public String toString() {
        return "ChannelEvent [channelRecord=" + channelRecord + "]";
    }
}
