package io.wattwire.device.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The vocabulary that all brands share.
 *
 * <p>Signs: grid + is import, battery + is charging, PV, inverter and generator + is generating,
 * load and charging point + is consuming. Currents of alternating current are magnitudes, since
 * most meters measure them so. Energies are counters that never fall.
 */
public final class CommonPoints {
    /** Most PV inputs of an inverter that have names of their own. */
    public static final int MOST_PV_INPUTS = 24;

    private static final String AGE = "_age_ms";
    private static final Map<String, CommonPoint> ALL = new Vocabulary().points();

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
            point = age(name);
        }
        return Optional.ofNullable(point);
    }

    private static CommonPoint age(String name) {
        return null;
    }

    private static final class Vocabulary {
        Map<String, CommonPoint> points() {
            return Collections.unmodifiableMap(new LinkedHashMap<>());
        }
    }
}
