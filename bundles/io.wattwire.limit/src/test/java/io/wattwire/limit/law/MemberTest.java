package io.wattwire.limit.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.limit.law.LimitSettings.Unit;
import io.wattwire.limit.law.Share.Claim;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one inverter asks of the others, and what it counts with when it takes no part. */
class MemberTest {

    private static final Watch READ = Watch.NONE.see(new Sample(0, 5, 1), Double.POSITIVE_INFINITY);

    private final Map<String, Object> choices =
            new HashMap<>(Map.of("rated.w", 4000, "step.w", 40, "minimum.w", 100));
    private Phase phase = Phase.REGULATING;
    private Watch inverter = READ;
    private Set<Reason> doubts = Set.of();
    private double closedW;

    private LimitSettings settings() {
        return Choice.of(choices);
    }

    private Member member(double limitW, double estimateW) {
        Unit unit = settings().units().get(0);
        UnitState was =
                new UnitState(
                        phase,
                        limitW,
                        Double.NaN,
                        inverter,
                        ReadBack.NONE,
                        0,
                        Rise.NONE,
                        Emission.NONE);
        UnitView seen = new UnitView(unit, inverter, ReadBack.NONE, unit.fixed(), doubts);
        return new Member(seen, was, true, closedW, estimateW, true);
    }

    private Claim claim(double limitW, double estimateW) {
        return member(limitW, estimateW).claim(settings());
    }

    // headroom: 3 % of 4000 W
    @ParameterizedTest(name = "limit 1000 W, generates {0} W: asks for {1} W")
    @CsvSource({"1000, 1120", "1010, 1120", "941, 1120", "940, 1000", "760, 1000", "759, 879"})
    void atItsLimitItAsksForALittleMoreAndWellBelowItForLess(double generates, double asks) {
        assertEquals(asks, claim(1000, generates).demandW());
    }

    @Test
    void oneThatConsumesALittleAtNightAsksForItsHeadroom() {
        assertEquals(120, claim(1000, -8).demandW());
    }

    @Test
    void theHeadroomIsMoreThanTheDeadBandAndMoreThanAStep() {
        choices.putAll(Map.of("rated.w", 400, "step.w", 10));
        assertEquals(140, claim(100, 100).demandW(), "dead band and a step");
        choices.put("step.w", 50);
        assertEquals(200, claim(100, 100).demandW(), "two steps");
    }

    @Test
    void itNeverAsksForMoreThanItsRatingOrItsCap() {
        assertEquals(4000, claim(4000, 4000).demandW());
        assertEquals(4000, claim(4000, 4000).ceilingW());
        choices.put("cap.w.1", 2500);
        assertEquals(2500, claim(2500, 2500).demandW());
        assertEquals(2500, claim(2500, 2500).ceilingW());
    }

    @Test
    void oneThatIsNotOpenYetMayGenerateItsClosedLimitWhateverItIsGiven() {
        closedW = 800;
        assertEquals(0, claim(800, 0).floorW());
        phase = Phase.FALL_BACK;
        assertEquals(800, claim(800, 0).floorW());
    }

    @Test
    void belowItsMinimumItStopsOrHoldsAsTheInstallerChose() {
        assertEquals(120, claim(1000, 0).lowestW(), "three steps");
        assertEquals(0, claim(1000, 0).floorW());
        choices.put("below.minimum", "hold");
        assertEquals(0, claim(1000, 0).lowestW());
        assertEquals(120, claim(1000, 0).floorW());
        phase = Phase.FALL_BACK;
        closedW = 800;
        assertEquals(800, claim(800, 0).floorW());
    }

    @Test
    void oneOnAllPhasesTakesAPartOfEachAndOneOnItsOwnAllOfThat() {
        assertEquals(1.0 / 3, member(1000, 0).fraction(1, 3));
        choices.put("phase.1", 2);
        assertEquals(0, member(1000, 0).fraction(0, 3));
        assertEquals(1, member(1000, 0).fraction(1, 3));
        assertEquals(0, member(1000, 0).fraction(2, 3));
        assertEquals(1, member(1000, 0).fraction(0, 1), "where only the sum is bounded");
        assertEquals(
                new Claim(4000, 7, 100, 200, 300, 40),
                new Claim(4000, 7, 200, 400, 600, 80).scaled(0.5));
    }

    @Test
    void whatTheMeterSeesOfOneIsNotReservedOnceMore() {
        closedW = 800;
        assertEquals(500, member(800, 300).reserveW());
        assertEquals(0, member(800, 900).reserveW());
        assertEquals(800, member(800, -8).reserveW());
        assertEquals(800, member(800, 300).takesW());
        assertEquals(900, member(800, 900).takesW());
    }

    @Test
    void oneThatIsNotSeenCountsWithItsLimit() {
        closedW = 800;
        doubts = Set.of(Reason.INVERTER_STALE);
        assertEquals(800, member(800, 900).reserveW());
        assertEquals(800, member(800, 900).takesW());
        doubts = Set.of();
        inverter = Watch.NONE;
        assertEquals(800, member(800, 900).reserveW());
        assertEquals(800, member(800, 900).takesW());
    }

    @Test
    void whatADeviceRegulatesItselfIsLeftToIt() {
        closedW = 800;
        assertFalse(member(800, 300).delegated());
        choices.put("mode", "delegate");
        assertTrue(member(800, 300).delegated());
        assertEquals(0, member(800, 300).reserveW());
    }
}
