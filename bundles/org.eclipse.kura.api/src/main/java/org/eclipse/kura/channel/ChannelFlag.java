package org.eclipse.kura.channel;

/** How a read or write of one channel ended. */
public enum ChannelFlag {
    /** It failed; the record has no usable value. */
    FAILURE,

    /** It succeeded. */
    SUCCESS
}
