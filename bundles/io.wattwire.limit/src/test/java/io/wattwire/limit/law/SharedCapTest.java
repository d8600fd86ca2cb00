package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** What several inverters together must not exceed, whatever the house takes. */
class SharedCapTest {

    private static final int OPEN_S = 60;

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

    @Test
    void anInverterOfClassCNeverRisesAboveItsStaticCap() {
        Yard yard = new Yard(2).set("cap.w.1", 800).set("allowed.export.w", 5000);
        for (int i = 0; i < 2 * OPEN_S; i++) {
            yard.second();
            assertTrue(yard.limitW(1) <= 800);
        }
        assertTrue(yard.limitW(2) > 3900);
    }
}
