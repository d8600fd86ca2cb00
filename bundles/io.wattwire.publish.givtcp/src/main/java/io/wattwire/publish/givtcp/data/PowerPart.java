package io.wattwire.publish.givtcp.data;

import static io.wattwire.publish.givtcp.data.Values.above;
import static io.wattwire.publish.givtcp.data.Values.both;
import static io.wattwire.publish.givtcp.data.Values.minus;
import static io.wattwire.publish.givtcp.data.Values.or;
import static io.wattwire.publish.givtcp.data.Values.plus;
import static io.wattwire.publish.givtcp.data.Values.turned;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * {@code Power}: W, with GivTCP's signs: at the grid + is export, at the battery + is discharging,
 * at the inverter + is delivering. Ours are the other way round for the first two.
 */
final class PowerPart {

    /** What GivTCP takes for a misreading. */
    private static final double MOST_PV = 15_000;

    private static final double MOST_LOAD = 15_500;
    private static final double MOST_INVERTER = 6000;

    private static final OptionalDouble NONE = OptionalDouble.of(0);

    private final Values values;
    private final Model model;
    private final Form form;
    private final OptionalDouble pv1;
    private final OptionalDouble pv2;
    private final OptionalDouble pv;
    private final OptionalDouble grid;
    private final OptionalDouble inverter;
    private final OptionalDouble load;
    private final OptionalDouble battery;

    PowerPart(Values values, Model model, Form form) {
        this.values = values;
        this.model = model;
        this.form = form;
        pv1 = string(values.number("pv1_power"));
        pv2 = string(values.number("pv2_power"));
        pv = or(plus(pv1, pv2), values.number("pv_power"));
        grid = or(turned(values.number("grid_power")), values.number("grid_export_power"));
        inverter = values.number("inverter_power", "inverter_output_power");
        load = values.number("load_power", "load_demand_power");
        battery =
                or(
                        turned(values.number("battery_power")),
                        values.number("battery_discharge_power"));
    }

    private OptionalDouble string(OptionalDouble power) {
        return power.isEmpty() && model.alternatingOnly() ? NONE : power;
    }

    Map<String, Object> map() {
        return new Section().put("Power", power()).put("Flows", flows()).map();
    }

    private OptionalDouble imported() {
        return above(turned(grid));
    }

    private OptionalDouble exported() {
        return above(grid);
    }

    private OptionalDouble charge() {
        return above(turned(battery));
    }

    private OptionalDouble discharge() {
        return above(battery);
    }

    private Map<String, Object> power() {
        boolean plausible = pv.orElse(0) < MOST_PV;
        double most = form == Form.OF_2022 ? MOST_INVERTER : Double.MAX_VALUE;
        Section section = new Section();
        if (plausible) {
            section.whole("PV_Power_String_1", pv1)
                    .whole("PV_Power_String_2", pv2)
                    .whole("PV_Power", pv);
        }
        volts(section);
        section.whole("Grid_Power", grid)
                .whole("Import_Power", imported())
                .whole("Export_Power", exported())
                .whole("EPS_Power", values.number("backup_power", "backup_output_power"));
        if (Math.abs(inverter.orElse(0)) <= most) {
            section.whole("Invertor_Power", inverter);
        }
        section.whole("AC_Charge_Power", above(turned(inverter)));
        if (form == Form.V3 || load.orElse(0) < MOST_LOAD) {
            section.whole("Load_Power", load);
        }
        section.whole("Self_Consumption_Power", above(minus(load, imported())))
                .whole("Battery_Power", battery)
                .whole("Charge_Power", charge())
                .whole("Discharge_Power", discharge())
                .whole("SOC", values.number("battery_soc"));
        return section.map();
    }

    private void volts(Section section) {
        if (model.stringsUnknown()) {
            section.put("PV_Voltage_String_1", null).put("PV_Voltage_String_2", null);
            return;
        }
        section.real("PV_Voltage_String_1", string(values.number("pv1_voltage")))
                .real("PV_Voltage_String_2", string(values.number("pv2_voltage")));
    }

    private Map<String, Object> flows() {
        boolean sun = pv.orElse(0) > 0;
        boolean imports = imported().orElse(0) > 0;
        boolean exports = exported().orElse(0) > 0;
        OptionalDouble toHouse = sun ? both(pv, load, Math::min) : none(pv);
        OptionalDouble toBattery = sun ? above(minus(minus(pv, toHouse), exported())) : none(pv);
        OptionalDouble batteryToHouse = above(minus(discharge(), exported()));
        return new Section()
                .whole("Solar_to_House", toHouse)
                .whole("Solar_to_Battery", toBattery)
                .whole(
                        "Solar_to_Grid",
                        sun ? above(minus(minus(pv, toHouse), toBattery)) : none(pv))
                .whole("Battery_to_House", batteryToHouse)
                .whole(
                        "Grid_to_Battery",
                        imports ? minus(charge(), above(minus(pv, load))) : none(grid))
                .whole("Grid_to_House", imports ? above(minus(imported(), charge())) : none(grid))
                .whole(
                        "Battery_to_Grid",
                        exports ? above(minus(discharge(), batteryToHouse)) : none(grid))
                .map();
    }

    /** Nothing flows, which is known only where the source of that knowledge is there. */
    private static OptionalDouble none(OptionalDouble source) {
        return source.isPresent() ? NONE : source;
    }
}
