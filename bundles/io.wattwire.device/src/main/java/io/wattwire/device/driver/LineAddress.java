package io.wattwire.device.driver;

import io.wattwire.device.link.GivEnergy;
import io.wattwire.device.link.LinkAddress;
import io.wattwire.device.link.Rtu;
import io.wattwire.device.link.RtuTcp;
import io.wattwire.device.link.Solarman;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.LinkDefaults;
import io.wattwire.serial.SerialSettings;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads from settings where a device is that speaks frames: by TCP, a stick, a dongle or a serial
 * port.
 */
final class LineAddress {

    private LineAddress() {}

    /** Reads the place of the device, and what is spoken there; empty when there are problems. */
    static Optional<LinkAddress> of(SettingsReader settings, DeviceFamily family) {
        try {
            return place(settings, family)
                    .map(place -> place.spoken(family.protocol()))
                    .map(place -> place.of(settings.text("inverter.serial", "")));
        } catch (IllegalArgumentException wrong) {
            settings.problem(wrong.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<LinkAddress> place(SettingsReader settings, DeviceFamily family) {
        String connection = settings.text("connection", family.usualConnection());
        return switch (connection) {
            case "tcp" -> host(settings, connection).map(h -> new Tcp(h, port(settings)));
            case "rtu-tcp" -> host(settings, connection).map(h -> new RtuTcp(h, port(settings)));
            case "solarman" -> logger(settings, connection);
            case "givenergy" -> dongle(settings, connection);
            case "serial" -> serial(settings, family.link());
            default -> {
                settings.problem(
                        "connection is '"
                                + connection
                                + "'; write tcp, serial, rtu-tcp, solarman or givenergy");
                yield Optional.empty();
            }
        };
    }

    private static Optional<LinkAddress> logger(SettingsReader settings, String connection) {
        Optional<String> host = host(settings, connection);
        Optional<String> serial = settings.text("logger.serial");
        if (serial.isEmpty()) {
            settings.problem(
                    "logger.serial is empty; write the number that is printed on the logger stick");
        }
        if (host.isEmpty() || serial.isEmpty()) {
            return Optional.empty();
        }
        int port = settings.whole("port", 1, 65_535).orElse(Solarman.USUAL_PORT);
        return Optional.of(new Solarman(host.get(), port, Solarman.serial(serial.get())));
    }

    private static Optional<LinkAddress> dongle(SettingsReader settings, String connection) {
        int port = settings.whole("port", 1, 65_535).orElse(GivEnergy.USUAL_PORT);
        String serial = settings.text("logger.serial", "").toUpperCase(Locale.ROOT);
        return host(settings, connection).map(host -> new GivEnergy(host, port, serial));
    }

    private static Optional<String> host(SettingsReader settings, String connection) {
        Optional<String> host = settings.text("host");
        if (host.isEmpty()) {
            settings.problem(
                    "host is empty; write name or address of the device, or choose another"
                            + " connection than "
                            + connection);
        }
        return host;
    }

    private static int port(SettingsReader settings) {
        return settings.whole("port", 1, 65_535).orElse(502);
    }

    private static Optional<LinkAddress> serial(SettingsReader settings, LinkDefaults usual) {
        Optional<String> device = settings.text("serial.device");
        if (device.isEmpty()) {
            settings.problem(
                    "serial.device is empty; write the path of the port, such as /dev/ttyUSB0");
            return Optional.empty();
        }
        int baud = settings.whole("serial.baud", 300, 1_000_000).orElse(usual.baud());
        int stopBits = settings.whole("serial.stop.bits", 1, 2).orElse(usual.stopBits());
        char parity = parity(settings, usual);
        return Optional.of(new Rtu(new SerialSettings(device.get(), baud, 8, parity, stopBits)));
    }

    private static char parity(SettingsReader settings, LinkDefaults usual) {
        String parity = settings.text("serial.parity", "auto");
        return switch (parity) {
            case "auto" -> usual.parity();
            case "none" -> 'N';
            case "even" -> 'E';
            case "odd" -> 'O';
            default -> {
                settings.problem(
                        "serial.parity is '" + parity + "'; write auto, none, even or odd");
                yield usual.parity();
            }
        };
    }
}
