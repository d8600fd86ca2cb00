package io.wattwire.publish.venus;

import io.wattwire.device.driver.SettingsReader;
import io.wattwire.publish.venus.bus.BusPlace;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The settings of one service after checking.
 *
 * @param place of the bus
 * @param kind of service
 * @param asset whose values it shows
 * @param id unique part of the service's name
 * @param instance that is asked for
 * @param position on the AC side at first: 0 input 1, 1 output, 2 input 2
 * @param customName at first; may be empty
 * @param phase of a device that has only one, 1 to 3
 * @param maxW of the inverter; NaN: as it tells itself
 * @param control whether the GX may limit
 * @param limit name of the limit whose status is shown
 * @param meter name of the grid meter, for the energy rule
 * @param freeExportW what the energy rule allows where it does not derate; NaN: no such rule
 */
record VenusSettings(
        BusPlace place,
        Kind kind,
        String asset,
        String id,
        int instance,
        int position,
        String customName,
        int phase,
        double maxW,
        boolean control,
        String limit,
        String meter,
        double freeExportW) {

    static final String ADDRESS = "tcp:host=venus.local,port=78";

    private static final int LONGEST_ID = 64;
    private static final int LONGEST_NAME = 64;
    private static final int HIGHEST_INSTANCE = 1000;
    private static final int HIGHEST_UID = 65_535;

    /**
     * Reads the settings; what is wrong is told to their reader.
     *
     * @return null where something is wrong
     */
    static VenusSettings of(SettingsReader plain) {
        String service = plain.text("service", "grid");
        Kind kind = Kind.of(service);
        if (kind == null) {
            plain.problem("service is '" + service + "'; write grid, pvinverter or battery");
        }
        Kind known = kind == null ? Kind.GRID : kind;
        String asset = plain.text("asset", known.asset());
        BusPlace place = place(plain);
        String id = plain.text("id", known.prefix() + asset.replaceAll("[^A-Za-z0-9_]", "_"));
        if (!id.matches("[A-Za-z_][A-Za-z0-9_]*") || id.length() > LONGEST_ID) {
            plain.problem("id is '" + id + "'; write letters, digits and _, as cg_1234567");
        }
        String name = plain.text("custom.name", "");
        if (name.length() > LONGEST_NAME) {
            plain.problem("custom.name is longer than " + LONGEST_NAME + " characters");
        }
        VenusSettings settings =
                new VenusSettings(
                        place,
                        known,
                        asset,
                        id,
                        plain.whole("instance", 0, HIGHEST_INSTANCE).orElse(known.instance()),
                        plain.whole("position", 0, 2).orElse(0),
                        name,
                        plain.whole("phase", 1, 3).orElse(1),
                        plain.positive("max.power.w").orElse(Double.NaN),
                        plain.flag("control.enabled", false),
                        plain.text("limit", "limit"),
                        plain.text("meter", Kind.GRID.asset()),
                        plain.positive("free.export.w").orElse(Double.NaN));
        return plain.problems().isEmpty() ? settings : null;
    }

    private static BusPlace place(SettingsReader plain) {
        OptionalInt uid = plain.whole("uid", 0, HIGHEST_UID);
        try {
            return BusPlace.parse(plain.text("address", ADDRESS), uid);
        } catch (IllegalArgumentException wrong) {
            plain.problem("address: " + wrong.getMessage());
            return null;
        }
    }

    /** {@return name on the bus} */
    String name() {
        return "com.victronenergy." + kind.busClass() + "." + id;
    }

    /** {@return all whose values matter; one may have several parts} */
    Set<String> assets() {
        return new HashSet<>(List.of(asset, limit, meter));
    }

    /** {@return whether the GX may limit} */
    boolean commands() {
        return kind == Kind.PVINVERTER && control;
    }

    /** {@return whether the owner's rule for energies decides about the export} */
    boolean usesEnergyRule() {
        return commands() && !Double.isNaN(freeExportW);
    }
}
