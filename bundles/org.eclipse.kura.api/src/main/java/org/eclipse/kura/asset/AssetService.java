package org.eclipse.kura.asset;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Finds assets. */
@ProviderType
public interface AssetService {
    /**
     * Finds an asset.
     *
     * @param assetPid its {@code kura.service.pid}, not null
     * @return the asset, or null if there is none
     */
    Asset getAsset(String assetPid);

    /**
     * Names an asset.
     *
     * @param asset the asset, not null
     * @return its {@code kura.service.pid}, or null if it is not registered
     */
    String getAssetPid(Asset asset);

    /** {@return all assets that are registered now} */
    List<Asset> listAssets();
}
