package org.eclipse.kura.system;

import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.kura.KuraProcessExecutionErrorException;
import org.osgi.annotation.versioning.ProviderType;
import org.osgi.framework.Bundle;

/**
 * Tells facts about the gateway. A text that is not known is {@link #UNKNOWN} unless said
 * otherwise. The constants beginning with {@code KEY_} are names of properties.
 */
@ProviderType
public interface SystemService {
    /** Names the URL of the properties that come with Kura. */
    String KURA_CONFIG = "kura.configuration";

    /** The file of the properties that come with Kura. */
    String KURA_PROPS_FILE = "kura.properties";

    /** Names the URL of the properties of this gateway. */
    String KURA_CUSTOM_CONFIG = "kura.custom.configuration";

    /** The file of the properties of this gateway. */
    String KURA_CUSTOM_PROPS_FILE = "kura_custom.properties";

    /** An operating system of a build server. */
    String OS_CLOUDBEES = "Linux (Cloudbees)";

    /** The Linux operating system. */
    String OS_LINUX = "Linux";

    /** The macOS operating system. */
    String OS_MAC_OSX = "Mac OS X";

    /** Stands for what cannot be told. */
    String UNKNOWN = "UNKNOWN";

    /** Stands for what the gateway does not have. */
    String UNSUPPORTED = "UNSUPPORTED";

    /** The name of Kura. */
    String KEY_KURA_NAME = "kura.name";

    /** The version of Kura. */
    String KEY_KURA_VERSION = "kura.version";

    /** How network devices without hardware are treated. */
    String KEY_KURA_NET_VIRTUAL_DEVICES_CONFIG = "kura.net.virtual.devices.config";

    /** The directory of the framework's configuration. */
    String KEY_KURA_FRAMEWORK_CONFIG_DIR = "kura.framework.config";

    /** The directory of the user's configuration. */
    String KEY_KURA_USER_CONFIG_DIR = "kura.user.config";

    /** The version to tell the marketplace. */
    String KEY_KURA_MARKETPLACE_COMPATIBILITY_VERSION = "kura.marketplace.compatibility.version";

    /** The name of the gateway. */
    String KEY_DEVICE_NAME = "kura.device.name";

    /** The platform. */
    String KEY_PLATFORM = "kura.platform";

    /** The id of the model. */
    String KEY_MODEL_ID = "kura.model.id";

    /** The name of the model. */
    String KEY_MODEL_NAME = "kura.model.name";

    /** The part number. */
    String KEY_PART_NUMBER = "kura.partNumber";

    /** The serial number. */
    String KEY_SERIAL_NUM = "kura.serialNumber";

    /** The version of the BIOS. */
    String KEY_BIOS_VERSION = "kura.bios.version";

    /** The version of the firmware. */
    String KEY_FIRMWARE_VERSION = "kura.firmware.version";

    /** The network interface that identifies the gateway. */
    String KEY_PRIMARY_NET_IFACE = "kura.primary.network.interface";

    /** The directory of Kura. */
    String KEY_KURA_HOME_DIR = "kura.home";

    /** The directory of bundles. */
    String KEY_KURA_PLUGINS_DIR = "kura.plugins";

    /** The directory of deployment packages. */
    String KEY_KURA_PACKAGES_DIR = "kura.packages";

    /** The directory of data that stay over restarts. */
    String KEY_KURA_DATA_DIR = "kura.data";

    /** The directory of temporary files. */
    String KEY_KURA_TMP_DIR = "kura.tmp";

    /** The directory of snapshots. */
    String KEY_KURA_SNAPSHOTS_DIR = "kura.snapshots";

    /** How many snapshots are kept. */
    String KEY_KURA_SNAPSHOTS_COUNT = "kura.snapshots.count";

    /** Whether Kura manages the network. */
    String KEY_KURA_HAVE_NET_ADMIN = "kura.have.net.admin";

    /** Whether there is a web console. */
    String KEY_KURA_HAVE_WEB_INTER = "kura.have.web.inter";

    /** The directory of the web console's style. */
    String KEY_KURA_STYLE_DIR = "kura.style.dir";

    /** The highest WiFi channel. */
    String KEY_KURA_WIFI_TOP_CHANNEL = "kura.wifi.top.channel";

    /** The password of the key store. */
    String KEY_KURA_KEY_STORE_PWD = "kura.ssl.keyStorePassword";

