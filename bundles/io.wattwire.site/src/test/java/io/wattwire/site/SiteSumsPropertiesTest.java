package io.wattwire.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SiteSumsPropertiesTest {

    private static final double WATT = 1e-6;

    /**
     * Whoever of four is silent, the sum is whole or missing, and names exactly the silent ones.
     */
    @Property
    void aSumIsNeverSmallerThanItsParts(
            @ForAll @Size(4) boolean[] silent,
            @ForAll @Size(4) double @DoubleRange(min = -10_000, max = 10_000) [] watts) {
        House house = new House("inverter.assets", "p0, p1, p2, p3");
        double sum = 0;
        boolean all = true;
        for (int i = 0; i < silent.length; i++) {
            all &= !silent[i];
            sum += watts[i];
            if (!silent[i]) {
                house.tells("p" + i, "inverter_power", watts[i]);
            }
        }
        if (all) {
            assertEquals(sum, house.value("inverter_power"), WATT);
            return;
        }
        String missing = house.missing("inverter_power");
        for (int i = 0; i < silent.length; i++) {
            assertEquals(silent[i], missing.contains("p" + i + "/inverter_power"), missing);
        }
    }

    /** What comes in goes out: sources = load + what batteries of their own take. */
    @Property
    void theHouseIsInBalance(
            @ForAll @DoubleRange(min = -20_000, max = 20_000) double grid,
            @ForAll @DoubleRange(min = -100, max = 10_000) double pv,
            @ForAll @DoubleRange(min = -10_000, max = 10_000) double hybrid,
            @ForAll @DoubleRange(min = -10_000, max = 10_000) double hybridBattery,
            @ForAll @DoubleRange(min = -10_000, max = 10_000) double battery) {
        House house =
                new House(
                        "grid.assets", "meter",
                        "inverter.assets", "roof",
                        "hybrid.assets", "deye",
                        "battery.assets", "sessy");
        house.tells("meter", "grid_power", grid)
                .tells("roof", "inverter_power", pv)
                .tells("deye", "inverter_power", hybrid, "battery_power", hybridBattery)
                .tells("sessy", "battery_power", battery);
        assertEquals(grid + pv + hybrid, house.value("load_power") + battery, WATT);
        assertEquals(
                grid, house.value("grid_import_power") - house.value("grid_export_power"), WATT);
        assertEquals(
                hybridBattery + battery,
                house.value("battery_charge_power") - house.value("battery_discharge_power"),
                WATT);
        assertFalse(house.value("grid_import_power") < 0 || house.value("grid_export_power") < 0);
    }

    /** The whole charge in kWh is the charge of the parts. */
    @Property
    void noEnergyIsLostInTheStateOfCharge(
            @ForAll @IntRange(min = 0, max = 100) int one,
            @ForAll @IntRange(min = 0, max = 100) int other,
            @ForAll @DoubleRange(min = 0.1, max = 100) double kwhOne,
            @ForAll @DoubleRange(min = 0.1, max = 100) double kwhOther) {
        House house = new House("battery.assets", "a", "hybrid.assets", "h");
        house.tells("a", "battery_soc", (double) one, "battery_capacity", kwhOne)
                .tells("h", "battery_soc", (double) other, "battery_capacity", kwhOther);
        double soc = house.value("battery_soc");
        assertEquals(one * kwhOne + other * kwhOther, soc * (kwhOne + kwhOther), WATT * 100);
        assertFalse(soc < Math.min(one, other) - WATT || soc > Math.max(one, other) + WATT);
    }
}
