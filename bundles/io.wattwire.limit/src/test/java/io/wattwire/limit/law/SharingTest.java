package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Several inverters behind one meter. */
class SharingTest {

    private static final int OPEN_S = 60;

    @Test
    void sharesByRating() {
        Yard yard = new Yard(2).run(OPEN_S);
        assertEquals(1480, yard.limitW(1), 40);
        assertEquals(1480, yard.limitW(2), 40);
        assertTrue(yard.limitsW() <= 3000 - 20);
    }

    @Test
    void sharesByPriority() {
        Yard yard =
                new Yard(2).set("sharing", "priority").set("priority.1", 2).set("priority.2", 1);
        yard.run(OPEN_S);
        assertEquals(2960, yard.limitW(2), 200);
        assertTrue(yard.limitW(1) <= 200, () -> "" + yard.limitW(1));
    }

    @Test
    void whatOneCannotUseTheOtherGets() {
        Yard yard = new Yard(2);
        yard.sunW[0] = 300;
        yard.run(2 * OPEN_S);
        assertEquals(300, yard.powerW[0], 1);
        assertTrue(yard.powerW[1] > 3000 - 300 - 350, () -> "" + yard.powerW[1]);
        assertTrue(yard.limitsW() <= 3000);
    }

    @Test
    void oneThatTheSunComesBackToGetsItsPartAgainWithoutExport() {
        Yard yard = new Yard(2);
        yard.sunW[0] = 300;
        yard.run(2 * OPEN_S);
        yard.sunW[0] = 4000;
        for (int i = 0; i < 200; i++) {
            yard.second();
            assertTrue(yard.gridW() >= 0, () -> "" + yard.gridW());
        }
        assertTrue(yard.powerW[0] > 1200, () -> "" + yard.powerW[0]);
        assertTrue(yard.powerW[0] + yard.powerW[1] > 2700);
    }

    @Test
    void allFallAtOnceWhenLoadEnds() {
        Yard yard = new Yard(3).run(OPEN_S);
        yard.loadW = 600;
        yard.run(2);
        assertTrue(yard.limitsW() <= 580, () -> "" + yard.limitsW());
        assertTrue(yard.gridW() >= -3000);
        yard.second();
        assertTrue(yard.gridW() >= 0);
    }

    @Test
    void theOthersTakeTheRestWhenOneIgnoresItsLimit() {
        Yard yard = new Yard(2).run(OPEN_S);
        yard.sunW[0] = 2000;
        yard.ignores[0] = true;
        yard.run(20);
        assertEquals(Phase.ALARM, yard.state.unit(1).phase());
        assertEquals(Phase.REGULATING, yard.state.unit(2).phase());
        assertEquals(0, yard.limitW(1));
        assertEquals(940, yard.limitW(2), 80, "3000 less 2000 that nobody controls");
        assertTrue(yard.gridW() >= 0);
    }

    @Test
    void theOthersGoOnWhenOneIsNotReadAnyMore() {
        Yard yard = new Yard(2).run(OPEN_S);
        yard.dead[0] = true;
        yard.run(OPEN_S);
        assertEquals(Phase.FALL_BACK, yard.state.unit(1).phase());
        assertEquals(Phase.REGULATING, yard.state.unit(2).phase());
        assertEquals(1480, yard.limitW(2), 80, "the dead one still generates 1480");
        yard.sunW[0] = 0;
        yard.run(OPEN_S);
        assertEquals(2960, yard.limitW(2), 40);
    }

    @Test
    void aDeadOneCountsWithWhatItsLimitLetsItAdd() {
        Yard yard = new Yard(2).set("allowed.export.w", 2000);
        yard.dead[0] = true;
        yard.obeyedW[0] = 0;
        yard.loadW = 500;
        yard.run(OPEN_S);
        assertEquals(1000, yard.limitW(1));
        assertTrue(yard.limitW(2) <= 500 + 2000 - 20 - 1000);
    }

    @Test
    void oneThatIsStillToOpenFindsRoom() {
        Yard yard = new Yard(2);
        yard.dead[0] = true;
        yard.run(OPEN_S);
        assertEquals(2960, yard.limitW(2), 40);
        yard.dead[0] = false;
        yard.run(4 * OPEN_S);
        assertEquals(Phase.REGULATING, yard.state.unit(1).phase());
        assertTrue(yard.powerW[0] > 1200, () -> "" + yard.powerW[0]);
        assertTrue(yard.gridW() >= 0);
    }

    @Test
    void theFallBackIsSharedByRating() {
        Yard yard = new Yard(2).set("allowed.export.w", 2000);
        yard.run(1);
        assertEquals(1000, yard.limitW(1));
        assertEquals(1000, yard.limitW(2));
    }

    @Test
    void aCapBindsAllTogether() {
        Yard yard = new Yard(3).set("installer.cap.w", 1000).set("allowed.export.w", 5000);
        for (int i = 0; i < OPEN_S; i++) {
            yard.second();
            assertTrue(yard.limitsW() <= 1000 + 1e-6);
        }
        assertTrue(yard.limitsW() > 850, () -> "" + yard.limitsW());
        assertTrue(yard.decision.reasons().contains(Reason.CAP_BINDS));
    }

