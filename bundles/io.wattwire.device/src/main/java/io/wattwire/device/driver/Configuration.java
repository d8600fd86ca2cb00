package io.wattwire.device.driver;

import io.wattwire.device.link.GivEnergy;
import io.wattwire.device.link.LinkAddress;
import io.wattwire.device.link.Rtu;
import io.wattwire.device.link.RtuTcp;
import io.wattwire.device.link.Solarman;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.LinkDefaults;
import io.wattwire.device.model.MeterRole;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.Protocol;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.session.BatteryBounds;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.UnitIds;
import io.wattwire.serial.SerialSettings;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A driver's settings after checking.
 *
 * @param session what the session needs
 * @param createAssets whether to make the ready-made assets
 */
record Configuration(SessionSettings session, boolean createAssets) {

    private static final int LONGEST_MS = 60_000;

    /** Thrown with one sentence per wrong setting. */
    static final class Wrong extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient List<String> problems;

        Wrong(List<String> problems) {
            super(String.join("; ", problems));
            this.problems = List.copyOf(problems);
        }

        List<String> problems() {
            return problems;
        }
    }

    static Configuration of(DeviceFamily family, Map<String, Object> properties) throws Wrong {
        return of(family, properties, new Secrets(new Services(null)));
    }

    static Configuration of(DeviceFamily family, Map<String, Object> properties, Secrets secrets)
            throws Wrong {
        SettingsReader settings = new SettingsReader(properties);
        Optional<LinkAddress> address =
                family.protocol() == Protocol.HTTP
                        ? HttpAddress.of(settings, secrets)
                        : address(settings, family);
        boolean createAssets = settings.flag("assets.create", true);
        SessionSettings.Builder session = null;
        if (address.isPresent()) {
            session = session(settings, family, address.get());
        }
        if (!settings.problems().isEmpty()) {
            throw new Wrong(settings.problems());
        }
        return new Configuration(session.build(), createAssets);
    }

    private static SessionSettings.Builder session(
            SettingsReader settings, DeviceFamily family, LinkAddress address) {
        LinkDefaults usual = family.link();
        int unit = settings.whole("unit.id", 0, 255).orElse(usual.unit());
        SessionSettings.Builder session =
                SessionSettings.of(address, unit)
                        .model(model(settings, family))
                        .readDeadline(
                                millis(
                                        settings,
                                        "read.deadline.ms",
                                        50,
                                        longer(family.readDeadline(), address.usualReadDeadline())))
                        .pauses(
                                millis(
                                        settings,
                                        "pause.ms",
                                        0,
                                        longer(usual.pause(), address.usualPause())),
                                millis(
                                        settings,
                                        "connect.delay.ms",
                                        0,
                                        usual.connectDelay().toMillis()))
                        .installerCap(settings.positive("installer.cap.w"))
                        .setpointValid(
                                Duration.ofSeconds(
                                        settings.whole("setpoint.valid.s", 1, 86_400).orElse(60)))
                        .underControl(settings.flag("under.control", false))
                        .ratedPower(settings.positive("rated.power.w"))
                        .writeUnrecognised(settings.flag("write.unrecognised", false))
                        .trace(settings.flag("trace", false))
                        .units(
                                UnitIds.parse(
                                        settings.text("units", ""),
                                        family.services(),
                                        settings::problem));
        boolean installer = settings.flag("installer.writes", false);
        if (settings.flag("write.enabled", false)) {
            session.writable(installer ? WriteRole.INSTALLER : WriteRole.OWNER);
        }
        if (family.meter()) {
            meter(settings, session);
        }
        if (family.battery()) {
            battery(settings, session);
        }
        return session;
    }

    private static void meter(SettingsReader settings, SessionSettings.Builder session) {
        String text = settings.text("meter.role", MeterRole.GRID.text());
        Optional<MeterRole> role = MeterRole.find(text);
        if (role.isEmpty()) {
            settings.problem(
                    "meter.role is '" + text + "'; write grid, pv, battery, load, ev or generator");
        }
        session.meter(
                role.orElse(MeterRole.GRID),
                settings.flag("meter.invert", false),
                settings.whole("meter.phase", 0, 3).orElse(0));
    }

    private static void battery(SettingsReader settings, SessionSettings.Builder session) {
        OptionalDouble socMin = settings.positive("soc.min");
        OptionalDouble socMax = settings.positive("soc.max");
        OptionalDouble charge = settings.positive("battery.max.charge.w");
        OptionalDouble discharge = settings.positive("battery.max.discharge.w");
        OptionalDouble capacity = settings.positive("battery.capacity.kwh");
        try {
            session.battery(new BatteryBounds(socMin, socMax, charge, discharge, capacity));
        } catch (IllegalArgumentException wrong) {
            settings.problem(wrong.getMessage());
        }
    }

    private static String model(SettingsReader settings, DeviceFamily family) {
        String model = settings.text("model", "");
        List<String> known = family.models().stream().map(Model::name).toList();
        if (!model.isEmpty() && !known.contains(model)) {
            settings.problem(
                    "model is '"
                            + model
                            + "'; write one of "
                            + String.join(", ", known)
                            + ", or leave it empty to ask the device");
        }
        return model;
    }

    private static long longer(Duration first, Duration second) {
        return Math.max(first.toMillis(), second.toMillis());
    }

    private static Duration millis(SettingsReader settings, String id, int least, long otherwise) {
        int from = (int) Math.min(otherwise, Integer.MAX_VALUE);
        return Duration.ofMillis(settings.whole(id, least, LONGEST_MS).orElse(from));
    }

    /** The place of the device, and what is spoken there. */
    private static Optional<LinkAddress> address(SettingsReader settings, DeviceFamily family) {
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
