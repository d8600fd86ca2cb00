package org.eclipse.kura.channel.listener;

import org.osgi.annotation.versioning.ConsumerType;

/** Takes values that a driver pushes. */
@ConsumerType
@FunctionalInterface
public interface ChannelListener {
    /**
     * Takes a new value, on a thread of the driver: return soon, throw nothing.
     *
     * @param event the channel with its new value, not null
     */
    void onChannelEvent(ChannelEvent event);
}
