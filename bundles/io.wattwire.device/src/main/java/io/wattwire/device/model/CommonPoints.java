package io.wattwire.device.model;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * The vocabulary that all brands share, so that limits, pages and publishers work with any of them.
 *
 * <p>Signs: grid + is import, battery + is charging, PV, inverter and generator + is generating,
 * load and charging point + is consuming. Alternating currents are magnitudes, since most meters
 * measure them so. Energies are counters.
 */
public final class CommonPoints {
    private static final String AGE = "_age_ms";
    private static final Map<String, CommonPoint> ALL = Vocabulary.points();

    private CommonPoints() {}

    /**
     * All words, except the ages of points.
     *
     * @return grouped by part of the house
     */
    public static Collection<CommonPoint> all() {
        return ALL.values();
    }

    /**
     * Finds a word.
     *
     * @param name its name, or that of a point followed by {@code _age_ms}
     * @return empty when the vocabulary does not have it
     */
    public static Optional<CommonPoint> find(String name) {
        CommonPoint point = ALL.get(name);
        if (point == null && name.endsWith(AGE)) {
            point = age(name, ALL.get(name.substring(0, name.length() - AGE.length())));
        }
        return Optional.ofNullable(point);
    }

    private static CommonPoint age(String name, CommonPoint of) {
        return of == null
                ? null
                : new CommonPoint(
                        name,
                        "ms",
                        ValueKind.LONG,
                        "time since " + of.name() + " was read",
                        false,
                        false);
    }
}
