package io.wattwire.simulator.device;

import io.wattwire.simulator.plant.InverterSpec;
import io.wattwire.simulator.plant.PlantState;

/** What a Growatt MIN shows of its plant, at the base addresses and again from 3000 on. */
final class GrowattValues {

    private static final double EFFICIENCY = 0.97;
    private static final double STRING_VOLTAGE = 360;
    private static final double GENERATED_BEFORE_KWH = 5_432.1;
    private static final double WH_PER_KWH = 1_000;
    private static final double AMBIENT_DEGC = 24;
    private static final double HEATING_DEGC = 22;
    private static final int ACTIVE_POWER_ORDER = 7;
    private static final int WAITING = 0;
    private static final int NORMAL = 1;

    /** Less than the limit's step above the output: then it is the limit that holds it down. */
    private static final double AT_LIMIT_W = 20;

    private final TableDevice device;
    private final InverterSpec spec;

    GrowattValues(TableDevice device, InverterSpec spec) {
        this.device = device;
        this.spec = spec;
    }

    void show(PlantState state) {
        double watts = state.flow().inverterW();
        device.set("status", watts > 0 ? NORMAL : WAITING)
                .set("tlx_state", watts > 0 ? NORMAL : WAITING);
        showDc(watts / EFFICIENCY);
        showAc(state, watts);
        showEnergy(state.energies().inverterWh() / WH_PER_KWH);
        showState(state, watts);
    }

    private void showDc(double watts) {
        double volts = watts > 0 ? STRING_VOLTAGE : 0;
        double amperes = watts > 0 ? watts / STRING_VOLTAGE : 0;
        both("pv_power_total", watts);
        device.set("pv1_dc_voltage", volts).set("tlx_pv1_voltage", volts);
        device.set("pv1_dc_current", amperes).set("tlx_pv1_current", amperes);
        device.set("pv1_dc_power", watts).set("tlx_pv1_power", watts);
    }

    private void showAc(PlantState state, double watts) {
        double amperes = watts / state.voltage();
        both("ac_power", watts);
        both("ac_power_l1", watts);
        both("ac_voltage_l1", state.voltage());
        both("ac_current_l1", amperes);
        device.set("ac_frequency", state.frequency()).set("tlx_grid_frequency", state.frequency());
    }

    private void showEnergy(double generatedKwh) {
        double dcKwh = generatedKwh / EFFICIENCY;
        both("energy_today", generatedKwh);
        both("energy_total", GENERATED_BEFORE_KWH + generatedKwh);
        both("pv1_energy_today", dcKwh);
        both("pv1_energy_total", (GENERATED_BEFORE_KWH + generatedKwh) / EFFICIENCY);
        device.set("pv_energy_lifetime", (GENERATED_BEFORE_KWH + generatedKwh) / EFFICIENCY);
    }

    private void showState(PlantState state, double watts) {
        boolean limited =
                state.flow().availableW() > state.obeyedW()
                        && watts > state.obeyedW() - AT_LIMIT_W
                        && state.limitPercent() < 100;
        both("derating_mode", limited ? ACTIVE_POWER_ORDER : 0);
        double degrees = AMBIENT_DEGC + HEATING_DEGC * watts / spec.ratedW();
        both("temp_inverter", degrees);
        both("temp_ipm", degrees + 2);
        both("output_percent", watts / spec.ratedW() * 100);
    }

    private void both(String name, double value) {
        device.set(name, value).set("tlx_" + name, value);
    }
}
