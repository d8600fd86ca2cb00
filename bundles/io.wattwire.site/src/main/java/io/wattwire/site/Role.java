package io.wattwire.site;

import java.util.Locale;

/** What an asset is to the site. */
enum Role {
    /** At the grid connection; + is import. */
    GRID("grid_power"),
    /** An inverter of PV only; + is generating. */
    INVERTER("inverter_power"),
    /** An inverter with PV and battery behind the same AC terminals; + is generating. */
    HYBRID("inverter_power"),
    /** A battery with an AC connection of its own; + is charging. */
    BATTERY("battery_power"),
    /** A generator; + is generating. */
    GENERATOR("generator_power"),
    /** A charging point, which is a part of the load; + is charging a vehicle. */
    EV("ev_power");

    private final String power;

    Role(String power) {
        this.power = power;
    }

    /** {@return the point that every asset of this role has to tell} */
    String power() {
        return power;
    }

    /** {@return the name of the setting that lists its assets} */
    String setting() {
        return word() + ".assets";
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** An asset is only one of these: each is a device of its own behind its AC terminals. */
    boolean isDevice() {
        return this != GRID;
    }
}
