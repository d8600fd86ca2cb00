package io.wattwire.publish.pvoutput;

import java.util.Locale;

/** What PVOutput can be told, in the order of its batch columns, and what a day is made of. */
enum Column {
    V1("generation.energy", Kind.ENERGY),
    V2("generation.power", Kind.POWER),
    V3("consumption.energy", Kind.ENERGY),
    V4("consumption.power", Kind.POWER),
    V5("temperature", Kind.TEMPERATURE),
    V6("voltage", Kind.VOLTAGE),
    V7(Column.EXTENDED, Kind.OTHER),
    V8(Column.EXTENDED, Kind.OTHER),
    V9(Column.EXTENDED, Kind.OTHER),
    V10(Column.EXTENDED, Kind.OTHER),
    V11(Column.EXTENDED, Kind.OTHER),
    V12(Column.EXTENDED, Kind.OTHER),
    EXPORT("export.energy", Kind.ENERGY),
    IMPORT("import.energy", Kind.ENERGY),
    NET("net.power", Kind.NET);

    static final String EXTENDED = "extended";

    private final String setting;
    private final Kind kind;

    Column(String setting, Kind kind) {
        this.setting = setting;
        this.kind = kind;
    }

    /** How a value is read and written; numbers outside its range make PVOutput refuse the rest. */
    enum Kind {
        /** Wh. */
        ENERGY(0, 1e12, 0),
        /** W; what a sleeping inverter takes is no generation. */
        POWER(-1e9, 1e9, 0),
        /** W, + is import. */
        NET(-1e9, 1e9, 0),
        /** degC. */
        TEMPERATURE(-100, 100, 1),
        /** V. */
        VOLTAGE(0, 300, 1),
        /** Anything. */
        OTHER(-1e12, 1e12, 3);

        private final double least;
        private final double most;
        private final int digits;

        Kind(double least, double most, int digits) {
            this.least = least;
            this.most = most;
            this.digits = digits;
        }

        boolean takes(double value) {
            return value >= least && value <= most;
        }

        int digits() {
            return digits;
        }
    }

    String setting() {
        return setting;
    }

    Kind kind() {
        return kind;
    }

    boolean isEnergy() {
        return kind == Kind.ENERGY;
    }

    /** Whether it is a field of a status. */
    boolean isSent() {
        return ordinal() <= V12.ordinal();
    }

    /** Whether a status needs one like it. */
    boolean isEssential() {
        return ordinal() <= V4.ordinal();
    }

    String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
