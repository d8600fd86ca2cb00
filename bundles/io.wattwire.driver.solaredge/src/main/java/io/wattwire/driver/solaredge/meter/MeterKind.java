package io.wattwire.driver.solaredge.meter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The meters that can be shown. */
public enum MeterKind {
    /** The one that SolarEdge inverters know: WattNode WNC-3Y-400-MB. */
    WATTNODE(true, false),
    /** Eastron's single-phase meter. */
    SDM230(false, true),
    /** Eastron's three-phase meter. */
    SDM630(false, true),
    /** Chint's three-phase meter. */
    DTSU666(true, true);

    private final boolean oneTable;
    private final boolean gapsReadZero;

    MeterKind(boolean oneTable, boolean gapsReadZero) {
        this.oneTable = oneTable;
        this.gapsReadZero = gapsReadZero;
    }

    /** Whether functions 3 and 4 read the same registers. */
    boolean oneTable() {
        return oneTable;
    }

    /** Whether an address without a register, between two that exist, reads as 0. */
    boolean gapsReadZero() {
        return gapsReadZero;
    }

    /**
     * Its name in settings.
     *
     * @return {@code wattnode}
     */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Finds a meter.
     *
     * @param text its name in settings
     * @return empty when there is none of that name
     */
    public static Optional<MeterKind> find(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }

    Habits habits() {
        return this == WATTNODE ? new WattnodeHabits() : Habits.NONE;
    }
}
