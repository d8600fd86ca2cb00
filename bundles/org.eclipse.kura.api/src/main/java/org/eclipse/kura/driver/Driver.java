package org.eclipse.kura.driver;

import java.util.List;
import java.util.Map;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.channel.listener.ChannelListener;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Speaks a protocol with a device on behalf of assets.
 *
 * <p>Several assets may call one driver at the same time, and wait for it without a limit: it must
 * be thread-safe and keep its own deadlines. Assets never call {@link #connect()}; a driver
 * connects when it is first used.
 */
@ConsumerType
public interface Driver {
    /** The property of an asset that names its driver by {@code kura.service.pid}. */
    String DRIVER_PID_PROPERTY_NAME = "driver.pid";

    /**
     * Connects; does nothing if connected.
     *
     * @throws ConnectionException if the device is out of reach
     */
    void connect() throws ConnectionException;

    /**
     * Disconnects and frees what the connection held; does nothing if not connected.
     *
     * @throws ConnectionException if the connection could not be closed in order
     */
    void disconnect() throws ConnectionException;

    /** {@return the properties that a channel of this driver has} */
    ChannelDescriptor getChannelDescriptor();

    /**
     * Reads channels. Sets status and timestamp of every record, and the value of those that
     * succeeded; the failure of a single channel is told in its record only.
     *
     * @param records the channels to read, not null
     * @throws ConnectionException if the device is out of reach
     */
    void read(List<ChannelRecord> records) throws ConnectionException;

    /**
     * Pushes the values of a channel to a listener from now on.
     *
     * @param channelConfig the properties of the channel, not null
     * @param listener takes the values, not null
     * @throws ConnectionException if the device is out of reach
     * @throws org.eclipse.kura.KuraRuntimeException with {@code OPERATION_NOT_SUPPORTED} if this
     *     driver only polls
     */
    void registerChannelListener(Map<String, Object> channelConfig, ChannelListener listener)
            throws ConnectionException;

    /**
     * Stops pushing to a listener; does nothing if it is not registered.
     *
     * @param listener the same object that was registered, not null
     * @throws ConnectionException if the device is out of reach
     */
    void unregisterChannelListener(ChannelListener listener) throws ConnectionException;

    /**
     * Writes channels. Sets status and timestamp of every record.
     *
     * @param records the channels with their values, not null
     * @throws ConnectionException if the device is out of reach
     */
    void write(List<ChannelRecord> records) throws ConnectionException;

    /**
     * Plans a read that will be done often. A channel with bad properties must not fail here, but
     * each time it is read.
     *
     * @param records the channels to read, not null
     * @return the planned read, or null if this driver does not plan
     */
    PreparedRead prepareRead(List<ChannelRecord> records);

    /** The device is out of reach, or the connection to it broke. */
    final class ConnectionException extends Exception {
        private static final long serialVersionUID = 1L;

        /** A failure without details. */
        public ConnectionException() {}

        /**
         * A failure with a message.
         *
         * @param message what happened
         */
        public ConnectionException(String message) {
            super(message);
        }

        /**
         * A failure with a message and its cause.
         *
         * @param message what happened
         * @param cause what led to it
         */
        public ConnectionException(String message, Throwable cause) {
            super(message, cause);
        }

        /**
         * A failure with its cause.
         *
         * @param cause what led to it
         */
        public ConnectionException(Throwable cause) {
            super(cause);
        }
    }
}
