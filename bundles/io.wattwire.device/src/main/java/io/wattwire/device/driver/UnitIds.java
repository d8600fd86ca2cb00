package io.wattwire.device.driver;

import io.wattwire.device.model.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Reads the setting {@code units}: {@code grid=30 battery=-}. */
final class UnitIds {

    static final String SETTING = "units";

    private static final String NOT_THERE = "-";
    private static final int MOST = 255;

    private UnitIds() {}

    static Map<String, OptionalInt> read(SettingsReader settings, List<Service> services) {
        Map<String, OptionalInt> units = new HashMap<>();
        for (String part : settings.text(SETTING, "").split("[\\s,;]+")) {
            if (!part.isEmpty()) {
                read(part, settings, services, units);
            }
        }
        return units;
    }

    private static void read(
            String part,
            SettingsReader settings,
            List<Service> services,
            Map<String, OptionalInt> units) {
        String[] sides = part.split("=", -1);
        if (sides.length != 2 || !isUnit(sides[1])) {
            settings.problem(
                    "units has '"
                            + part
                            + "'; write a part and its unit id from 0 to 255, as grid=30, or grid=-"
                            + " for one that is not there");
            return;
        }
        List<String> known = services.stream().map(Service::name).toList();
        if (!known.contains(sides[0])) {
            settings.problem(
                    "units names '"
                            + sides[0]
                            + "'; "
                            + (known.isEmpty()
                                    ? "this device has no parts, leave it empty"
                                    : "write one of " + String.join(", ", known)));
            return;
        }
        if (units.putIfAbsent(sides[0], unit(sides[1])) != null) {
            settings.problem("units names '" + sides[0] + "' twice; write it once");
        }
    }

    private static boolean isUnit(String text) {
        return text.equals(NOT_THERE) || text.matches("\\d{1,3}") && Integer.parseInt(text) <= MOST;
    }

    private static OptionalInt unit(String text) {
        return text.equals(NOT_THERE)
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(text));
    }
}
