package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limit in the loop with a house whose inverter is read before the meter, or late. */
class OldSamplesLoopTest {

    @ParameterizedTest(name = "inverter {0} s from the meter, every {1} s, {2} s late")
    @CsvSource({"-0.1, 1, 0.06", "-0.5, 1, 0.06", "0.05, 1, 5", "-0.1, 5, 0.06"})
    void noBurstWhenTheCloudLeaves(double phase, double period, double late) {
        House house = new House();
        house.load = t -> t < 120 ? 3000 : 300;
        house.sun = t -> t >= 110 && t < 150 ? 200 : 4200;
        house.gridPhaseS = 0.6;
        house.inverterPhaseS = 0.6 + phase;
        house.inverterPeriodS = period;
        house.inverterDelayS = late;
        house.measureFrom(100).run(220, 0.01);
        assertTrue(house.longestExcursionS < 0.5, "" + house.longestExcursionS);
    }

    @ParameterizedTest(name = "inverter {0} s from the meter: {1} of the energy")
    @CsvSource({"-0.1, 0.95", "-0.5, 0.94"})
    void littleEnergyIsLostOverAVariedDay(double phase, double share) {
        VariedDay day = new VariedDay(7, 4200);
        House house = new House();
        house.deadTimeS = 0.5;
        house.gridPhaseS = 0.6;
        house.inverterPhaseS = 0.6 + phase;
        house.load = day::loadW;
        house.sun = day::sunW;
        house.run(86_400, 0.05);
        double got = house.generatedWh / house.possibleWh;
        assertTrue(got >= share, () -> "only " + got);
        assertTrue(house.writes <= 6_000, house.writes + " writes, 4,320 are the keep-alive");
    }
}
