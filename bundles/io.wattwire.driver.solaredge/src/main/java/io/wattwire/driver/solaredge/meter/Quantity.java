package io.wattwire.driver.solaredge.meter;

/**
 * One value that a meter can show.
 *
 * @param key its name, that of solaredge_meterproxy: {@code l1_power_active}
 * @param unit W, V, A, var, VA, Hz, kWh, kvarh, kVAh; empty for a power factor
 * @param least lowest value that makes sense
 * @param most highest value that makes sense
 */
public record Quantity(String key, String unit, double least, double most) {

    private static final String POWER = "power_active";

    /**
     * Whether it counts over the meter's life.
     *
     * @return true for energies
     */
    public boolean lifetime() {
        return unit.endsWith("h");
    }

    /**
     * Whether a limiter acts on it; only such values keep a meter alive.
     *
     * @return true for the real power, of all phases or of one
     */
    public boolean vital() {
        return key.equals(POWER) || key.length() == POWER.length() + 3 && key.endsWith("_" + POWER);
    }

    /**
     * Whether it hardly changes on a sound grid.
     *
     * @return true for voltages and the frequency
     */
    boolean steady() {
        return unit.equals("V") || unit.equals("Hz");
    }

    /**
     * Why a channel's unit is not this quantity's.
     *
     * @param other unit that the channel says; empty when it says none
     * @return a sentence with the remedy; empty when it fits
     */
    public String unitProblem(String other) {
        if (other.isBlank() || unit.isEmpty() || unit.equalsIgnoreCase(other.strip())) {
            return "";
        }
        return key
                + " is shown in "
                + unit
                + ", but its channel's unit is "
                + other.strip()
                + "; bring the value in "
                + unit
                + " and let the channel say so";
    }

    /**
     * Why a value cannot be one of this quantity.
     *
     * @param value what a source says
     * @return a sentence with the remedy; empty when it can
     */
    public String problem(double value) {
        if (!Double.isFinite(value)) {
            return key + " is " + value + "; a meter shows numbers only, write a finite one";
        }
        if (value < least || value > most) {
            return key
                    + " is "
                    + value
                    + " "
                    + unit
                    + ", outside "
                    + least
                    + " to "
                    + most
                    + "; check the source's unit and scale";
        }
        return "";
    }
}
