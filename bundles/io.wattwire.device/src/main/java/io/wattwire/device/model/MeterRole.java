package io.wattwire.device.model;

import java.util.Locale;
import java.util.Optional;

/** What a meter measures; the same meter offers other common points in another role. */
public enum MeterRole {
    /** The grid connection; + is import. */
    GRID,
    /** A PV inverter, on its AC side; + is generation. */
    PV,
    /** A battery inverter, on its AC side; + is charging. */
    BATTERY,
    /** A load; + is consumption. */
    LOAD,
    /** A charging point for electric vehicles; + is charging. */
    EV,
    /** A generator; + is generation. */
    GENERATOR;

    /**
     * The name used in tables and settings.
     *
     * @return the constant's name in lower case
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a role by its name.
     *
     * @param text a name as of {@link #text()}, in any case
     * @return empty where no role has this name
     */
    public static Optional<MeterRole> find(String text) {
        for (MeterRole role : values()) {
            if (role.text().equalsIgnoreCase(text.strip())) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
