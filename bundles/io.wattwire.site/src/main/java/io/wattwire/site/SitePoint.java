package io.wattwire.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A value of the site that is made of the same value of its parts.
 *
 * @param name the common point
 * @param unit of it
 * @param roles whose assets tell it
 * @param rule how it is made
 * @param slow whether it changes slowly and may be older
 */
record SitePoint(String name, String unit, Set<Role> roles, Rule rule, boolean slow) {

    enum Rule {
        SUM,
        /** A sum makes no sense: that of the first asset that tells it. */
        FIRST
    }

    private static final Set<Role> PV = Set.of(Role.INVERTER, Role.HYBRID);
    private static final Set<Role> STORAGE = Set.of(Role.BATTERY, Role.HYBRID);
    private static final int PHASES = 3;

    static final SitePoint GRID_POWER = power("grid_power", Set.of(Role.GRID));
    static final SitePoint INVERTER_POWER = power("inverter_power", PV);
    static final SitePoint BATTERY_POWER = power("battery_power", STORAGE);
    static final SitePoint GENERATOR_POWER = power("generator_power", Set.of(Role.GENERATOR));

    /** Batteries with an AC connection of their own: those of hybrids are in inverter power. */
    static final SitePoint AC_BATTERY_POWER = power("battery_power", Set.of(Role.BATTERY));

    static final SitePoint BATTERY_SOC = new SitePoint("battery_soc", "%", STORAGE, Rule.SUM, true);
    static final SitePoint BATTERY_CAPACITY = slow("battery_capacity", "kWh", STORAGE);

    /** In the order in which they are emitted. */
    static final List<SitePoint> ALL = all();

    private static List<SitePoint> all() {
        List<SitePoint> all = new ArrayList<>();
        all.add(GRID_POWER);
        phases(all, "grid_power", "W", Set.of(Role.GRID), Rule.SUM, false);
        phases(all, "grid_voltage", "V", Set.of(Role.GRID), Rule.FIRST, true);
        all.add(new SitePoint("grid_frequency", "Hz", Set.of(Role.GRID), Rule.FIRST, true));
        all.add(new SitePoint("grid_reactive_power", "var", Set.of(Role.GRID), Rule.SUM, true));
        all.add(slow("grid_energy_import", "kWh", Set.of(Role.GRID)));
        all.add(slow("grid_energy_export", "kWh", Set.of(Role.GRID)));
        all.add(INVERTER_POWER);
        phases(all, "inverter_power", "W", PV, Rule.SUM, false);
        all.add(slow("inverter_rated_power", "W", PV));
        all.add(slow("inverter_energy_total", "kWh", PV));
        all.add(power("pv_power", PV));
        all.add(slow("pv_energy_today", "kWh", PV));
        all.add(slow("pv_energy_total", "kWh", PV));
        all.add(BATTERY_POWER);
        all.add(BATTERY_CAPACITY);
        all.add(slow("battery_max_charge_power", "W", STORAGE));
        all.add(slow("battery_max_discharge_power", "W", STORAGE));
        all.add(slow("battery_energy_charged", "kWh", STORAGE));
        all.add(slow("battery_energy_discharged", "kWh", STORAGE));
        all.add(GENERATOR_POWER);
        all.add(slow("generator_energy_total", "kWh", Set.of(Role.GENERATOR)));
        all.add(power("ev_power", Set.of(Role.EV)));
        all.add(slow("ev_energy_total", "kWh", Set.of(Role.EV)));
        return List.copyOf(all);
    }

    private static SitePoint power(String name, Set<Role> roles) {
        return new SitePoint(name, "W", roles, Rule.SUM, false);
    }

    private static SitePoint slow(String name, String unit, Set<Role> roles) {
        return new SitePoint(name, unit, roles, Rule.SUM, true);
    }

    private static void phases(
            List<SitePoint> all,
            String name,
            String unit,
            Set<Role> roles,
            Rule rule,
            boolean slow) {
        for (int phase = 1; phase <= PHASES; phase++) {
            all.add(new SitePoint(name + "_l" + phase, unit, roles, rule, slow));
        }
    }
}
