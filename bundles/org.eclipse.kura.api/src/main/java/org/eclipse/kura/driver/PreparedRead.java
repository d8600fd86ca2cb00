package org.eclipse.kura.driver;

import java.util.List;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.channel.ChannelRecord;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A read that a driver has planned once for many times. An asset closes it before it asks for the
 * next one, and whenever the driver's configuration changes.
 */
@ConsumerType
@SuppressWarnings("try") // close() is inherited as it is: Kura's may throw anything
public interface PreparedRead extends AutoCloseable {
    /**
     * Reads all channels, and reports the failure of a single one in its record.
     *
     * @return the very list that {@link #getChannelRecords()} returns, with status, timestamp and
     *     value set
     * @throws Driver.ConnectionException if the device is out of reach; the asset then emits
     *     nothing
     * @throws KuraException for any other failure of the whole read
     */
    List<ChannelRecord> execute() throws Driver.ConnectionException, KuraException;

    /** {@return the records that this read serves, the same list each time} */
    List<ChannelRecord> getChannelRecords();
}
