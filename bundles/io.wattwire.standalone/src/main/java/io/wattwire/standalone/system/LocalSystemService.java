package io.wattwire.standalone.system;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.kura.system.ExtendedProperties;
import org.eclipse.kura.system.SystemResourceInfo;
import org.eclipse.kura.system.SystemService;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** The system service of a run without Kura; everything it keeps is below one data directory. */
@Component(
        name = LocalSystemService.PID,
        service = SystemService.class,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class LocalSystemService extends HostFacts {
    /** The component's name; its configuration starts the gateway. */
    public static final String PID = "io.wattwire.standalone.System";

    /** The property that holds the data directory. */
    public static final String DATA_DIRECTORY = "data.directory";

    private static final String PRODUCT = "Wattwire";
    private static final int SNAPSHOTS_KEPT = 10;

    private final Path data;

    /**
     * With the framework it runs in.
     *
     * @param context the framework
     * @param properties {@value #DATA_DIRECTORY}: an absolute path
     */
    @Activate
    public LocalSystemService(BundleContext context, Map<String, Object> properties) {
        this(context, Path.of(properties.get(DATA_DIRECTORY).toString()));
    }

    LocalSystemService(BundleContext context, Path data) {
        super(context);
        this.data = data;
    }

    private static String version() {
        var bundle = FrameworkUtil.getBundle(LocalSystemService.class);
        return bundle == null ? UNKNOWN : bundle.getVersion().toString();
    }

    @Override
    public String getKuraDataDirectory() {
        return data.toString();
    }

    @Override
    public String getKuraHome() {
        return data.toString();
    }

    @Override
    public String getKuraSnapshotsDirectory() {
        return data.resolve("snapshots").toString();
    }

    @Override
    public String getKuraFrameworkConfigDirectory() {
        return data.resolve("framework").toString();
    }

    @Override
    public String getKuraUserConfigDirectory() {
        return data.resolve("user").toString();
    }

    @Override
    public String getKuraTemporaryConfigDirectory() {
        return data.resolve("tmp").toString();
    }

    @Override
    public String getKuraStyleDirectory() {
        return data.resolve("style").toString();
    }

    @Override
    public int getKuraSnapshotsCount() {
        return SNAPSHOTS_KEPT;
    }

    @Override
    public String getKuraVersion() {
        return "WATTWIRE_" + version();
    }

    @Override
    public String getKuraMarketplaceCompatibilityVersion() {
        return version();
    }

    @Override
    public String getFirmwareVersion() {
        return version();
    }

    @Override
    public String getPlatform() {
        return PRODUCT;
    }

    @Override
    public String getModelId() {
        return PRODUCT;
    }

    @Override
    public String getModelName() {
        return PRODUCT;
    }

    @Override
    public String getKuraWebEnabled() {
        return "false";
    }

    @Override
    public String getNetVirtualDevicesConfig() {
        return "netDisabled";
    }

    @Override
    public int getKuraWifiTopChannel() {
        return 0;
    }

    @Override
    public int getFileCommandZipMaxUploadSize() {
        return 0;
    }

    @Override
    public int getFileCommandZipMaxUploadNumber() {
        return 0;
    }

    @Override
    public List<SystemResourceInfo> getSystemPackages() {
        return List.of();
    }

    @Override
    public char[] getJavaKeyStorePassword() {
        return new char[0];
    }

    @Override
    public char[] getJavaTrustStorePassword() {
        return new char[0];
    }

    @Override
    public List<String> getDeviceManagementServiceIgnore() {
        return List.of();
    }

    @Override
    public Optional<ExtendedProperties> getExtendedProperties() {
        return Optional.empty();
    }

    @Override
    public boolean isLegacyBluetoothBeaconScan() {
        return false;
    }

    @Override
    public boolean isLegacyPPPLoggingEnabled() {
        return false;
    }
}
