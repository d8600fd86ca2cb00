package org.eclipse.kura.channel;

import java.util.Objects;

/** How a read or write of one channel ended, and why if it failed. Immutable. */
public class ChannelStatus {
    private final ChannelFlag channelFlag;
    private final String exceptionMessage;
    private final Exception exception;

    /**
     * A status without explanation, usual for success.
     *
     * @param channelFlag the outcome, not null
     */
    public ChannelStatus(ChannelFlag channelFlag) {
        this(channelFlag, null, null);
    }

    /**
     * A status with an explanation.
     *
     * @param channelFlag the outcome, not null
     * @param exceptionMessage what to tell the user; may be null
     * @param exception what led to it; may be null
     */
    public ChannelStatus(ChannelFlag channelFlag, String exceptionMessage, Exception exception) {
        this.channelFlag = Objects.requireNonNull(channelFlag, "channelFlag");
        this.exceptionMessage = exceptionMessage;
        this.exception = exception;
    }

    /** Equal if outcome, message and exception are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelStatus that
                && channelFlag == that.channelFlag
                && Objects.equals(exceptionMessage, that.exceptionMessage)
                && Objects.equals(exception, that.exception);
    }

    /** {@return the outcome, never null} */
    public ChannelFlag getChannelFlag() {
        return channelFlag;
    }

    /** {@return what led to it, or null} */
    public Exception getException() {
        return exception;
    }

    /** {@return what to tell the user, or null} */
    public String getExceptionMessage() {
        return exceptionMessage;
    }

    @Override
    public int hashCode() {
        return Objects.hash(channelFlag, exceptionMessage, exception);
    }

    @Override
    public String toString() {
        return "ChannelStatus [channelFlag="
                + channelFlag
                + ", exceptionMessage="
                + exceptionMessage
                + ", exception="
                + exception
                + "]";
    }
}
