package io.wattwire.site;

import io.wattwire.device.wire.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one asset adds to a value of the site.
 *
 * @param entry which asset
 * @param source where its value comes from; empty when this entry cannot tell it
 */
record Part(Entry entry, Optional<Source> source) {

    private static final Pattern OF_PHASE = Pattern.compile("(.+)_l([1-3])");

    /** The parts of a point; those that stand on other phases have none in it. */
    static List<Part> of(SitePoint point, SiteSettings settings) {
        List<Part> parts = new ArrayList<>();
        for (Role role : Role.values()) {
            if (point.roles().contains(role)) {
                for (Entry entry : settings.entries(role)) {
                    of(point.name(), role, entry).ifPresent(parts::add);
                }
            }
        }
        return parts;
    }

    private static Optional<Part> of(String point, Role role, Entry entry) {
        Matcher matcher = OF_PHASE.matcher(point);
        if (!matcher.matches()) {
            return Optional.of(plain(point, role, entry));
        }
        int phase = Integer.parseInt(matcher.group(2));
        if (entry.phase() == 0) {
            return Optional.of(
                    new Part(
                            entry,
                            entry.whole()
                                    ? Optional.of(new Source(entry.asset(), point))
                                    : Optional.empty()));
        }
        if (entry.phase() != phase) {
            return Optional.empty();
        }
        // all that flows through it flows on its phase
        return Optional.of(
                matcher.group(1).equals(role.power())
                        ? plain(role.power(), role, entry)
                        : plain(point, role, entry));
    }

    private static Part plain(String point, Role role, Entry entry) {
        if (entry.whole()) {
            return new Part(entry, Optional.of(new Source(entry.asset(), point)));
        }
        return new Part(
                entry,
                point.equals(role.power())
                        ? Optional.of(new Source(entry.asset(), entry.channel()))
                        : Optional.empty());
    }
}
