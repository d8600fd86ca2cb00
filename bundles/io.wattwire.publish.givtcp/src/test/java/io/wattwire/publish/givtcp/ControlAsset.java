package io.wattwire.publish.givtcp;

import io.wattwire.publish.control.WriteOnlyAsset;
import java.util.List;
import org.eclipse.kura.KuraErrorCode;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.asset.AssetConfiguration;
import org.eclipse.kura.channel.ChannelRecord;
import org.eclipse.kura.driver.Driver;

/** An asset for writing, which hands everything to its driver as Kura's does. */
final class ControlAsset extends WriteOnlyAsset {

    private final Driver driver;
    private final AssetConfiguration configuration;

    ControlAsset(Driver driver, AssetConfiguration configuration) {
        this.driver = driver;
        this.configuration = configuration;
    }

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
}
