package io.wattwire.cli.commission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A whole commissioning of a plant whose faults and time the test holds. */
class CommissioningTest {

    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration AWAY = Duration.ofSeconds(90);

    private final TrialPlant plant = new TrialPlant();
    private final List<String> said = new ArrayList<>();

    private Findings commission(String claimed, double allowedW) throws TrialException {
        Plan plan = new Plan(allowedW, claimed, Double.POSITIVE_INFINITY, 2, LOOK, AWAY);
        Commissioning commissioning = new Commissioning(plant, plan, plant.time(), said::add);
        if (commissioning.look()) {
            commissioning.tryOut();
        }
        return commissioning.findings();
    }

    private Findings commission() throws TrialException {
        return commission("", 0);
    }

    private static Check check(Findings found, String title) {
        return found.checks().stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no check '" + title + "'"));
    }

    private static void assertFails(Findings found, String title, String remedy) {
        assertEquals(Check.Outcome.FAILED, check(found, title).outcome());
        assertTrue(check(found, title).text().contains(remedy), check(found, title).text());
        assertFalse(found.passed());
    }

    @ParameterizedTest
    @CsvSource({"1.5, 0.5", "0.5, 0", "3, 2", "10, 1"})
    void measuresDeadTimeAndLag(double tau, double dead) throws TrialException {
        plant.tauS = tau;
        plant.deadS = dead;
        Findings found = commission();
        assertTrue(found.passed(), () -> found.checks().toString());
        assertEquals(tau, found.slowest().lagS(), 0.1 + tau * 0.1);
        assertEquals(dead, found.slowest().deadTimeS(), 0.25);
    }

    @Test
    void restoresWhatItFound() throws TrialException {
        plant.foundW = 4200;
        commission();
        assertEquals(4200, plant.limitW());
        assertTrue(plant.writes() >= 6, "the upper level, twice down and up, and that again");
    }

    @Test
    void withoutTheMeterTheLawGoesToItsFallBack() throws TrialException {
        Check lost = check(commission(), MeterLoss.TITLE);
        assertEquals(Check.Outcome.PASSED, lost.outcome(), lost.text());
        assertTrue(
                lost.text().contains("the fall-back of 84 W was commanded after 3."), lost.text());
    }

    @Test
    void aHouseThatTakesNothingLeavesNothingToLose() throws TrialException {
        plant.houseW = 100;
        Check lost = check(commission(), MeterLoss.TITLE);
        assertEquals(Check.Outcome.NOT_TRIED, lost.outcome(), lost.text());
    }

    @Test
    void aMeterThatDoesNotAnswerEndsItBeforeAnythingIsWritten() throws TrialException {
        plant.meterFactor = Double.NaN;
        assertFails(commission(), "Both devices answer", "incomplete");
        assertEquals(0, plant.writes());
    }

    @Test
    void classCIsSaidAndNotAFailure() throws TrialException {
        Findings found = commission();
        Check loss = check(found, LinkLoss.TITLE);
        assertEquals(Check.Outcome.NOT_HELD, loss.outcome());
        assertTrue(loss.text().contains("not fail-safe on loss of the gateway"), loss.text());
        assertTrue(found.passed());
    }

    @Test
    void aWatchdogProvesClassA() throws TrialException {
        plant.failSafeClass = "A";
        plant.watchdogS = 30;
        Findings found = commission();
        assertEquals(Check.Outcome.PASSED, check(found, LinkLoss.TITLE).outcome());
    }

    @Test
    void withoutAWatchdogClassAFails() throws TrialException {
        assertFails(commission("A", 0), LinkLoss.TITLE, "use class C");
    }

    @Test
    void aLoopOfItsOwnProvesClassB() throws TrialException {
        plant.ownLoop = true;
        Findings found = commission("B", 0);
        assertEquals(Check.Outcome.PASSED, check(found, LinkLoss.TITLE).outcome());
    }

