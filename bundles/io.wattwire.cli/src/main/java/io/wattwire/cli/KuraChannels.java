package io.wattwire.cli;

import io.wattwire.device.driver.AssetChannels;
import io.wattwire.device.model.Access;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/**
 * Channels as Kura's asset page takes them by <i>Upload Channels</i>: one line each, RFC 4180, the
 * ids of the channel's settings without their plus sign in the first line. Settings that are left
 * out get Kura's defaults (org.eclipse.kura.web2, AssetConfigValidator).
 */
final class KuraChannels {

    private static final String READ = "read";
    private static final String CONTROL = "control";
    private static final String ALL = "registers";
    private static final List<String> COLUMNS =
            List.of("enabled", "name", "type", "value.type", "unit", "listen", "register");

    private KuraChannels() {}

    /** The file's text. */
    static String csv(DeviceFamily family, RegisterTable table, String asset) throws WrongUse {
        StringBuilder csv = new StringBuilder(String.join(",", COLUMNS)).append("\r\n");
        for (Map<String, Object> channel : channels(family, table, asset)) {
            StringJoiner line = new StringJoiner(",");
            COLUMNS.forEach(
                    it -> line.add(RegistersCommand.quoted(channel.getOrDefault(it, "") + "")));
            csv.append(line).append("\r\n");
        }
        return csv.toString();
    }

    private static List<Map<String, Object>> channels(
            DeviceFamily family, RegisterTable table, String asset) throws WrongUse {
        switch (asset) {
            case READ:
                return grouped(AssetChannels.reading("", table, List.of()));
            case CONTROL:
                return grouped(AssetChannels.control("", table));
            case ALL:
                return registers(table);
            default:
                Service part =
                        family.service(asset)
                                .orElseThrow(() -> new WrongUse(unknown(family, asset)));
                return grouped(AssetChannels.part("", part, table));
        }
    }

    private static String unknown(DeviceFamily family, String asset) {
        StringJoiner parts = new StringJoiner(", ");
        family.services().forEach(it -> parts.add(it.name()));
        return "--kura-csv '"
                + asset
                + "' is none of read, control, registers"
                + (parts.length() == 0 ? "" : ", " + parts);
    }

    /** A channel's are {@code channel#+setting} and {@code channel#register}. */
    private static List<Map<String, Object>> grouped(Map<String, Object> properties) {
        Map<String, Map<String, Object>> channels = new LinkedHashMap<>();
        properties.forEach(
                (key, value) -> {
                    int hash = key.indexOf('#');
                    if (hash > 0) {
                        channels.computeIfAbsent(key.substring(0, hash), any -> channel("false"))
                                .put(key.substring(hash + 1).replace("+", ""), value);
                    }
                });
        return List.copyOf(channels.values());
    }

    private static Map<String, Object> channel(String listen) {
        Map<String, Object> channel = new LinkedHashMap<>();
        channel.put("listen", listen);
        return channel;
    }

    private static List<Map<String, Object>> registers(RegisterTable table) {
        List<Map<String, Object>> channels = new ArrayList<>();
        for (Register register : table.registers()) {
            if (register.access() != Access.W) {
                Map<String, Object> channel = channel("false");
                channel.put("enabled", "true");
                String shown = AssetChannels.shownAs(register.name());
                channel.put("name", shown);
                channel.put("register", shown.equals(register.name()) ? "" : register.name());
                channel.put("type", "READ");
                channel.put("value.type", register.valueKind().name());
                channel.put("unit", register.unit());
                channels.add(channel);
            }
        }
        return channels;
    }
}
