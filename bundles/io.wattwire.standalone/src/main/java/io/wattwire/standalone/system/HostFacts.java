package io.wattwire.standalone.system;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.kura.system.SystemService;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** What Java knows of the computer; what it does not know is {@link #UNKNOWN}. */
abstract class HostFacts implements SystemService {
    private static final int BYTES_PER_KB = 1024;

    private final BundleContext context;

    /** With the framework, or null outside of one. */
    HostFacts(BundleContext context) {
        this.context = context;
    }

    private static String java(String property) {
        return System.getProperty(property, UNKNOWN);
    }

    private String framework(String property) {
        String value = context == null ? null : context.getProperty(property);
        return value == null ? UNKNOWN : value;
    }

    /** The first real network interface that is up, if the computer has any. */
    private static Optional<NetworkInterface> primary() {
        try {
            for (NetworkInterface each :
                    Collections.list(NetworkInterface.getNetworkInterfaces())) {
                if (each.isUp() && !each.isLoopback() && each.getHardwareAddress() != null) {
                    return Optional.of(each);
                }
            }
        } catch (SocketException e) {
            return Optional.empty(); // a computer may have none
        }
        return Optional.empty();
    }

    @Override
    public String getPrimaryMacAddress() {
        return primary().map(HostFacts::hardwareAddress).orElse(null);
    }

    private static String hardwareAddress(NetworkInterface of) {
        try {
            byte[] address = of.getHardwareAddress();
            return address == null
                    ? null
                    : HexFormat.ofDelimiter(":").formatHex(address).toUpperCase(Locale.ROOT);
        } catch (SocketException e) {
            return null; // gone in the meantime
        }
    }

    @Override
    public String getHostname() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return UNKNOWN; // a computer may have no name
        }
    }

    @Override
    public Bundle[] getBundles() {
        return context == null ? null : context.getBundles();
    }

    @Override
    public Properties getProperties() {
        Properties copy = new Properties();
        copy.putAll(System.getProperties());
        return copy;
    }

    @Override
    public String getPrimaryNetworkInterfaceName() {
        return primary().map(NetworkInterface::getName).orElse(UNKNOWN);
    }

    @Override
    public String getDeviceName() {
        return getHostname();
    }

    @Override
    public String getOsArch() {
        return java("os.arch");
    }

    @Override
    public String getOsName() {
        return java("os.name");
    }

    @Override
    public String getOsVersion() {
        return java("os.version");
    }

    @Override
    public String getJavaVendor() {
        return java("java.runtime.name");
    }

    @Override
    public String getJavaVersion() {
        return java("java.runtime.version");
    }

    @Override
    public String getJavaVmName() {
        return java("java.vm.name");
    }

    @Override
    public String getJavaVmVersion() {
        return java("java.vm.version");
    }

    @Override
    public String getJavaVmInfo() {
        return java("java.vm.info");
    }

    @Override
    public String getJavaVmVendor() {
        return java("java.vm.vendor");
    }

    @Override
    public String getJdkVendorVersion() {
        return java("java.vendor.version");
    }

    @Override
    public String getJavaHome() {
        return java("java.home");
    }

    @Override
    public String getFileSeparator() {
        return java("file.separator");
    }

    @Override
    public String getCommandUser() {
        return java("user.name");
    }

    @Override
    public String getOsgiFwName() {
        return framework(Constants.FRAMEWORK_VENDOR);
    }

    @Override
    public String getOsgiFwVersion() {
        return framework(Constants.FRAMEWORK_VERSION);
    }

    @Override
    public String getOsDistro() {
        return UNKNOWN;
    }

    @Override
    public String getOsDistroVersion() {
        return UNKNOWN;
    }

    @Override
    public String getPartNumber() {
        return UNKNOWN;
    }

    @Override
    public String getSerialNumber() {
        return UNKNOWN;
    }

    @Override
    public String getBiosVersion() {
        return UNKNOWN;
    }

    @Override
    public String getCpuVersion() {
        return UNKNOWN;
    }

    @Override
    public int getNumberOfProcessors() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public long getTotalMemory() {
        return Runtime.getRuntime().totalMemory() / BYTES_PER_KB;
    }

    @Override
    public long getFreeMemory() {
        return Runtime.getRuntime().freeMemory() / BYTES_PER_KB;
    }
}