    @Test
    void withoutALoopClassBFails() throws TrialException {
        assertFails(commission("B", 0), LinkLoss.TITLE, "is not set");
    }

    @Test
    void aHouseThatTakesAllProvesNothing() throws TrialException {
        plant.houseW = 5000;
        Findings found = commission("B", 0);
        assertEquals(Check.Outcome.NOT_TRIED, check(found, LinkLoss.TITLE).outcome());
    }

    @Test
    void aLimitThatMayBeExportedProvesNothing() throws TrialException {
        Findings found = commission("A", 3680);
        assertEquals(Check.Outcome.NOT_TRIED, check(found, LinkLoss.TITLE).outcome());
    }

    @ParameterizedTest
    @CsvSource({
        "-1, turn its current transformers",
        "0.33, one phase of three",
        "0, does not measure this inverter",
        "2, ratio of its transformers"
    })
    void aWrongMeterIsFound(double factor, String remedy) throws TrialException {
        plant.meterFactor = factor;
        assertFails(commission(), "Sign and size of the meter", remedy);
    }

    @Test
    void anInverterThatIgnoresItsLimitIsFound() throws TrialException {
        plant.obeys = false;
        Findings found = commission();
        assertFails(found, "The inverter follows its limit", "remote control");
        assertEquals(null, found.slowest());
    }

    @Test
    void aMissingReadBackIsFound() throws TrialException {
        plant.readsBack = false;
        assertFails(commission(), "The limit reads back", "fall-back");
    }

    @Test
    void aTurnedInverterIsFoundBeforeAnythingIsWritten() throws TrialException {
        plant.inverterFactor = -1;
        assertFails(commission(), "Sign of the inverter's power", "turned round");
        assertEquals(0, plant.writes());
    }

    @Test
    void withoutSunNothingIsWritten() throws TrialException {
        plant.sunW = 200;
        plant.tauS = 0.1;
        assertFails(commission(), "Enough sun for the trial", "in the sun");
        assertEquals(0, plant.writes());
    }

    @Test
    void aRefusedWriteEndsTheTrial() throws TrialException {
        plant.refuses = true;
        assertFails(commission(), "The trial came to its end", "writing is not allowed");
    }

    @Test
    void noLimitIsCommandedAboveTheCap() throws TrialException {
        Plan plan = new Plan(0, "C", 2000, 1, LOOK, AWAY);
        Commissioning commissioning = new Commissioning(plant, plan, plant.time(), said::add);
        assertTrue(commissioning.look());
        commissioning.tryOut();
        for (Step step : commissioning.findings().steps()) {
            assertTrue(step.commandW() <= 2000, step.toString());
        }
    }

    @Test
    void aSlowInverterHasALargestLoadDrop() throws TrialException {
        plant.tauS = 6;
        Findings found = commission();
        Check drop = check(found, "Load drop within the rules");
        assertEquals(Check.Outcome.NOT_HELD, drop.outcome());
        double expected = 70 * Math.exp((15 - 1.2 - 0.5) / 6);
        assertEquals(expected, new LoadDrop(found.slowest()).largestW(), expected * 0.2);
    }

    @Test
    void thePageSaysWhatTheChecksSay() throws TrialException {
        String page =
                ReportPage.of(
                        List.of(commission()),
                        "Mill & Co",
                        "0.1",
                        java.time.ZonedDateTime.of(
                                2026, 6, 1, 12, 0, 0, 0, java.time.ZoneOffset.UTC));
        assertTrue(page.contains("Class C: not fail-safe on loss of the gateway."), page);
        assertTrue(page.contains("Mill &amp; Co"));
        assertTrue(page.contains("inverter &lt;1&gt;"));
        assertTrue(page.contains("<svg") && page.contains("@media print"));
        assertTrue(page.contains("Any: the whole rated power of 4 200 W"), page);
        assertFalse(page.contains("http"), "it needs nothing from elsewhere");
        assertFalse(page.contains("NaN"), page);
    }
}