    /** The password of the trust store. */
    String KEY_KURA_TRUST_STORE_PWD = "kura.ssl.trustStorePassword";

    /** The greatest size of an uploaded archive, in MB. */
    String KEY_FILE_COMMAND_ZIP_MAX_SIZE = "file.command.zip.max.size";

    /** The greatest number of files in an uploaded archive. */
    String KEY_FILE_COMMAND_ZIP_MAX_NUMBER = "file.command.zip.max.number";

    /** The architecture of the processor. */
    String KEY_OS_ARCH = "os.arch";

    /** The name of the operating system. */
    String KEY_OS_NAME = "os.name";

    /** The version of the operating system. */
    String KEY_OS_VER = "os.version";

    /** The distribution of the operating system. */
    String KEY_OS_DISTRO = "os.distribution";

    /** The version of the distribution. */
    String KEY_OS_DISTRO_VER = "os.distribution.version";

    /** The version of Java. */
    String KEY_JAVA_VERSION = "java.runtime.version";

    /** The name of the Java runtime. */
    String KEY_JAVA_VENDOR = "java.runtime.name";

    /** The name of the virtual machine. */
    String KEY_JAVA_VM_NAME = "java.vm.name";

    /** The version of the virtual machine. */
    String KEY_JAVA_VM_VERSION = "java.vm.version";

    /** The mode of the virtual machine. */
    String KEY_JAVA_VM_INFO = "java.vm.info";

    /** The maker of the OSGi framework. */
    String KEY_OSGI_FW_NAME = "org.osgi.framework.vendor";

    /** The version of the OSGi framework. */
    String KEY_OSGI_FW_VERSION = "org.osgi.framework.version";

    /** The directory of Java. */
    String KEY_JAVA_HOME = "java.home";

    /** What separates the parts of a path. */
    String KEY_FILE_SEP = "file.separator";

    /** The components that the web console hides. */
    String CONFIG_CONSOLE_DEVICE_MANAGE_SERVICE_IGNORE = "console.device.management.service.ignore";

    /** The user that runs commands. */
    String KEY_COMMAND_USER = "kura.command.user";

    /** The version of the processor. */
    String KEY_CPU_VERSION = "cpu.version";

    /** Whether Bluetooth beacons are scanned the old way. */
    String KEY_LEGACY_BT_BEACON_SCAN = "kura.legacy.bluetooth.beacon.scan";

    /** Whether PPP logs the old way. */
    String KEY_LEGACY_PPP_LOGGING = "kura.legacy.ppp.logging.enabled";

    /** The maker of the virtual machine. */
    String KEY_JAVA_VM_VENDOR = "java.vm.vendor";

    /** The maker's version of the virtual machine. */
    String KEY_JDK_VENDOR_VERSION = "jdk.vendor.version";

    /** The URL of the HSQL database. */
    String DB_URL_PROPNAME = "db.service.hsqldb.url";

    /** The write delay of the HSQL database, in ms. */
    String DB_WRITE_DELAY_MILLIES_PROPNAME = "db.service.hsqldb.write_delay_millis";

    /** Whether the HSQL database keeps a log. */
    String DB_LOG_DATA_PROPNAME = "db.service.hsqldb.log_data";

    /** How many rows the HSQL database caches. */
    String DB_CACHE_ROWS_PROPNAME = "db.service.hsqldb.cache_rows";

    /** The unit of the HSQL database's file of large objects. */
    String DB_LOB_FILE_PROPNAME = "db.service.hsqldb.lob_file_scale";

    /** When the HSQL database defragments. */
    String DB_DEFRAG_LIMIT_PROPNAME = "db.service.hsqldb.defrag_limit";

    /** The size of the HSQL database's log. */
    String DB_LOG_SIZE_PROPNAME = "db.service.hsqldb.log_size";

    /** Whether the HSQL database maps its file. */
    String DB_NIO_PROPNAME = "db.service.hsqldb.nio_data_file";

    /** {@return the hardware address of the primary network interface, or null} */
    String getPrimaryMacAddress();

    /** {@return the network interface that identifies the gateway} */
    String getPrimaryNetworkInterfaceName();

    /** {@return the platform} */
    String getPlatform();

    /** {@return the id of the model} */
    String getModelId();

    /** {@return the name of the model} */
    String getModelName();

    /** {@return the part number} */
    String getPartNumber();

