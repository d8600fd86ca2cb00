package io.wattwire.driver.victron;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GridSetpointTest {

    private final GridSetpoint control = new GridSetpoint();

    /** Grid 900 W, battery 400 W of them: without the battery the grid would show 500 W. */
    @Test
    void leavesTheWantedPowerForTheBattery() {
        Gx gx = Gx.house("gx");
        gx.execute(control.commands(2_000, gx));
        gx.execute(control.commands(-2_000, gx));
        gx.execute(control.commands(0, gx));
        assertEquals(List.of("2716=2500.0", "2716=-1500.0", "2716=500.0"), gx.writes());
    }

    @Test
    void countsWhatTheOutputTakesAndWhatPvOnTheOutputGives() {
        Gx kettle = Gx.house("gx").put(23, 210, 10, 0).put(12, 220, 20, 20);
        kettle.put(908, 0, 2_300);
        assertEquals(
                "2716=4500.0", kettle.execute(control.commands(2_000, kettle)).writes().get(0));
        Gx sun = Gx.house("gx").put(23, -100 & 0xFFFF, 10, 0).put(12, -90 & 0xFFFF, 20, 20);
        sun.put(908, 0xFFFF, 0xFD00 & 0xFFFF);
        // grid -768 + 600, input -900 + 400, output -1000 + 100
        assertEquals("2716=1432.0", sun.execute(control.commands(2_000, sun)).writes().get(0));
    }

    @Test
    void roundsTowardsARestingBattery() {
        Gx gx = Gx.house("gx");
        gx.execute(control.commands(100.9, gx)).execute(control.commands(-100.9, gx));
        assertEquals(List.of("2716=600.0", "2716=400.0"), gx.writes());
    }

    @Test
    void readsBackWhatTheGridSetpointLeavesForTheBatteryNow() {
        Gx gx = Gx.house("gx");
        gx.execute(control.commands(2_000, gx));
        assertEquals(OptionalDouble.of(2_000), control.readBack(gx));
        gx.put(908, 0, 1_300);
        assertEquals(
                OptionalDouble.of(1_000), control.readBack(gx), "1 kW more load takes it away");
        assertTrue(control.readBack(gx.put(2902, 3)).isEmpty(), "nobody obeys 2716 in mode 3");
    }

    @Test
    void isComputedAnewWhileItIsValid() {
        assertEquals(GridSetpoint.PERIOD, control.follows());
        assertTrue(
                control.inputs()
                        .containsAll(Set.of("system_grid_l1_power", "vebus_ac_in_l1_power")));
        assertTrue(control.inputs().contains("vebus_ac_out_l3_power"));
    }

    @Test
    void refusesWhereTheGxDoesNotRegulateTheGrid() {
        refused(Gx.house("gx").put(2902, 3), "gx-external");
        refused(Gx.house("gx").without(2902), "unknown");
        refused(Gx.house("gx").put(5400, 1), "Dynamic ESS");
        refused(Gx.house("gx").put(826, 240), "Not connected");
        refused(Gx.house("gx").put(826, 0), "Not available");
        refused(Gx.house("gx").put(826, 2), "Generator");
        refused(Gx.house("gx").without(2716), "Venus OS 3.50");
    }

    /** A GX without the service answers with zeros: no phases is no system. */
    @Test
    void refusesWithoutAVeBusSystem() {
        refused(Gx.house("gx").put(28, 0), "units");
        refused(Gx.house("gx").without(12), "units");
        refused(Gx.house("gx").without(911), "units");
    }

    @Test
    void firmwareWithoutDynamicEssIsCommandedToo() {
        Gx gx = Gx.house("gx").without(5400);
        assertEquals(List.of("2716=500.0"), gx.execute(control.commands(0, gx)).writes());
    }

    @Test
    void takesNoMoreThanTheRatingOfAllUnits() {
        Gx gx = Gx.house("gx");
        assertEquals(OptionalDouble.of(9_000), control.maximum(gx));
        assertEquals(OptionalDouble.of(-9_000), control.minimum(gx));
        assertTrue(control.maximum(gx.put(130, 0, 0)).isEmpty(), "0 is how a GX says nothing");
    }

    @Test
    void refusesWhatIsNoNumber() {
        for (double wanted : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(
                    IllegalArgumentException.class, () -> control.commands(wanted, Gx.house("gx")));
        }
    }

    @Test
    void handsBackToTheStoredGridSetpoint() {
        Gx gx = Gx.house("gx").put(2716, 0, 2_500);
        assertTrue(control.handsBack());
        assertEquals(List.of("2716=50.0"), gx.execute(control.letGo(gx)).writes());
        assertEquals(Set.of(), control.saved(), "zero would be a set-point too");
    }

    private void refused(Gx gx, String remedy) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> control.commands(1_000, gx));
        assertTrue(refusal.getMessage().contains(remedy), refusal.getMessage());
    }
}
