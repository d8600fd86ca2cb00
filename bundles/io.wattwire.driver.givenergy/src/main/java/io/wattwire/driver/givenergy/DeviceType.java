package io.wattwire.driver.givenergy;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What the device type in holding register 0 tells, as four hexadecimal digits: the family of the
 * device, and its rating. Source: givenergy-modbus.
 */
final class DeviceType {

    private static final Map<String, double[]> FAMILIES =
            Map.of(
                    "20", new double[] {5000, 4600, 3600},
                    "30", new double[] {3000, 3600},
                    "40", new double[] {6000, 8000, 10_000, 11_000, 15_000, 20_000, 5000},
                    "60", new double[] {6000, 8000, 10_000, 11_000, 15_000, 20_000},
                    "70", new double[] {12_000},
                    "80", new double[] {6000, 3600, 5000},
                    "81", new double[] {6000, 8000, 10_000},
                    "82", new double[] {6000, 8000, 10_000, 12_000, 11_000},
                    "83", new double[] {3600, 4600, 5000, 6000});

    /** Hybrids from 21 to 25. */
    private static final double[] OTHER_HYBRIDS = {5000, 4600, 3600, 6000, 7000, 8000};

    private static final Map<String, Double> BATTERIES =
            Map.of(
                    "2201", 5400.0,
                    "3001", 3000.0,
                    "3002", 3000.0,
                    "8001", 6000.0,
                    "8002", 3600.0,
                    "8003", 5000.0,
                    "8102", 8000.0,
                    "8103", 10_000.0);

    private static final double FIRST_HYBRID_BATTERY_W = 2600;
    private static final double LATER_HYBRID_BATTERY_W = 3600;

    private static final Map<String, Double> WATTS = watts();

    /** Firmware of Gen3 above this has ten slots. */
    private static final double LAST_WITH_TWO_SLOTS = 302;

    private static final double GENERATION = 100;

    private final String digits;

    private DeviceType(String digits) {
        this.digits = digits;
    }

    static DeviceType of(double code) {
        return new DeviceType(String.format("%04X", (int) code));
    }

    private static Map<String, Double> watts() {
        Map<String, Double> all = new HashMap<>();
        FAMILIES.forEach((family, ratings) -> put(all, family, ratings));
        for (int family = 21; family <= 25; family++) {
            put(all, String.valueOf(family), OTHER_HYBRIDS);
        }
        all.put("4101", 30_000.0);
        all.put("4103", 50_000.0);
        return Map.copyOf(all);
    }

    private static void put(Map<String, Double> all, String family, double[] ratings) {
        for (int i = 0; i < ratings.length; i++) {
            all.put(family + "0" + (i + 1), ratings[i]);
        }
    }

    /** Rated power at the AC terminals in W. */
    OptionalDouble ratedW() {
        return optional(WATTS.get(digits));
    }

    /**
     * The most that the inverter's side of the battery gives or takes, in W.
     *
     * @param firmware of the ARM, register 21
     */
    OptionalDouble batteryW(double firmware) {
        if (!digits.startsWith("20")) {
            return optional(BATTERIES.get(digits));
        }
        boolean later = !hybrid(firmware).equals(GivEnergyModel.GEN1);
        return OptionalDouble.of(later ? LATER_HYBRID_BATTERY_W : FIRST_HYBRID_BATTERY_W);
    }

    private static OptionalDouble optional(Double watts) {
        return watts == null ? OptionalDouble.empty() : OptionalDouble.of(watts);
    }

    /**
     * The model.
     *
     * @param firmware of the ARM, register 21: tells the generation of the first hybrids
     * @return empty when the type is unknown
     */
    String model(double firmware) {
        return switch (digits.charAt(0)) {
            case '2' -> digits.startsWith("20") ? hybrid(firmware) : otherHybrid();
            case '3' -> GivEnergyModel.AC;
            case '4', '6' -> GivEnergyModel.THREE_PHASE;
            case '5' -> GivEnergyModel.EMS;
            case '7' -> GivEnergyModel.GATEWAY;
            case '8' -> highVoltage();
            default -> "";
        };
    }

    private static String hybrid(double firmware) {
        int generation = (int) (firmware / GENERATION);
        if (generation == 3) {
            return firmware > LAST_WITH_TWO_SLOTS ? GivEnergyModel.GEN3 : GivEnergyModel.GEN3_EARLY;
        }
        return generation == 8 || generation == 9 ? GivEnergyModel.GEN2 : GivEnergyModel.GEN1;
    }

    private String otherHybrid() {
        return digits.matches("2[1-5]..") ? GivEnergyModel.HYBRID : "";
    }

    private String highVoltage() {
        return switch (digits.substring(0, 2)) {
            case "80" -> GivEnergyModel.ALL_IN_ONE;
            case "81" -> GivEnergyModel.HV_GEN3;
            case "82" -> GivEnergyModel.THREE_PHASE;
            case "83" -> GivEnergyModel.GEN4;
            default -> "";
        };
    }
}
