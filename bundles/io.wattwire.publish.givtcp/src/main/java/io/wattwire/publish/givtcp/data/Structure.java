package io.wattwire.publish.givtcp.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** GivTCP's nested structure of one inverter at one time. */
final class Structure {

    private static final double MILLIS = 1000;
    private static final String VERSION = "3.5";

    private final Values values;
    private final Model model;
    private final Form form;

    Structure(Values values, Model model, Form form) {
        this.values = values;
        this.model = model;
        this.form = form;
    }

    /**
     * The structure.
     *
     * @param sinceMillis since the values before these
     * @param online whether values come in
     * @param raw whether the registers are added
     */
    Map<String, Object> map(
            String serial, long timeMillis, long sinceMillis, boolean online, boolean raw) {
        Map<String, Object> all = new LinkedHashMap<>();
        Map<String, Object> stats =
                new Section()
                        .put("Last_Updated_Time", V3Part.iso(timeMillis))
                        .put("Time_Since_Last_Update", sinceMillis / MILLIS)
                        .put("status", online ? "online" : "offline")
                        .map();
        Map<String, Object> power = new PowerPart(values, model, form).map();
        Map<String, Object> control = new ControlPart(values).map();
        Map<String, Object> packs = new Batteries(values, form).map();
        Details details = new Details(values, model);
        if (form == Form.OF_2022) {
            all.putAll(stats);
        } else {
            stats.put("GivTCP_Version", VERSION);
            all.put("Stats", stats);
        }
        all.put("Energy", new EnergyPart(values, model).map());
        all.put("Power", power);
        all.put("Timeslots", new Slots(values).map(form));
        if (form == Form.OF_2022) {
            all.put("Invertor_Details", details.of2022(serial));
            all.put("Control", control);
            all.put("Battery_Details", packs);
        } else {
            V3Part more = new V3Part(values, model);
            more.power(section(power, "Power"), timeMillis);
            all.put(serial, details.v3(serial));
            all.put("Control", more.control(control));
            all.put("Battery_Details", Map.of("Battery_Stack_1", stack(packs)));
        }
        if (raw) {
            all.put("raw", raw(packs));
        }
        return all;
    }

    @SuppressWarnings("unchecked") // sections are maps of this kind
    static Map<String, Object> section(Map<String, Object> map, String key) {
        return (Map<String, Object>) map.get(key);
    }

    private Map<String, Object> stack(Map<String, Object> packs) {
        Section stack =
                new Section()
                        .real(
                                "BMS_Temperature",
                                values.number(
                                        "battery_temperature", "battery_internal_temperature"))
                        .real(
                                "BMS_Voltage",
                                values.number("battery_voltage", "battery_terminal_voltage"));
        packs.forEach(stack::put);
        return stack.map();
    }

    /** The registers by our names: GivTCP's are those of another program's library. */
    private Map<String, Object> raw(Map<String, Object> packs) {
        SortedMap<String, Object> inverter = values.all();
        Map<String, Object> batteries = new LinkedHashMap<>();
        for (int pack = 1; pack <= Batteries.PACKS; pack++) {
            String prefix = "pack" + pack + "_";
            Map<String, Object> registers = new LinkedHashMap<>();
            inverter.keySet()
                    .removeIf(
                            name -> {
                                boolean of = name.startsWith(prefix);
                                if (of) {
                                    registers.put(
                                            name.substring(prefix.length()), inverter.get(name));
                                }
                                return of;
                            });
            String serial =
                    Fleet.level(String.valueOf(registers.getOrDefault("serial_number", "")));
            if (packs.containsKey(serial)) {
                batteries.put(serial, registers);
            }
        }
        return new Section().put("invertor", inverter).put("batteries", batteries).map();
    }
}
