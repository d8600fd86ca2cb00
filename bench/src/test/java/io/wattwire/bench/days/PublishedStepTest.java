package io.wattwire.bench.days;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The laws of others answer a load drop of 3 kW to 300 W as the facts say that they do: an inverter
 * of 4.2 kW with a lag of 1.5 s, read once a second, zero export, 50 W of tolerance.
 */
class PublishedStepTest {

    private static final double WITHIN = 0.1;

    @ParameterizedTest
    @CsvSource({"ORIGIN, 31.9, 24", "OPENEMS, 11.7, 12", "PROPORTIONAL, 5.6, 2"})
    void theExcursionAndItsWritesAreThePublishedOnes(Laws law, double longestS, long writes) {
        Outcome outcome = step(law);
        assertEquals(longestS, outcome.longestS(), WITHIN * longestS);
        assertEquals(writes, outcome.writes(), WITHIN * writes);
    }

    @ParameterizedTest
    @CsvSource({"ORIGIN, 5.9", "OPENEMS, 3.5"})
    void theEnergyOverTheLimitIsThePublishedOne(Laws law, double overWh) {
        assertEquals(overWh, step(law).overWh(), WITHIN * overWh);
    }

    private static Outcome step(Laws law) {
        ScriptedDay day = ScriptedDay.publishedStep();
        return new DayPlant(day, 1.5, 0).run(law.fresh(day));
    }
}