    /** {@return the serial number} */
    String getSerialNumber();

    /** {@return the name of the gateway} */
    String getDeviceName();

    /** {@return the version of the BIOS} */
    String getBiosVersion();

    /** {@return the version of the firmware} */
    String getFirmwareVersion();

    /** {@return the architecture of the processor} */
    String getOsArch();

    /** {@return the name of the operating system} */
    String getOsName();

    /** {@return the version of the operating system} */
    String getOsVersion();

    /** {@return the distribution of the operating system} */
    String getOsDistro();

    /** {@return the version of the distribution} */
    String getOsDistroVersion();

    /** {@return the name of the Java runtime} */
    String getJavaVendor();

    /** {@return the version of Java} */
    String getJavaVersion();

    /** {@return the name of the virtual machine} */
    String getJavaVmName();

    /** {@return the version of the virtual machine} */
    String getJavaVmVersion();

    /** {@return the mode of the virtual machine} */
    String getJavaVmInfo();

    /** {@return the maker of the OSGi framework} */
    String getOsgiFwName();

    /** {@return the version of the OSGi framework} */
    String getOsgiFwVersion();

    /** {@return what separates the parts of a path} */
    String getFileSeparator();

    /** {@return the directory of Java} */
    String getJavaHome();

    /** {@return the version of Kura} */
    String getKuraVersion();

    /** {@return the directory of the framework's configuration} */
    String getKuraFrameworkConfigDirectory();

    /** {@return the directory of the user's configuration} */
    String getKuraUserConfigDirectory();

    /** {@return the version to tell the marketplace} */
    String getKuraMarketplaceCompatibilityVersion();

    /** {@return the directory of Kura} */
    String getKuraHome();

    /** {@return the directory of temporary files} */
    String getKuraTemporaryConfigDirectory();

    /** {@return the directory of snapshots} */
    String getKuraSnapshotsDirectory();

    /** {@return how many snapshots are kept} */
    int getKuraSnapshotsCount();

    /** {@return the directory of the web console's style} */
    String getKuraStyleDirectory();

    /** {@return the highest WiFi channel} */
    int getKuraWifiTopChannel();

    /** {@return "true" if there is a web console} */
    String getKuraWebEnabled();

    /**
     * {@return the directory of data that stay over restarts; all state of an add-on belongs below
     * it}
     */
    String getKuraDataDirectory();

    /** {@return the greatest size of an uploaded archive, in MB} */
    int getFileCommandZipMaxUploadSize();

    /** {@return the greatest number of files in an uploaded archive} */
    int getFileCommandZipMaxUploadNumber();

    /** {@return all properties of the gateway, those of the virtual machine included} */
    Properties getProperties();

    /** {@return the installed bundles, or null before there is a framework} */
    Bundle[] getBundles();

    /**
     * Lists the packages of the operating system.
     *
     * @return the packages
     * @throws KuraProcessExecutionErrorException if the operating system does not tell
     */
    List<SystemResourceInfo> getSystemPackages() throws KuraProcessExecutionErrorException;

    /** {@return the number of processors} */
    int getNumberOfProcessors();

    /** {@return the memory of the virtual machine, in kB} */
    long getTotalMemory();

    /** {@return the free memory of the virtual machine, in kB} */
    long getFreeMemory();

    /** {@return the password of the key store} */
    char[] getJavaKeyStorePassword();

    /** {@return the password of the trust store} */
    char[] getJavaTrustStorePassword();

    /** {@return the components that the web console hides, or null} */
    List<String> getDeviceManagementServiceIgnore();

    /** {@return the host name, or {@link #UNKNOWN}} */
    String getHostname();

    /** {@return how network devices without hardware are treated} */
    String getNetVirtualDevicesConfig();

    /** {@return the user that runs commands} */
    String getCommandUser();

    /** {@return the version of the processor} */
    String getCpuVersion();

    /** {@return more facts, if the gateway has any} */
    Optional<ExtendedProperties> getExtendedProperties();

    /** {@return whether Bluetooth beacons are scanned the old way} */
    boolean isLegacyBluetoothBeaconScan();

    /** {@return whether PPP logs the old way} */
    boolean isLegacyPPPLoggingEnabled();

    /** {@return the maker of the virtual machine} */
    String getJavaVmVendor();

    /** {@return the maker's version of the virtual machine} */
    String getJdkVendorVersion();
}
