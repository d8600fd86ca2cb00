package io.wattwire.driver.victron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExternalSetpointTest {

    private static final String MODEL = "gx-external";
    private static final String MODE_3 = "2902=Disabled/External Control";

    private final ExternalSetpoint total = ExternalSetpoint.total();

    /** What comes out of the unit must go into it, beside what the battery shall have. */
    @Test
    void addsTheOutputOfEachPhase() {
        Gx gx = Gx.house(MODEL);
        gx.execute(total.commands(3_000, gx));
        assertEquals(List.of(MODE_3, "96=1100.0", "98=1100.0", "100=1000.0"), gx.writes());
        assertEquals(OptionalDouble.of(3_000), total.readBack(gx));
    }

    @Test
    void dischargesAndRests() {
        Gx gx = Gx.house(MODEL).put(2902, 3);
        gx.execute(total.commands(-3_000, gx)).execute(total.commands(0, gx));
        assertEquals(
                List.of("96=-900.0", "98=-900.0", "100=-1000.0", "96=100.0", "98=100.0", "100=0.0"),
                gx.writes());
    }

    @Test
    void clearsTheFlagsThatWinOverASetpointBeforeTheModeAndTheSetpoints() {
        Gx gx = Gx.house(MODEL).put(38, 1, 1);
        gx.execute(ExternalSetpoint.ofPhase(2).commands(500, gx));
        assertEquals(
                List.of("38=Charge allowed", "39=Feed in allowed", MODE_3, "98=600.0"),
                gx.writes());
    }

    @Test
    void repeatsASetpointThoughNothingChanged() {
        Gx gx = Gx.house(MODEL);
        gx.execute(total.commands(300, gx)).execute(total.commands(300, gx));
        assertEquals(2, gx.writes().stream().filter("96=200.0"::equals).count());
        assertEquals(1, gx.writes().stream().filter(MODE_3::equals).count());
        assertEquals(ExternalSetpoint.PERIOD, total.follows());
    }

    @Test
    void sharesATotalByThePhasesThereAre() {
        Gx one = Gx.house(MODEL).put(28, 1);
        assertEquals(
                List.of(MODE_3, "96=3100.0"), one.execute(total.commands(3_000, one)).writes());
        Gx uneven = Gx.house(MODEL);
        uneven.execute(total.commands(1_000, uneven));
        assertEquals(OptionalDouble.of(999), total.readBack(uneven), "towards rest, within a step");
    }

    @Test
    void refusesAPhaseThatIsNotThere() {
        Gx one = Gx.house(MODEL).put(28, 1);
        ExternalSetpoint second = ExternalSetpoint.ofPhase(2);
        refused(second, one, "has 1 phase");
        assertTrue(second.readBack(one).isEmpty());
        refused(total, Gx.house(MODEL).put(28, 0), "units");
        refused(total, Gx.house(MODEL).without(24), "AC output L2");
        refused(total, Gx.house(MODEL).put(71, 1), "vebus_setpoint_is_feed_in_limit");
    }

    @Test
    void obeysOnlyInMode3AndNotWhileChargingIsStopped() {
        Gx gx = Gx.house(MODEL);
        gx.execute(total.commands(3_000, gx)).put(38, 1);
        assertEquals(OptionalDouble.of(0), total.readBack(gx));
        assertTrue(total.readBack(gx.put(2902, 1)).isEmpty());
    }

    @Test
    void isBoundByTheRatingOfItsPhases() {
        Gx gx = Gx.house(MODEL);
        assertEquals(OptionalDouble.of(9_000), total.maximum(gx));
        assertEquals(OptionalDouble.of(-3_000), ExternalSetpoint.ofPhase(3).minimum(gx));
    }

    /** More than 32.7 kW would be clipped in 37, 40 and 41. */
    @Test
    void largeSystemsNeedThe32BitTwins() {
        Gx gx = Gx.house(MODEL).put(28, 1).put(130, 1, 0).put(2902, 3);
        gx.execute(total.commands(40_000, gx));
        assertEquals(List.of("96=40100.0"), gx.writes());
    }

    @Test
    void setsItsSetpointsTo0BeforeTheModeGoesBack() {
        Gx gx = Gx.house(MODEL).put(2902, 3);
        gx.execute(ExternalSetpoint.ofPhase(3).letGo(gx)).execute(total.letGo(gx));
        assertEquals(List.of("100=0.0", "96=0.0", "98=0.0", "100=0.0"), gx.writes());
        assertTrue(total.handsBack());
        assertEquals(
                Set.of("vebus_disable_charge", "vebus_disable_feed_in", "settings_ess_mode"),
                total.saved());
    }

    @Test
    void theGxKeepsItsSetpointsToItselfInOtherModels() {
        for (String model : List.of("gx", "gx-pvinverter")) {
            assertFalse(
                    Gx.FAMILY.table().forModel(model).registers().stream()
                            .anyMatch(
                                    row ->
                                            row.name().matches("vebus_(setpoint_l.|disable_.*)")
                                                    && row.role().name().equals("OWNER")));
        }
    }

    @Test
    void refusesWhatIsNoNumber() {
        assertThrows(
                IllegalArgumentException.class, () -> total.commands(Double.NaN, Gx.house(MODEL)));
    }

    private static void refused(ExternalSetpoint control, Gx gx, String remedy) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> control.commands(300, gx));
        assertTrue(refusal.getMessage().contains(remedy), refusal.getMessage());
    }
}
