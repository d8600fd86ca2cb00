package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What must hold for any site and any history of readings and faults: a million of them. */
class GroupPropertiesTest {

    private static final int OPENING = 12;
    private static final int HISTORIES = 1000;
    private static final int LONGEST = 3;

    @Property(tries = 1000)
    void holdsWhateverHappens(@ForAll long seed) {
        Storm storm = new Storm(seed);
        for (int i = 0; i < OPENING; i++) {
            storm.fair();
            check(storm);
        }
        for (int history = 0; history < HISTORIES; history++) {
            if (history % 50 == 0) {
                open(storm);
            }
            storm.good = history % 3 == 0 ? 1 : storm.random.nextDouble();
            int steps = 1 + storm.random.nextInt(LONGEST);
            for (int i = 0; i < steps; i++) {
                storm.next();
                check(storm);
            }
        }
    }

    private static void open(Storm storm) {
        storm.good = 1;
        for (int i = 0; i < OPENING; i++) {
            storm.fair();
            check(storm);
        }
    }

    private static void check(Storm storm) {
        assertTrue(storm.everyLimitIsWithinItsBounds(), "bounds");
        assertTrue(storm.allTogetherAreBelowTheCaps(), "caps");
        assertTrue(storm.closedLimitsAreSafeInAnEmptyHouse(), "fall-back");
        assertTrue(storm.oldDataCloseEveryLimit(), "old data");
        assertTrue(storm.risesOnlyInFullTrust(), "rise");
        assertTrue(storm.limitsFitTheHouse(), "house");
        assertTrue(storm.everyChangeIsTold(), "told");
        assertTrue(storm.theBatteryStaysWithinWhatItSays(), "battery");
    }

    @Property(tries = 2000)
    void decidesTheSameForTheSame(@ForAll long seed) {
        Storm storm = new Storm(seed);
        for (int i = 0; i < 2 * OPENING; i++) {
            if (i < OPENING) {
                storm.fair();
            } else {
                storm.good = 0.8;
                storm.next();
            }
            Decision again =
                    Limiter.decide(
                            storm.settings,
                            storm.before,
                            new Readings(storm.samples),
                            storm.nanos());
            assertEquals(storm.decision, again);
        }
    }

    @Property(tries = 2000)
    void opensWithinTenSecondsOfGoodData(@ForAll long seed) {
        Yard yard = new Yard(1 + (int) Math.floorMod(seed, 4L));
        yard.set("allowed.export.w", Math.floorMod(seed >> 8, 3) * 1000)
                .set("sharing", (seed >> 16) % 2 == 0 ? "rating" : "priority");
        yard.loadW = 2000 + Math.floorMod(seed >> 20, 8000);
        java.util.Random random = new java.util.Random(seed);
        for (int i = 0; i < 20; i++) {
            yard.nowS += random.nextInt(5);
            for (int unit = 0; unit < yard.inverters; unit++) {
                yard.dead[unit] = random.nextBoolean();
                yard.ignores[unit] = random.nextBoolean();
            }
            yard.second();
        }
        java.util.Arrays.fill(yard.dead, false);
        java.util.Arrays.fill(yard.ignores, false);
        yard.run(10);
        for (UnitState unit : yard.state.units()) {
            assertTrue(unit.phase().open(), () -> unit.phase() + " " + yard.decision.reasons());
        }
        assertTrue(yard.limitsW() > 0);
    }
}
