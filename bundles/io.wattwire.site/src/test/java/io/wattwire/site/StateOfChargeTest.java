package io.wattwire.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateOfChargeTest {

    @Test
    void isWeightedWithTheCapacities() {
        House house = new House("battery.assets", "a, b", "battery.capacity.kwh", "b=5");
        house.tells("a", "battery_soc", 80.0, "battery_capacity", 15.0)
                .tells("b", "battery_soc", 20.0);
        assertEquals(65, house.value("battery_soc"));
        assertEquals(20, house.value("battery_capacity"));
    }

    @Test
    void theInstallersCapacityCountsMoreThanTheDevices() {
        House house = new House("battery.assets", "a, b", "battery.capacity.kwh", "b=5, a=5");
        house.tells("a", "battery_soc", 80.0, "battery_capacity", 15.0)
                .tells("b", "battery_soc", 20.0);
        assertEquals(50, house.value("battery_soc"));
        assertEquals(10, house.value("battery_capacity"));
    }

    @Test
    void oneBatteryNeedsNoCapacity() {
        House house = new House("hybrid.assets", "h").tells("h", "battery_soc", 42.0);
        assertEquals(42, house.value("battery_soc"));
    }

    @Test
    void twoWithoutACapacityHaveNoStateOfCharge() {
        House house = new House("battery.assets", "a, b");
        house.tells("a", "battery_soc", 80.0, "battery_capacity", 15.0)
                .tells("b", "battery_soc", 20.0);
        assertEquals(
                "the capacity of b is not known: set battery.capacity.kwh",
                house.missing("battery_soc"));
        house.tells("b", "battery_capacity", 0.0);
        assertEquals(
                "the capacity of b is not known: set battery.capacity.kwh",
                house.missing("battery_soc"));
    }

    @Test
    void aSilentBatteryMakesItMissing() {
        House house = new House("battery.assets", "a, b", "battery.capacity.kwh", "a=10, b=5");
        house.tells("a", "battery_soc", 80.0);
        assertEquals("b/battery_soc: no value yet", house.missing("battery_soc"));
    }

    @Test
    void isAsOldAsTheOldestChargeWhateverTheAgeOfACapacity() {
        House house = new House("battery.assets", "a, b", "battery.capacity.kwh", "b=5");
        house.tells("a", "battery_capacity", 15.0).later(20);
        house.tells("b", "battery_soc", 20.0).later(3).tells("a", "battery_soc", 80.0).later(1);
        assertEquals(4_000, house.ageMillis("battery_soc"));
    }

    @Test
    void whatCannotBeIsNotAveraged() {
        House house = new House("battery.assets", "a").tells("a", "battery_soc", 255.0);
        assertEquals("a: 255.0 % cannot be", house.missing("battery_soc"));
    }

    @Test
    void nobodyWhoTellsOneNoStateOfCharge() {
        House house = new House("battery.assets", "a").tells("a", "battery_power", 1.0);
        assertEquals(Optional.empty(), house.find("battery_soc"));
    }
}
