package io.wattwire.site;

import io.wattwire.device.wire.PropertyReader;
import io.wattwire.device.wire.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds lists that are right one by one and would count something twice together.
 *
 * @param pid the site's own name
 * @param settings as read
 * @param reader that takes the problems
 */
record Overlaps(String pid, SiteSettings settings, PropertyReader reader) {

    void check() {
        for (Role role : Role.values()) {
            settings.entries(role).forEach(entry -> itself(role, entry));
            sameTwice(role);
        }
        twoRoles();
        gridAsDevice();
        gridPhases();
        settings.capacitiesKwh().keySet().forEach(this::capacity);
    }

    private void itself(Role role, Entry entry) {
        if (entry.asset().equals(pid)) {
            reader.problem(role.setting() + " names this site itself");
        }
    }

    private void sameTwice(Role role) {
        List<Entry> entries = settings.entries(role);
        for (int i = 0; i < entries.size(); i++) {
            for (int j = i + 1; j < entries.size(); j++) {
                if (entries.get(i).sharesMeasurementsWith(entries.get(j))) {
                    reader.problem(role.setting() + " counts " + entries.get(j) + " twice");
                }
            }
        }
    }

    private void twoRoles() {
        List<Role> devices = Stream.of(Role.values()).filter(Role::isDevice).toList();
        for (int i = 0; i < devices.size(); i++) {
            for (int j = i + 1; j < devices.size(); j++) {
                twoRoles(devices.get(i), devices.get(j));
            }
        }
    }

    private void twoRoles(Role one, Role other) {
        for (Entry entry : settings.entries(one)) {
            for (Entry also : settings.entries(other)) {
                if (countTwice(entry, also)) {
                    reader.problem(
                            entry.asset()
                                    + " is in "
                                    + one.setting()
                                    + " and in "
                                    + other.setting()
                                    + ": it would be counted twice. An inverter with a battery of"
                                    + " its own stands in hybrid.assets only");
                }
            }
        }
    }

    /** Two channels of one meter may be two devices, but not two common points of one device. */
    private static boolean countTwice(Entry one, Entry other) {
        return one.sharesMeasurementsWith(other)
                || one.asset().equals(other.asset())
                        && (isCommon(one.channel()) || isCommon(other.channel()));
    }

    private static boolean isCommon(String channel) {
        return SitePoint.ALL.stream().anyMatch(point -> point.name().equals(channel));
    }

    private void gridAsDevice() {
        Set<Source> grid = settings.powers(Role.GRID);
        for (Role role : Role.values()) {
            for (Source source : settings.powers(role)) {
                if (role.isDevice() && grid.contains(source)) {
                    reader.problem(
                            source + " is in " + role.setting() + " and is the grid's as well");
                }
            }
        }
    }

    /** A meter of all phases beside those of single phases sees what they see. */
    private void gridPhases() {
        List<Entry> grid = settings.entries(Role.GRID);
        List<Integer> phases = new ArrayList<>();
        grid.stream().map(Entry::phase).filter(phase -> phase != 0).forEach(phases::add);
        if (!phases.isEmpty() && phases.size() < grid.size()) {
            reader.problem(
                    "grid.assets has a phase behind some assets only: the others would be counted"
                            + " beside them; give each asset its phase, or none");
        }
        if (phases.stream().distinct().count() < phases.size()) {
            reader.problem(
                    "grid.assets has two assets on one phase: "
                            + grid.stream().map(Entry::toString).collect(Collectors.joining(", ")));
        }
    }

    private void capacity(String asset) {
        boolean battery =
                Stream.concat(
                                settings.entries(Role.BATTERY).stream(),
                                settings.entries(Role.HYBRID).stream())
                        .anyMatch(entry -> entry.asset().equals(asset));
        if (!battery) {
            reader.problem(
                    SettingsParser.CAPACITIES
                            + " names "
                            + PropertyReader.shown(asset)
                            + ", which is neither in battery.assets nor in hybrid.assets");
        }
    }
}
