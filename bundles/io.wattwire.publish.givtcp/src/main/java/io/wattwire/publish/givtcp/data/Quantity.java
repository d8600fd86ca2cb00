package io.wattwire.publish.givtcp.data;

import java.util.Set;

/**
 * What a key of the structure counts, in Home Assistant's words.
 *
 * @param unit empty for none
 * @param deviceClass empty for none
 * @param stateClass empty for none
 */
public record Quantity(String unit, String deviceClass, String stateClass) {

    private static final Quantity NONE = new Quantity("", "", "");
    private static final Quantity TIMESTAMP = new Quantity("", "timestamp", "");
    private static final String MEASURED = "measurement";
    private static final Quantity PERCENT = new Quantity("%", "", "");
    private static final Set<String> SETTINGS =
            Set.of("Battery_Power_Reserve", "Battery_Power_Cutoff", "Target_SOC");
    private static final Set<String> SPLIT_RATES =
            Set.of("Battery_Charge_Rate", "Battery_Discharge_Rate");

    /**
     * The quantity of a key.
     *
     * @param key last level of its path
     * @param form whose structure; GivTCP 3 counts the rates in watts
     * @return nothing for texts and plain numbers
     */
    public static Quantity of(String key, Form form) {
        if (SPLIT_RATES.contains(key)) {
            return form == Form.V3 ? new Quantity("W", "power", "") : PERCENT;
        }
        if (SETTINGS.contains(key) || key.contains("_Target_SOC_") || key.endsWith("_Rate_AC")) {
            return PERCENT;
        }
        if (key.equals("Active_Power_Rate")) {
            return PERCENT;
        }
        if (key.equals("Last_Updated_Time") || key.endsWith("_Completion_Time")) {
            return TIMESTAMP;
        }
        return measured(key);
    }

    private static Quantity measured(String key) {
        if (key.equals("Time_Since_Last_Update")) {
            return new Quantity("s", "duration", MEASURED);
        }
        if (key.endsWith("_Time_Remaining")) {
            return new Quantity("min", "duration", MEASURED);
        }
        if (key.endsWith("_kWh")) {
            return kilowattHours(key);
        }
        if (key.contains("_Voltage")) {
            return new Quantity("V", "voltage", MEASURED);
        }
        if (key.endsWith("_Temperature")) {
            return new Quantity("°C", "temperature", MEASURED);
        }
        if (key.equals("SOC") || key.equals("Battery_SOC")) {
            return new Quantity("%", "battery", MEASURED);
        }
        if (key.endsWith("_Power") || key.contains("_Power_String_") || key.contains("_to_")) {
            return new Quantity("W", "power", MEASURED);
        }
        return electric(key);
    }

    private static Quantity kilowattHours(String key) {
        if (key.equals("SOC_kWh") || key.equals("Battery_Capacity_kWh")) {
            return new Quantity("kWh", "energy_storage", MEASURED);
        }
        return new Quantity("kWh", "energy", "total_increasing");
    }

    private static Quantity electric(String key) {
        if (key.contains("_Current")) {
            return new Quantity("A", "current", MEASURED);
        }
        if (key.endsWith("_Frequency")) {
            return new Quantity("Hz", "frequency", MEASURED);
        }
        if (key.startsWith("Invertor_Max_")) {
            return new Quantity("W", "power", MEASURED);
        }
        boolean ampereHours = key.endsWith("_Capacity") || key.endsWith("_Capcity");
        return ampereHours ? new Quantity("Ah", "", MEASURED) : NONE;
    }
}
