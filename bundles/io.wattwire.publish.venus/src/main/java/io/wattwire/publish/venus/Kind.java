package io.wattwire.publish.venus;

import java.util.Locale;

/** The services that we know how to be. */
enum Kind {
    /** The meter at the grid's connection. */
    GRID("cg_", "meter", "grid_power", "grid_", 40, 0xB023, "grid meter"),

    /** An inverter on the AC side. */
    PVINVERTER("pv_", "inverter", "inverter_power", "inverter_", 41, 0xB089, "PV inverter"),

    /** A battery with its own inverter, or seen by its management. */
    BATTERY("bat_", "battery", "battery_power", "battery_", 512, 0, "battery");

    private final String prefix;
    private final String asset;
    private final String primary;
    private final String start;
    private final int instance;
    private final int product;
    private final String words;

    // product ids are Victron's to give; these two are those that dbus-modbus-client with a Growatt
    // used, so that a GX that has seen it shows the same, and systemcalc only wants a number
    Kind(
            String prefix,
            String asset,
            String primary,
            String start,
            int instance,
            int product,
            String words) {
        this.prefix = prefix;
        this.asset = asset;
        this.primary = primary;
        this.start = start;
        this.instance = instance;
        this.product = product;
        this.words = words;
    }

    /** {@return null where it is none of ours} */
    static Kind of(String text) {
        for (Kind kind : values()) {
            if (kind.busClass().equals(text)) {
                return kind;
            }
        }
        return null;
    }

    /** {@return third part of the service's name} */
    String busClass() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return what the unique part of the name begins with, where nobody says another one} */
    String prefix() {
        return prefix;
    }

    /** {@return the asset, where nobody says another one} */
    String asset() {
        return asset;
    }

    /** {@return the channel whose age is that of the source} */
    String primary() {
        return primary;
    }

    /** {@return what the common points begin with} */
    String start() {
        return start;
    }

    /** {@return the instance that is asked for} */
    int instance() {
        return instance;
    }

    int product() {
        return product;
    }

    String words() {
        return words;
    }
}
