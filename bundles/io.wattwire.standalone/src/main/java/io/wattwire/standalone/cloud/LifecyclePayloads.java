package io.wattwire.standalone.cloud;

import io.wattwire.standalone.util.Properties;
import java.lang.management.ManagementFactory;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import org.eclipse.kura.message.KuraPayload;
import org.eclipse.kura.system.SystemService;

/** What a gateway says of itself when it connects and disconnects, with Kura's names. */
final class LifecyclePayloads {
    private static final String DISPLAY_NAME = "display_name";
    private static final String UPTIME = "uptime";

    private final SystemService system;
    private final String displayName;
    private final Set<String> applications;

    /** With the ids of the applications that answer requests. */
    LifecyclePayloads(Properties settings, SystemService system, Set<String> applications) {
        this.system = system;
        this.displayName = displayName(settings, system);
        this.applications = applications;
    }

    private static String displayName(Properties settings, SystemService system) {
        return switch (settings.text("device.display-name", "").toLowerCase(Locale.ROOT)) {
            case "hostname" -> system.getHostname();
            case "custom" -> settings.text("device.custom-name", "");
            case "server" -> "";
            default -> system.getDeviceName();
        };
    }

    KuraPayload birth(boolean gzip) {
        KuraPayload birth = farewell();
        birth.addMetric("model_name", system.getModelName());
        birth.addMetric("model_id", system.getModelId());
        birth.addMetric("part_number", system.getPartNumber());
        birth.addMetric("serial_number", system.getSerialNumber());
        birth.addMetric("firmware_version", system.getFirmwareVersion());
        birth.addMetric("bios_version", system.getBiosVersion());
        birth.addMetric("cpu_version", system.getCpuVersion());
        birth.addMetric("os", system.getOsName());
        birth.addMetric("os_version", system.getOsVersion());
        birth.addMetric("os_arch", system.getOsArch());
        birth.addMetric("jvm_name", system.getJavaVmName());
        birth.addMetric("jvm_version", system.getJavaVmVersion());
        birth.addMetric("jvm_profile", system.getJavaVendor() + " " + system.getJavaVersion());
        birth.addMetric("jvm_vendor", system.getJavaVmVendor());
        birth.addMetric("jdk_vendor_version", system.getJdkVendorVersion());
        birth.addMetric("osgi_framework", system.getOsgiFwName());
        birth.addMetric("osgi_framework_version", system.getOsgiFwVersion());
        birth.addMetric("kura_version", system.getKuraVersion());
        birth.addMetric("application_framework", system.getPlatform());
        birth.addMetric("application_framework_version", system.getKuraVersion());
        birth.addMetric("connection_interface", system.getPrimaryNetworkInterfaceName());
        birth.addMetric("connection_ip", SystemService.UNKNOWN);
        birth.addMetric("available_processors", String.valueOf(system.getNumberOfProcessors()));
        birth.addMetric("total_memory", String.valueOf(system.getTotalMemory()));
        birth.addMetric("application_ids", String.join(",", applications));
        birth.addMetric("accept_encoding", gzip ? "gzip" : "");
        birth.addMetric("payload_encoding", "kura-protobuf");
        return birth;
    }

    KuraPayload farewell() {
        KuraPayload payload = new KuraPayload();
        payload.setTimestamp(new Date());
        payload.addMetric(UPTIME, String.valueOf(ManagementFactory.getRuntimeMXBean().getUptime()));
        payload.addMetric(DISPLAY_NAME, displayName);
        return payload;
    }
}
