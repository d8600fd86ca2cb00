package io.wattwire.device.session;

import io.wattwire.device.model.Service;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Reads the unit ids of a device's parts as an owner writes them: {@code grid=30 battery=-}. */
public final class UnitIds {

    private static final String NOT_THERE = "-";
    private static final int MOST = 255;

    private UnitIds() {}

    /**
     * Reads unit ids; blanks, commas or semicolons stand between them.
     *
     * @param text what the owner wrote; empty for nothing
     * @param services parts that the device may have
     * @param problems takes a sentence for each mistake: cause and remedy
     * @return unit ids by the part's name, empty for one that is said not to be there; without
     *     those that are wrong
     */
    public static Map<String, OptionalInt> parse(
            String text, List<Service> services, Consumer<String> problems) {
        Map<String, OptionalInt> units = new HashMap<>();
        for (String part : text.split("[\\s,;]+")) {
            if (!part.isEmpty()) {
                parse(part, services, problems, units);
            }
        }
        return units;
    }

    private static void parse(
            String part,
            List<Service> services,
            Consumer<String> problems,
            Map<String, OptionalInt> units) {
        String[] sides = part.split("=", -1);
        if (sides.length != 2 || !isUnit(sides[1])) {
            problems.accept(
                    "units has '"
                            + part
                            + "'; write a part and its unit id from 0 to 255, as grid=30, or grid=-"
                            + " for one that is not there");
            return;
        }
        List<String> known = services.stream().map(Service::name).toList();
        if (!known.contains(sides[0])) {
            problems.accept(
                    "units names '"
                            + sides[0]
                            + "'; "
                            + (known.isEmpty()
                                    ? "this device has no parts, leave it empty"
                                    : "write one of " + String.join(", ", known)));
            return;
        }
        if (units.putIfAbsent(sides[0], unit(sides[1])) != null) {
            problems.accept("units names '" + sides[0] + "' twice; write it once");
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
