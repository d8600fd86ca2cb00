package io.wattwire.site;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StalenessTest {

    private static final String OLD = "a/grid_power: too old";

    private static House every(double seconds, String... settings) {
        House house = new House(settings);
        for (int i = 0; i < 6; i++) {
            house.later(seconds).tells("a", "grid_power", (double) i);
        }
        return house;
    }

    @ParameterizedTest
    @CsvSource({"0.25, 3", "1, 3", "5, 15", "60, 180", "200, 300"})
    void aPowerIsTooOldAfterThreeOfItsPeriods(double period, double stale) {
        House house = every(period, "grid.assets", "a").later(stale);
        assertEquals(5, house.value("grid_power"));
        assertEquals(OLD, house.later(0.001).missing("grid_power"));
    }

    @Test
    void theSettingCountsMore() {
        House house = every(5, "grid.assets", "a", "stale.s", "2").later(2);
        assertEquals(5, house.value("grid_power"));
        assertEquals(OLD, house.later(0.001).missing("grid_power"));
    }

    @Test
    void oneOutageDoesNotStretchThePeriod() {
        House house = every(1, "grid.assets", "a").later(600);
        assertEquals(OLD, house.missing("grid_power"));
        house.tells("a", "grid_power", 7.0);
        assertEquals(7, house.value("grid_power"));
        assertEquals(OLD, house.later(3.001).missing("grid_power"));
    }

    @Test
    void anotherTimerIsLearned() {
        House house = every(1, "grid.assets", "a");
        for (int i = 0; i < 3; i++) {
            house.later(10).tells("a", "grid_power", 100.0 + i);
        }
        assertEquals(102, house.later(29).value("grid_power"));
    }

    @Test
    void slowValuesMayBeOlder() {
        House house = new House("grid.assets", "a");
        house.tells("a", "grid_power", 1.0, "grid_energy_import", 5.0).later(29);
        assertEquals(5, house.value("grid_energy_import"));
        assertEquals(OLD, house.missing("grid_power"));
        assertEquals("a/grid_energy_import: too old", house.later(2).missing("grid_energy_import"));
    }

    /** A driver sends a cached value again, with the time when it was read. */
    @Test
    void aValueThatIsSentAgainAges() {
        House house = new House("grid.assets", "a", "stale.s", "3");
        long measured = house.wall();
        for (int i = 0; i < 4; i++) {
            house.tells("a", "grid_power", 1.0, "grid_power_timestamp", measured).later(1);
        }
        assertEquals(4_000, house.ageMillisOfNewest("a", "grid_power"));
        assertEquals(OLD, house.missing("grid_power"));
    }

    @Test
    void whatIsNoNumberOrFromTheFutureIsMissing() {
        House house = new House("grid.assets", "a").tells("a", "grid_power", "much");
        assertEquals("a/grid_power: not a number", house.missing("grid_power"));
        house.tells("a", "grid_power", Double.POSITIVE_INFINITY);
        assertEquals("a/grid_power: not a number", house.missing("grid_power"));
        house.tells("a", "grid_power", 1.0, "grid_power_timestamp", house.wall() + 3_600_000);
        assertEquals("a/grid_power: time stamp from the future", house.missing("grid_power"));
        house.tells("a", "grid_power", 1L);
        assertEquals(1, house.value("grid_power"));
    }

    @Test
    void theSameValueAfterAFailureIsGoodAgain() {
        House house = new House("grid.assets", "a");
        long measured = house.wall();
        house.tells("a", "grid_power", 1.0, "grid_power_timestamp", measured)
                .later(1)
                .tells("a", "grid_power_error", "busy")
                .later(1)
                .tells("a", "grid_power", 1.0, "grid_power_timestamp", measured);
        assertEquals(1, house.value("grid_power"));
        assertEquals(2_000, house.ageMillis("grid_power"));
    }
}
