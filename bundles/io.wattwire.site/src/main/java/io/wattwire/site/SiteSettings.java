package io.wattwire.site;

import io.wattwire.device.wire.Source;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the installer told about the site, already checked. Immutable.
 *
 * @param roles the assets of each role
 * @param capacitiesKwh capacities of batteries that do not tell theirs, by asset
 * @param staleNanos age from which a power counts as missing; 0: three of its periods
 * @param slowStaleNanos the same for what changes slowly
 */
record SiteSettings(
        Map<Role, List<Entry>> roles,
        Map<String, Double> capacitiesKwh,
        long staleNanos,
        long slowStaleNanos) {

    static final SiteSettings NOTHING = new SiteSettings(Map.of(), Map.of(), 0, 0);

    List<Entry> entries(Role role) {
        return roles.getOrDefault(role, List.of());
    }

    boolean has(Role role) {
        return !entries(role).isEmpty();
    }

    boolean isEmpty() {
        return roles.values().stream().allMatch(List::isEmpty);
    }

    /** Everything that has to be listened to. */
    Set<Source> sources() {
        Set<Source> sources = new HashSet<>();
        for (SitePoint point : SitePoint.ALL) {
            add(sources, point);
        }
        add(sources, SitePoint.BATTERY_SOC);
        for (Role role : Role.values()) {
            for (Entry entry : entries(role)) {
                Misplaced.clue(role, entry).ifPresent(sources::add);
            }
        }
        return sources;
    }

    private void add(Set<Source> sources, SitePoint point) {
        for (Part part : Part.of(point, this)) {
            part.source().ifPresent(sources::add);
        }
    }

    /** Where the power of each part comes from. */
    Set<Source> powers(Role role) {
        Set<Source> powers = new HashSet<>();
        entries(role).forEach(entry -> powers.add(power(role, entry)));
        return powers;
    }

    Source power(Role role, Entry entry) {
        return new Source(entry.asset(), entry.whole() ? role.power() : entry.channel());
    }
}
