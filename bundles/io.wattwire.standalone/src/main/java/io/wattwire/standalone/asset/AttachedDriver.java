package io.wattwire.standalone.asset;

import java.util.List;
import java.util.function.Supplier;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.Driver;
import org.eclipse.kura.driver.PreparedRead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A driver while an asset has it, with its prepared read. Used on the asset's {@link DriverIo}
 * thread only: a driver that prepares slowly then holds up its own asset and nothing else.
 */
final class AttachedDriver {
    private static final Logger LOG = LoggerFactory.getLogger(AttachedDriver.class);

    private final Driver driver;
    private final Supplier<List<ChannelRecord>> readRecords;
    private PreparedRead prepared;
    private boolean asked;

    AttachedDriver(Driver driver, Supplier<List<ChannelRecord>> readRecords) {
        this.driver = driver;
        this.readRecords = readRecords;
    }

    Driver driver() {
        return driver;
    }

    List<ChannelRecord> readAll() throws Driver.ConnectionException, KuraException {
        if (!asked) {
            asked = true;
            prepared = prepare();
        }
        if (prepared != null) {
            return prepared.execute();
        }
        List<ChannelRecord> records = readRecords.get();
        driver.read(records);
        return records;
    }

    private PreparedRead prepare() {
        try {
            return driver.prepareRead(readRecords.get());
        } catch (RuntimeException | Error e) {
            LOG.debug("Driver does not prepare reads; they are not prepared then", e);
            return null;
        }
    }

    void close() {
        PreparedRead old = prepared;
        prepared = null;
        asked = false;
        if (old != null) {
            try {
                old.close();
            } catch (Exception | Error e) { // closing declares any exception
                LOG.warn("Prepared read does not close", e);
            }
        }
    }
}
