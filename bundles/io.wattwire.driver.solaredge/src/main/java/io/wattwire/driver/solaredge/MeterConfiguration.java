package io.wattwire.driver.solaredge;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.driver.solaredge.meter.MeterKind;
import io.wattwire.driver.solaredge.meter.MeterSettings;
import io.wattwire.serial.SerialSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The settings of an emulated meter after checking.
 *
 * @param line where it is reached
 * @param meter how it presents itself
 * @param createAssets whether to make the ready-made asset
 */
record MeterConfiguration(LineAddress line, MeterSettings meter, boolean createAssets) {

    private static final Set<Integer> PHASE_OFFSETS = Set.of(0, 60, 90, 120, 180);
    private static final int DEFAULT_PORT = 5502;
    private static final int DEFAULT_BAUD = 9600;
    private static final long DEFAULT_SERIAL = 987_654;
    private static final long LARGEST_SERIAL = 0xFFFF_FFFFL;
    private static final int FROZEN_SECONDS = 300;

    /**
     * Reads a configuration.
     *
     * @throws IllegalArgumentException if a setting is wrong; one sentence each
     */
    static MeterConfiguration of(Map<String, Object> properties) {
        SettingsReader settings = new SettingsReader(properties);
        int baud = settings.whole("serial.baud", 300, 1_000_000).orElse(DEFAULT_BAUD);
        LineAddress line = line(settings, baud);
        MeterSettings meter = meter(settings, line instanceof LineAddress.Serial ? baud : 0);
        boolean createAssets = settings.flag("assets.create", true);
        if (!settings.problems().isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", settings.problems()));
        }
        return new MeterConfiguration(line, meter, createAssets);
    }

    private static LineAddress line(SettingsReader settings, int baud) {
        String connection = settings.text("connection", "serial");
        switch (connection) {
            case "serial":
                return serial(settings, baud);
            case "tcp", "rtu-tcp":
                return tcp(settings, connection.equals("rtu-tcp"));
            default:
                settings.problem(
                        "connection is '" + connection + "'; write serial, tcp or rtu-tcp");
                return null;
        }
    }

    private static LineAddress serial(SettingsReader settings, int baud) {
        String device = settings.text("serial.device", "");
        if (device.isEmpty()) {
            settings.problem("serial.device is empty; write the port, such as /dev/ttyUSB0");
        }
        String parity = settings.text("serial.parity", "none");
        char letter = Character.toUpperCase(parity.charAt(0));
        if (!Set.of("none", "even", "odd", "n", "e", "o").contains(parity.toLowerCase())) {
            settings.problem("serial.parity is '" + parity + "'; write none, even or odd");
        }
        int stopBits = settings.whole("serial.stop.bits", 1, 2).orElse(1);
        return settings.problems().isEmpty()
                ? new LineAddress.Serial(new SerialSettings(device, baud, 8, letter, stopBits))
                : null;
    }

    private static LineAddress tcp(SettingsReader settings, boolean rtu) {
        String listen = settings.text("listen.address", "127.0.0.1");
        int port = settings.whole("port", 0, 65_535).orElse(DEFAULT_PORT);
        try {
            AllowList clients = AllowList.parse(settings.text("allow.list", ""));
            return new LineAddress.Tcp(InetAddress.getByName(listen), port, rtu, clients);
        } catch (UnknownHostException unknown) {
            settings.problem(
                    "listen.address is '"
                            + listen
                            + "'; write an address of this gateway, or"
                            + " 0.0.0.0 for all");
        } catch (IllegalArgumentException wrong) {
            settings.problem("allow.list: " + wrong.getMessage());
        }
        return null;
    }

    private static MeterSettings meter(SettingsReader settings, int baud) {
        String name = settings.text("meter", MeterKind.WATTNODE.text());
        MeterKind kind = MeterKind.find(name).orElse(null);
        if (kind == null) {
            settings.problem("meter is '" + name + "'; write wattnode, sdm230, sdm630 or dtsu666");
        }
        int phaseOffset = settings.whole("phase.offset", 0, 180).orElse(120);
        if (!PHASE_OFFSETS.contains(phaseOffset)) {
            settings.problem("phase.offset is '" + phaseOffset + "'; write 0, 60, 90, 120 or 180");
        }
        return new MeterSettings(
                kind,
                settings.whole("unit.id", 1, 247).orElse(2),
                serialNumber(settings),
                settings.whole("ct.current", 1, 6000).orElse(5),
                settings.whole("ct.directions", 0, 7).orElse(0),
                phaseOffset,
                settings.flag("export.control", true),
                Duration.ofSeconds(
                        settings.whole("frozen.after.s", 0, 86_400).orElse(FROZEN_SECONDS)),
                baud);
    }

    private static long serialNumber(SettingsReader settings) {
        String text = settings.text("serial.number", Long.toString(DEFAULT_SERIAL));
        try {
            long number = Long.decode(text.replaceFirst("^0+(?=[0-9])", ""));
            if (number >= 0 && number <= LARGEST_SERIAL) {
                return number;
            }
        } catch (NumberFormatException notWhole) {
            // told below
        }
        settings.problem(
                "serial.number is '"
                        + text
                        + "'; write a whole number from 0 to "
                        + LARGEST_SERIAL);
        return 0;
    }
}
