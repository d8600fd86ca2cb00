package io.wattwire.publish.givtcp.data;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * The model of an inverter, as far as the structure depends on it.
 *
 * @param id our model: {@code gen1}, {@code ac} …
 */
record Model(String id) {

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("gen1", "Hybrid_gen1"),
                    Map.entry("gen2", "Hybrid_gen2"),
                    Map.entry("gen3-early", "Hybrid_gen3"),
                    Map.entry("gen3", "Hybrid_gen3"),
                    Map.entry("gen4", "Hybrid_gen4"),
                    Map.entry("hv-gen3", "Hybrid_hv_gen3"),
                    Map.entry("hybrid", "Polar"),
                    Map.entry("ac", "Ac"),
                    Map.entry("aio", "All_in_one"),
                    Map.entry("three-phase", "Hybrid_3ph"),
                    Map.entry("ems", "Ems"),
                    Map.entry("gateway", "Gateway"));
    private static final Set<String> WITHOUT_PV_INSIDE = Set.of("ac", "aio");
    private static final double GEN2_AC_W = 3600;
    private static final double GEN1_AC_W = 2600;
    private static final double USUAL_AC_W = 6000;
    private static final Map<String, Double> BATTERY_W =
            Map.of(
                    "gen1", GEN1_AC_W,
                    "gen2", GEN2_AC_W,
                    "gen3-early", GEN2_AC_W,
                    "gen3", GEN2_AC_W,
                    "ac", 3000.0,
                    "hybrid", 5400.0);

    /** What the driver has found; else what the registers tell. */
    static Model of(String found, Values values) {
        return new Model(NAMES.containsKey(found) ? found : told(values));
    }

    private static String told(Values values) {
        String type = values.text("device_type").orElse("").toLowerCase(Locale.ROOT);
        if (type.contains("three-phase")) {
            return "three-phase";
        }
        if (type.startsWith("ac coupled")) {
            return "ac";
        }
        if (type.startsWith("all-in-one")) {
            return "aio";
        }
        if (type.startsWith("high-voltage")) {
            return "hv-gen3";
        }
        if (type.contains("gen4")) {
            return "gen4";
        }
        return hybrid(values.number("arm_firmware_version"));
    }

    private static String hybrid(OptionalDouble firmware) {
        int hundreds = (int) firmware.orElse(0) / 100;
        return hundreds == 3 ? "gen3" : hundreds == 8 || hundreds == 9 ? "gen2" : "gen1";
    }

    /** PV is behind its own terminals, so what it gives is in its AC power. */
    boolean hybrid() {
        return !WITHOUT_PV_INSIDE.contains(id);
    }

    /** No PV at all. */
    boolean alternatingOnly() {
        return id.equals("ac");
    }

    /** Voltage and current of the strings mirror the AC side. */
    boolean stringsUnknown() {
        return id.equals("aio");
    }

    /** GivTCP's name of the model; the library of 2022 knew three. */
    String name(Form form) {
        if (form == Form.V3) {
            return NAMES.get(id);
        }
        return switch (id) {
            case "gen1", "gen3-early", "gen3", "gen4", "hv-gen3", "hybrid" -> "Hybrid";
            case "gen2" -> "Gen2";
            case "ac" -> "AC";
            default -> NAMES.get(id);
        };
    }

    /** The most that the battery side takes or gives, W. */
    double batteryPower() {
        return BATTERY_W.getOrDefault(id, USUAL_AC_W);
    }

    /** Nominal battery voltage, V. */
    double batteryVoltage() {
        return switch (id) {
            case "aio" -> 307;
            case "three-phase" -> 76.8;
            default -> 51.2;
        };
    }
}
