package io.wattwire.publish.givtcp.data;

import static io.wattwire.publish.givtcp.data.Values.minus;
import static io.wattwire.publish.givtcp.data.Values.or;
import static io.wattwire.publish.givtcp.data.Values.plus;

import java.util.Map;
import java.util.OptionalDouble;

/** {@code Energy}: counters in kWh, of all time and of today. */
final class EnergyPart {

    private final Values values;
    private final Model model;

    EnergyPart(Values values, Model model) {
        this.values = values;
        this.model = model;
    }

    Map<String, Object> map() {
        return new Section().put("Total", total()).put("Today", today()).map();
    }

    private Map<String, Object> total() {
        OptionalDouble export = values.number("grid_export_energy_total", "grid_energy_export");
        OptionalDouble imported = values.number("grid_import_energy_total", "grid_energy_import");
        OptionalDouble acCharge = values.number("ac_charge_energy_total");
        OptionalDouble inverter =
                values.number("pv_generation_energy_total", "inverter_energy_total");
        OptionalDouble pv = withoutPv(values.number("pv_energy_total"));
        OptionalDouble charged =
                values.number("battery_energy_charged", "battery_charge_energy_total_alt1");
        OptionalDouble discharged =
                values.number("battery_energy_discharged", "battery_discharge_energy_total_alt1");
        boolean counted = charged.orElse(0) > 0 || discharged.orElse(0) > 0;
        return new Section()
                .real("Export_Energy_Total_kWh", export)
                .real(
                        "Battery_Throughput_Total_kWh",
                        values.number("battery_throughput_energy_total"))
                .real("AC_Charge_Energy_Total_kWh", acCharge)
                .real("Import_Energy_Total_kWh", imported)
                .real("Invertor_Energy_Total_kWh", inverter)
                .real("PV_Energy_Total_kWh", pv)
                .real("Load_Energy_Total_kWh", load(inverter, acCharge, export, imported, pv))
                .real(
                        "Battery_Charge_Energy_Total_kWh",
                        counted ? charged : or(pack("battery_charge_energy_total"), charged))
                .real(
                        "Battery_Discharge_Energy_Total_kWh",
                        counted
                                ? discharged
                                : or(pack("battery_discharge_energy_total"), discharged))
                .real("Self_Consumption_Energy_Total_kWh", minus(pv, export))
                .map();
    }

    /** Some firmware counts in the packs only: each tells the sum of all. */
    private OptionalDouble pack(String register) {
        return values.number("pack1_" + register);
    }

    private Map<String, Object> today() {
        OptionalDouble export = values.number("grid_export_energy_today");
        OptionalDouble imported = values.number("grid_import_energy_today");
        OptionalDouble acCharge = values.number("ac_charge_energy_today");
        OptionalDouble inverter = values.number("pv_generation_energy_today");
        OptionalDouble pv =
                withoutPv(
                        or(
                                values.number("pv_energy_today"),
                                plus(
                                        values.number("pv1_energy_today"),
                                        values.number("pv2_energy_today"))));
        OptionalDouble charged = values.number("battery_charge_energy_today_alt1");
        OptionalDouble discharged = values.number("battery_discharge_energy_today_alt1");
        return new Section()
                .real("Battery_Throughput_Today_kWh", plus(charged, discharged))
                .real("PV_Energy_Today_kWh", pv)
                .real("Import_Energy_Today_kWh", imported)
                .real("Export_Energy_Today_kWh", export)
                .real("AC_Charge_Energy_Today_kWh", acCharge)
                .real("Invertor_Energy_Today_kWh", inverter)
                .real("Battery_Charge_Energy_Today_kWh", charged)
                .real("Battery_Discharge_Energy_Today_kWh", discharged)
                .real("Self_Consumption_Energy_Today_kWh", minus(pv, export))
                .real("Load_Energy_Today_kWh", load(inverter, acCharge, export, imported, pv))
                .map();
    }

    private OptionalDouble withoutPv(OptionalDouble pv) {
        return pv.isEmpty() && model.alternatingOnly() ? OptionalDouble.of(0) : pv;
    }

    /** What neither went to the grid nor into the battery; PV elsewhere feeds the house besides. */
    private OptionalDouble load(
            OptionalDouble inverter,
            OptionalDouble acCharge,
            OptionalDouble export,
            OptionalDouble imported,
            OptionalDouble pv) {
        OptionalDouble load = minus(minus(inverter, acCharge), minus(export, imported));
        return model.hybrid() ? load : plus(load, pv);
    }
}
