package io.wattwire.device.driver;

import io.wattwire.device.link.LinkAddress;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.LinkDefaults;
import io.wattwire.device.model.MeterRole;
import io.wattwire.device.model.Model;
import io.wattwire.device.model.Protocol;
import io.wattwire.device.model.WriteRole;
import io.wattwire.device.session.BatteryBounds;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.UnitIds;
import java.time.Duration;
import java.util.List;
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
                        : LineAddress.of(settings, family);
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
}
