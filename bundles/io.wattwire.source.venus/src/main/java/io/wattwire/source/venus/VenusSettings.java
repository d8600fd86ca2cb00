package io.wattwire.source.venus;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.device.source.SourceSettings;
import io.wattwire.publish.mqtt.MqttAccess;
import io.wattwire.publish.venus.bus.BusPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings of a Venus source after checking.
 *
 * @param bus the GX's D-Bus; empty for its broker
 * @param access the GX's broker; of no use where there is a bus
 * @param portal id of the GX; empty to find it
 * @param choices which service tells what
 */
record VenusSettings(
        Optional<BusPlace> bus, MqttAccess access, String portal, List<Choice> choices) {

    private static final String NONE = "-";
    private static final Pattern SERVICE = Pattern.compile("([a-z]{1,30})(?:/([0-9]{1,9}))?");
    private static final Pattern PORTAL = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    /**
     * Reads the settings; what is wrong is told to their reader.
     *
     * @return null where something is wrong
     */
    static VenusSettings of(String owner, SourceSettings settings) {
        SettingsReader plain = settings.plain();
        String transport = plain.text("transport", "mqtt");
        if (!transport.equals("mqtt") && !transport.equals("dbus")) {
            plain.problem("transport is '" + transport + "'; write mqtt or dbus");
        }
        boolean dbus = transport.equals("dbus");
        if (!dbus && plain.text("host").isEmpty()) {
            plain.problem("host is empty; write the name or address of the GX");
        }
        Optional<BusPlace> bus = dbus ? bus(plain) : Optional.empty();
        MqttAccess access = MqttAccess.of(owner, settings);
        String portal = plain.text("portal.id", "");
        if (!portal.isEmpty() && !PORTAL.matcher(portal).matches()) {
            plain.problem("portal.id is '" + portal + "'; write the GX's VRM portal ID");
        }
        List<Choice> choices = choices(plain);
        return plain.problems().isEmpty() ? new VenusSettings(bus, access, portal, choices) : null;
    }

    private static Optional<BusPlace> bus(SettingsReader plain) {
        OptionalInt uid = plain.whole("uid", 0, Integer.MAX_VALUE);
        Optional<String> address = plain.text("address");
        if (address.isEmpty()) {
            plain.problem("address is empty; write the GX's bus, such as venus.local:78");
            return Optional.empty();
        }
        try {
            return Optional.of(BusPlace.parse(address.get(), uid));
        } catch (IllegalArgumentException wrong) {
            plain.problem("address: " + wrong.getMessage());
            return Optional.empty();
        }
    }

    static List<Choice> choices(SettingsReader plain) {
        List<Choice> choices = new ArrayList<>();
        choice(plain, choices, "grid", "grid");
        choice(plain, choices, "inverter", "pvinverter");
        choice(plain, choices, "battery", "battery");
        choice(plain, choices, "pv", "system");
        choice(plain, choices, "load", "system");
        if (choices.isEmpty()) {
            plain.problem("grid, inverter, battery, pv and load are all '-'; nothing is left");
        }
        return choices;
    }

    private static void choice(
            SettingsReader plain, List<Choice> choices, String part, String otherwise) {
        String text = plain.text(part, otherwise);
        if (text.equals(NONE)) {
            return;
        }
        Matcher written = SERVICE.matcher(text);
        if (!written.matches() || !Table.kinds(part).contains(written.group(1))) {
            plain.problem(
                    "%s is '%s'; write %s, where there are several with /instance, or -"
                            .formatted(part, text, String.join(" or ", Table.kinds(part))));
            return;
        }
        OptionalInt instance =
                written.group(2) == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(Integer.parseInt(written.group(2)));
        choices.add(new Choice(part, written.group(1), instance));
    }
}
