package io.wattwire.simulator.plant;

import java.util.Objects;
import java.util.Optional;

/**
 * Everything that stands on a site.
 *
 * @param sun what the array could give
 * @param load what the house draws
 * @param inverter the PV inverter
 * @param battery the battery, if there is one
 * @param exportLimitW what may flow into the grid, W, at least 0; the account is kept against it
 */
public record Site(
        Sun sun,
        HouseLoad load,
        InverterSpec inverter,
        Optional<BatterySpec> battery,
        double exportLimitW) {

    /**
     * Checks the values.
     *
     * @param sun what the array could give
     * @param load what the house draws
     * @param inverter the PV inverter
     * @param battery the battery
     * @param exportLimitW what may flow into the grid
     * @throws IllegalArgumentException when the export limit is negative
     */
    public Site {
        Objects.requireNonNull(sun, "sun");
        Objects.requireNonNull(load, "load");
        Objects.requireNonNull(inverter, "inverter");
        Objects.requireNonNull(battery, "battery");
        if (!(exportLimitW >= 0)) {
            throw new IllegalArgumentException("export limit must be 0 W or more");
        }
    }

    /**
     * A site without battery that must not export.
     *
     * @param sun what the array could give
     * @param load what the house draws
     * @param inverter the PV inverter
     * @return the site
     */
    public static Site zeroExport(Sun sun, HouseLoad load, InverterSpec inverter) {
        return new Site(sun, load, inverter, Optional.empty(), 0);
    }

    /**
     * The same site with a battery.
     *
     * @param spec the battery
     * @return a new site
     */
    public Site with(BatterySpec spec) {
        return new Site(sun, load, inverter, Optional.of(spec), exportLimitW);
    }
}
