package org.eclipse.kura.asset;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.eclipse.kura.channel.Channel;

/** The channels and the driver of an asset. */
public class AssetConfiguration {
    private final Map<String, Channel> assetChannels;
    private final String driverPid;
    private String assetDescription;

    /**
     * A configuration.
     *
     * @param assetDescription what the asset is, not null
     * @param driverPid the {@code kura.service.pid} of the driver, not null
     * @param assetChannels the channels by name, not null; kept, not copied
     */
    public AssetConfiguration(
            String assetDescription, String driverPid, Map<String, Channel> assetChannels) {
        this.assetDescription = Objects.requireNonNull(assetDescription, "assetDescription");
        this.driverPid = Objects.requireNonNull(driverPid, "driverPid");
        this.assetChannels = Collections.unmodifiableMap(assetChannels);
    }

    /** {@return the channels by name, unmodifiable} */
    public Map<String, Channel> getAssetChannels() {
        return assetChannels;
    }

    /** {@return what the asset is, never null} */
    public String getAssetDescription() {
        return assetDescription;
    }

    /** {@return the {@code kura.service.pid} of the driver, never null} */
    public String getDriverPid() {
        return driverPid;
    }

    /**
     * Sets what the asset is.
     *
     * @param assetDescription the description, not null
     */
    public void setAssetDescription(String assetDescription) {
        this.assetDescription = Objects.requireNonNull(assetDescription, "assetDescription");
    }

    @Override
    public String toString() {
        return "AssetConfiguration [description="
                + assetDescription
                + ", driverPid="
                + driverPid
                + ", channels="
                + assetChannels
                + "]";
    }
}
