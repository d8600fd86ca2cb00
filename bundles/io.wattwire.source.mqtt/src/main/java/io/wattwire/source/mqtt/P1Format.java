package io.wattwire.source.mqtt;

import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * A Dutch smart meter's P1 telegram as JSON, with the keys that solaredge_meterproxy's mqttP1
 * reads. Power in W, energies in Wh.
 */
final class P1Format implements Format {

    private static final double WH_PER_KWH = 1000;
    private static final double NO_NAME = Double.NaN;

    /** A telegram tells none; the grid of these meters has it, and mqttP1 shows it. */
    private static final double HERTZ = 50;

    private final double importOffsetWh;
    private final double exportOffsetWh;

    /**
     * @param importOffsetWh taken off the imported energy
     * @param exportOffsetWh taken off the exported energy
     */
    P1Format(double importOffsetWh, double exportOffsetWh) {
        this.importOffsetWh = importOffsetWh;
        this.exportOffsetWh = exportOffsetWh;
    }

    @Override
    public Map<String, Double> read(byte[] payload) {
        JsonObject telegram = JsonObjectFormat.object(payload);
        Map<String, Double> values = new HashMap<>();
        difference(values, "power_active", telegram, "powerImportedActual", "powerExportedActual");
        for (int phase = 1; phase <= 3; phase++) {
            String power = "instantaneousActivePowerL" + phase;
            difference(
                    values, "l" + phase + "_power_active", telegram, power + "Plus", power + "Min");
            double volts = number(telegram, "instantaneousVoltageL" + phase);
            put(values, "l" + phase + "n_voltage", volts);
        }
        put(
                values,
                "import_energy_active",
                (number(telegram, "electricityImported") - importOffsetWh) / WH_PER_KWH);
        put(
                values,
                "export_energy_active",
                (number(telegram, "electricityExported") - exportOffsetWh) / WH_PER_KWH);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("none of the P1 keys is in the message");
        }
        values.put("frequency", HERTZ);
        return values;
    }

    /** A telegram tells import and export apart, and leaves out what its meter lacks. */
    private static void difference(
            Map<String, Double> values, String name, JsonObject telegram, String in, String out) {
        double imported = number(telegram, in);
        double exported = number(telegram, out);
        boolean told = telegram.has(in) || telegram.has(out);
        boolean damaged =
                telegram.has(in) && Double.isNaN(imported)
                        || telegram.has(out) && Double.isNaN(exported);
        if (!told || damaged) {
            return;
        }
        put(values, name, orZero(imported) - orZero(exported));
    }

    private static double orZero(double value) {
        return Double.isNaN(value) ? 0 : value;
    }

    private static void put(Map<String, Double> values, String name, double value) {
        if (Double.isFinite(value)) {
            values.put(name, value);
        }
    }

    private static double number(JsonObject telegram, String key) {
        try {
            return telegram.has(key) && telegram.get(key).isJsonPrimitive()
                    ? telegram.get(key).getAsDouble()
                    : NO_NAME;
        } catch (NumberFormatException text) {
            return NO_NAME;
        }
    }
}