    @Test
    void anIncomingLimitBindsAllTogetherAtOnce() {
        Yard yard = new Yard(2).set("setpoint.source", "x/y").set("allowed.export.w", 5000);
        yard.lay(Input.SETPOINT, 6000);
        yard.run(40);
        assertTrue(yard.limitsW() > 4500, () -> "" + yard.limitsW());
        yard.lay(Input.SETPOINT, 1000);
        yard.second();
        assertTrue(yard.limitsW() <= 1000);
    }

    @Test
    void oneInverterIsNotStoppedForHalfOfWhatItCouldUseAlone() {
        Yard yard = new Yard(2);
        yard.minimumW = 200;
        yard.loadW = 340;
        yard.run(OPEN_S);
        assertEquals(320, yard.limitW(1) + yard.limitW(2), 41, "one of them, not none");
    }

    @Test
    void anInverterOfClassCNeverRisesAboveItsStaticCap() {
        Yard yard = new Yard(2).set("cap.w.1", 800).set("allowed.export.w", 5000);
        for (int i = 0; i < 2 * OPEN_S; i++) {
            yard.second();
            assertTrue(yard.limitW(1) <= 800);
        }
        assertTrue(yard.limitW(2) > 3900);
    }

    @Test
    void steadyHousesAreLeftAlone() {
        Yard yard = new Yard(3).run(3 * OPEN_S);
        double[] limits = {yard.limitW(1), yard.limitW(2), yard.limitW(3)};
        for (int i = 0; i < OPEN_S; i++) {
            yard.second();
            for (int unit = 1; unit <= 3; unit++) {
                assertEquals(limits[unit - 1], yard.limitW(unit));
            }
        }
        assertFalse(yard.decision.reasons().contains(Reason.EXCESS));
    }

    @Test
    void ofACapOfAllTheOthersGetWhatTheOneThatIgnoresItsLimitLeaves() {
        Yard yard = new Yard(2).set("installer.cap.w", 3000).set("allowed.export.w", 8000);
        yard.run(OPEN_S);
        assertEquals(1480, yard.limitW(2), 40);
        yard.sunW[0] = 2300;
        yard.ignores[0] = true;
        yard.run(20);
        assertEquals(Phase.ALARM, yard.state.unit(1).phase());
        assertEquals(680, yard.limitW(2), 40, "3000 less 2300");
        yard.sunW[0] = 3500;
        yard.run(2);
        assertEquals(0, yard.limitW(2), "nothing is left, and no more than nothing is missing");
    }

    @Test
    void ofACapOfAllADeadOneKeepsWhatItMayGenerate() {
        Yard yard = new Yard(2).set("installer.cap.w", 3000).set("allowed.export.w", 8000);
        yard.run(OPEN_S);
        double last = yard.limitW(1);
        yard.dead[0] = true;
        yard.run(OPEN_S);
        assertEquals(Phase.FALL_BACK, yard.state.unit(1).phase());
        assertTrue(yard.limitW(2) <= 3000 - Math.min(last, yard.limitW(1)));
        assertEquals(3000 - yard.limitW(1), yard.limitW(2), 41);
    }

    @Test
    void fewWattsTooMuchAreLeftAloneOfAllTogetherNotOfEach() {
        Yard yard = new Yard(2);
        yard.stepW = 1;
        yard.run(2 * OPEN_S);
        double[] limits = {yard.limitW(1), yard.limitW(2)};
        yard.loadW = yard.limitsW() + 20 - 18;
        yard.run(3);
        assertEquals(limits[0], yard.limitW(1));
        assertEquals(limits[1], yard.limitW(2));
        yard.loadW -= 6;
        yard.run(1);
        assertTrue(yard.limitsW() < limits[0] + limits[1] - 20);
    }

    @Test
    void theFallBackIsSharedByRatingAlsoAmongUnequalOnes() {
        Yard yard = new Yard(2).set("allowed.export.w", 1500);
        yard.second();
        yard.lay(new Slot(Input.RATED, 1), 2000);
        yard.decide();
        assertEquals(480, yard.limitW(1), "a third, in steps of 40 W");
        assertEquals(750 - 30, yard.limitW(2), "a limit that is lower already stays");
    }

    @Test
    void anIncomingLimitBindsTheFallBackOfAllToo() {
        Yard yard = new Yard(2).set("setpoint.source", "x/y").set("allowed.export.w", 5000);
        yard.lay(Input.SETPOINT, 1000);
        yard.run(1);
        assertEquals(Phase.STARTING, yard.state.unit(1).phase());
        assertEquals(480, yard.limitW(1), "half of 1000, in steps of 40 W");
        assertEquals(480, yard.limitW(2));
    }

    @Test
    void itBindsOneThatWasNeverHeardToo() {
        Yard yard = new Yard(2).set("setpoint.source", "x/y").set("allowed.export.w", 5000);
        yard.lay(Input.SETPOINT, 1000);
        yard.dead[1] = true;
        yard.run(5);
        assertEquals(500, yard.limitW(2), "half, as nobody knows how large it is");
    }

    @Test
    void oneWithALimitOfItsOwnTakesNoPartOfWhatTheOthersShare() {
        Yard yard = new Yard(2).set("mode.2", "delegate").set("allowed.export.w", 2000);
        yard.set("installer.cap.w", 3000).run(1);
        assertEquals(2000, yard.limitW(1), "the fall-back is not halved");
        yard.run(OPEN_S);
        assertEquals(2960, yard.limitW(1), 40, "nor is the cap");
        assertEquals(2000, yard.limitW(2));
    }
}
