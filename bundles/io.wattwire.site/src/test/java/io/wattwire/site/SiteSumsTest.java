package io.wattwire.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SiteSumsTest {

    @Test
    void threeMetersOfOnePhaseAreOneMeterOfThree() {
        House house = new House("grid.assets", "a l1, b l2, c l3");
        house.tells("a", "grid_power", 500.0, "grid_energy_import", 10.0)
                .tells("b", "grid_power", -1_700.0, "grid_energy_import", 20.0)
                .tells("c", "grid_power", 200.0, "grid_energy_import", 30.0);
        assertEquals(-1_000, house.value("grid_power"));
        assertEquals(500, house.value("grid_power_l1"));
        assertEquals(-1_700, house.value("grid_power_l2"));
        assertEquals(200, house.value("grid_power_l3"));
        assertEquals(60, house.value("grid_energy_import"));
        assertEquals(0, house.value("grid_import_power"));
        assertEquals(1_000, house.value("grid_export_power"));
    }

    @Test
    void aMeterOfThreePhasesTellsItsPhasesByItself() {
        House house = new House("grid.assets", "meter");
        house.tells("meter", "grid_power", 60.0, "grid_power_l1", 10.0, "grid_power_l2", 20.0);
        assertEquals(60, house.value("grid_power"));
        assertEquals(20, house.value("grid_power_l2"));
        assertEquals(Optional.empty(), house.find("grid_power_l3"), "nobody ever told it");
    }

    /** grid 1200 + pv 3000 + hybrid -400 - battery 1500 = 2300. */
    @Test
    void theLoadIsWhatIsLeft() {
        House house =
                new House(
                        "grid.assets", "meter",
                        "inverter.assets", "roof",
                        "hybrid.assets", "deye",
                        "battery.assets", "sessy");
        house.tells("meter", "grid_power", 1_200.0)
                .tells("roof", "inverter_power", 3_000.0, "pv_power", 3_100.0)
                .tells(
                        "deye",
                        "inverter_power",
                        -400.0,
                        "pv_power",
                        900.0,
                        "battery_power",
                        1_250.0)
                .tells("sessy", "battery_power", 1_500.0);
        assertEquals(2_300, house.value("load_power"));
        assertEquals(2_600, house.value("inverter_power"));
        assertEquals(4_000, house.value("pv_power"));
        assertEquals(2_750, house.value("battery_power"), "the hybrid's battery is one of them");
        assertEquals(2_750, house.value("battery_charge_power"));
        assertEquals(0, house.value("battery_discharge_power"));
    }

    @Test
    void aGeneratorFeedsTheHouseAndACarIsAPartOfItsLoad() {
        House house =
                new House("grid.assets", "meter", "generator.assets", "gen", "ev.assets", "car");
        house.tells("meter", "grid_power", 100.0)
                .tells("gen", "generator_power", 5_000.0)
                .tells("car", "ev_power", 3_600.0);
        assertEquals(5_100, house.value("load_power"));
        assertEquals(3_600, house.value("ev_power"));
    }

    @Test
    void withoutAGridMeterThereIsNoLoad() {
        House house = new House("inverter.assets", "roof").tells("roof", "inverter_power", 3_000.0);
        assertEquals(Optional.empty(), house.find("load_power"));
        assertEquals(3_000, house.value("inverter_power"));
    }

    @Test
    void aPartThatIsMissingMakesTheSumMissingAndIsNamed() {
        House house = new House("grid.assets", "a l1, b l2", "inverter.assets", "roof");
        house.tells("a", "grid_power", 500.0).tells("roof", "inverter_power", 1_000.0);
        assertEquals("b/grid_power: no value yet", house.missing("grid_power"));
        assertEquals("b/grid_power: no value yet", house.missing("load_power"));
        assertEquals("b/grid_power: no value yet", house.missing("grid_import_power"));
        assertEquals(500, house.value("grid_power_l1"), "the phase of the other one is whole");
        assertEquals(1_000, house.value("inverter_power"));
    }

    @Test
    void allThatIsMissingIsNamed() {
        House house = new House("grid.assets", "a l1, b l2", "battery.assets", "sessy");
        house.tells("a", "grid_power", 500.0);
        assertEquals(
                "b/grid_power: no value yet; sessy/battery_power: no value yet",
                house.missing("load_power"));
    }

    @Test
    void aPartThatFailedMakesTheSumMissingAtOnceAndSaysWhy() {
        House house = new House("inverter.assets", "a, b");
        house.tells("a", "inverter_power", 1.0).tells("b", "inverter_power", 2.0);
        assertEquals(3, house.value("inverter_power"));
        house.tells("b", "inverter_power_error", "no answer within 800 ms");
        assertEquals("b/inverter_power: no answer within 800 ms", house.missing("inverter_power"));
        house.tells("b", "inverter_power", 4.0, "inverter_power_error", "");
        assertEquals(5, house.value("inverter_power"));
    }

    @Test
    void aPartThatNeverTellsAnEnergyLeavesNoSumOfTheOthers() {
        House house = new House("battery.assets", "a, b");
        house.tells("a", "battery_power", 1.0, "battery_energy_charged", 100.0)
                .tells("b", "battery_power", 1.0);
        assertEquals(
                "b/battery_energy_charged: never told", house.missing("battery_energy_charged"));
        assertEquals(2, house.value("battery_power"));
    }

    @Test
    void aChannelThatIsNamedForItsPowerTellsNothingElse() {
        House house = new House("battery.assets", "a, em24/channel_2");
        house.tells("a", "battery_power", 100.0, "battery_energy_charged", 5.0)
                .tells("em24", "channel_2", 50.0, "battery_energy_charged", 7.0);
        assertEquals(150, house.value("battery_power"));
        assertTrue(house.missing("battery_energy_charged").startsWith("em24/channel_2"));
    }

    @Test
    void voltageAndFrequencyAreThoseOfTheFirstWhoTellsThem() {
        House house = new House("grid.assets", "a, b");
        house.tells("a", "grid_power", 1.0)
                .tells("b", "grid_power", 2.0, "grid_frequency", 50.01, "grid_voltage_l1", 231.0);
        assertEquals(50.01, house.value("grid_frequency"));
        assertEquals(231, house.value("grid_voltage_l1"));
    }

    @Test
    void aValueIsAsOldAsItsOldestPart() {
        House house = new House("grid.assets", "meter", "inverter.assets", "roof");
        house.tells("roof", "inverter_power", 1_000.0).later(0.7).tells("meter", "grid_power", 1.0);
        house.later(0.2);
        assertEquals(200, house.ageMillis("grid_power"));
        assertEquals(900, house.ageMillis("inverter_power"));
        assertEquals(900, house.ageMillis("load_power"));
        assertEquals(200, house.ageMillis("grid_export_power"));
    }

    @Test
    void aHybridAmongTheBatteriesIsNotCounted() {
        House house = new House("grid.assets", "meter", "battery.assets", "deye");
        house.tells("meter", "grid_power", 1.0)
                .tells("deye", "battery_power", 100.0, "pv_power", 900.0, "inverter_power", 800.0);
        String why =
                "deye is listed as battery but also tells pv_power: list it as hybrid, or name one"
                        + " channel of it";
        assertEquals(why, house.missing("battery_power"));
        assertEquals(why, house.missing("load_power"));
        assertEquals(1, house.value("grid_power"));
    }

    @Test
    void aHybridAmongThePvInvertersIsNotCounted() {
        House house = new House("inverter.assets", "deye");
        house.tells("deye", "inverter_power", 800.0, "battery_power", 0.0);
        assertTrue(house.missing("inverter_power").startsWith("deye is listed as inverter but"));
    }

    @Test
    void aSiteOfNothingHasNothing() {
        assertEquals(0, new House().values().size());
    }
}
