package io.wattwire.site;

import io.wattwire.device.wire.PropertyReader;
import io.wattwire.device.wire.RefusedException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns configuration properties into settings, or says all that is wrong with them. */
final class SettingsParser {

    static final String CAPACITIES = "battery.capacity.kwh";

    private static final String SEPARATORS = "[,;\\n]";
    private static final double LEAST_STALE_S = 1;
    private static final double MOST_STALE_S = 3_600;
    private static final double MOST_KWH = 100_000;

    private final PropertyReader reader;

    private SettingsParser(Map<String, Object> properties) {
        this.reader = new PropertyReader(properties);
    }

    /**
     * Reads settings.
     *
     * @param pid the site's own name
     */
    static SiteSettings parse(String pid, Map<String, Object> properties) throws RefusedException {
        SettingsParser parser = new SettingsParser(properties);
        SiteSettings settings = parser.settings();
        new Overlaps(pid, settings, parser.reader).check();
        if (!parser.reader.problems().isEmpty()) {
            throw new RefusedException(parser.reader.problems());
        }
        return settings;
    }

    private SiteSettings settings() {
        Map<Role, List<Entry>> roles = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            roles.put(role, entries(role.setting()));
        }
        return new SiteSettings(
                Map.copyOf(roles), capacities(), stale("stale.s"), stale("slow.stale.s"));
    }

    private List<Entry> entries(String key) {
        List<Entry> entries = new ArrayList<>();
        for (String item : items(key)) {
            Entry entry = Entry.parse(item);
            if (entry == null) {
                reader.problem(
                        key
                                + " has '"
                                + PropertyReader.shown(item)
                                + "'; write <asset> or <asset>/<channel>, with l1, l2 or l3 behind"
                                + " it if all of it is on that phase");
            } else {
                entries.add(entry);
            }
        }
        return List.copyOf(entries);
    }

    private Map<String, Double> capacities() {
        Map<String, Double> capacities = new LinkedHashMap<>();
        for (String item : items(CAPACITIES)) {
            int equals = item.indexOf('=');
            String asset = equals < 0 ? "" : item.substring(0, equals).trim();
            if (asset.isEmpty()) {
                reader.problem(
                        CAPACITIES
                                + " has '"
                                + PropertyReader.shown(item)
                                + "'; write <asset>=<kWh>");
                continue;
            }
            double kwh = number(CAPACITIES + " of " + asset, item.substring(equals + 1));
            if (capacities.put(asset, kwh) != null) {
                reader.problem(CAPACITIES + " names " + asset + " twice");
            }
        }
        return Map.copyOf(capacities);
    }

    /** With the same rules for numbers as any other setting. */
    private double number(String what, String text) {
        PropertyReader one = new PropertyReader(Map.of(what, text));
        double value = one.number(what, "0", 0.01, MOST_KWH);
        one.problems().forEach(reader::problem);
        return value;
    }

    private long stale(String key) {
        double seconds = reader.optional(key, 0, LEAST_STALE_S, MOST_STALE_S);
        return (long) (seconds * 1e9);
    }

    private List<String> items(String key) {
        List<String> items = new ArrayList<>();
        for (String item : reader.text(key, "").split(SEPARATORS)) {
            if (!item.isBlank()) {
                items.add(item.trim());
            }
        }
        return items;
    }
}
