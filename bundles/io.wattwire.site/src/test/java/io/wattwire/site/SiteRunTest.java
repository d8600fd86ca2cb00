package io.wattwire.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.wire.Gate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.type.TypedValue;
import org.junit.jupiter.api.Test;

/** When it emits, and what. */
class SiteRunTest {

    private final House house =
            new House("grid.assets", "a, b", "inverter.assets", "roof", "battery.assets", "slow");
    private Configured configured = new Configured(house.settings, "");
    private final List<Map<String, TypedValue<?>>> emitted = new ArrayList<>();
    private long wallIsAheadByMillis;
    private final SiteRun run =
            new SiteRun(
                    "site",
                    () -> configured,
                    house.store::readings,
                    emitted::add,
                    new Gate(),
                    () -> house.now,
                    () -> house.wall() + wallIsAheadByMillis);

    private int emissions() {
        run.run();
        int count = emitted.size();
        emitted.clear();
        return count;
    }

    private void allTell() {
        for (String asset : List.of("a", "b")) {
            house.tells(asset, "grid_power", house.now / 1e9);
        }
        house.tells("roof", "inverter_power", house.now / 1e9);
        house.tells("slow", "battery_power", house.now / 1e9);
        emissions();
    }

    private Object last(String name) {
        TypedValue<?> value = emitted.get(emitted.size() - 1).get(name);
        return value == null ? null : value.getValue();
    }

    @Test
    void theGridsMetersDoNotWaitForOthers() {
        allTell();
        house.later(1).tells("a", "grid_power", 1.0);
        assertEquals(0, emissions(), "half of the grid waits for the other half");
        house.later(0.05).tells("b", "grid_power", 2.0);
        assertEquals(1, emissions());
    }

    @Test
    void inverterAndGridOfOneMomentLeaveTogether() {
        allTell();
        house.later(1).tells("roof", "inverter_power", 1.0);
        assertEquals(0, emissions());
        house.later(0.1).tells("a", "grid_power", 1.0).tells("b", "grid_power", 1.0);
        assertEquals(1, emissions());
    }

    @Test
    void whatIsNewLeavesSoonAnyway() {
        allTell();
        house.later(1).tells("roof", "inverter_power", 1.0);
        assertEquals(0, emissions());
        house.later(0.2);
        assertEquals(1, emissions());
        house.later(0.2);
        assertEquals(0, emissions(), "and once");
    }

    @Test
    void nobodyWaitsForASilentMeter() {
        allTell();
        for (int i = 0; i < 4; i++) {
            house.later(1).tells("a", "grid_power", (double) i);
            run.run();
        }
        house.later(1);
        run.run();
        emitted.clear();
        house.tells("a", "grid_power", 99.0);
        assertEquals(1, emissions());
    }

    @Test
    void silenceIsToldWhenAValueIsTooOldAndThenNowAndThen() {
        allTell();
        house.later(2.9);
        assertEquals(0, emissions());
        house.later(0.2);
        run.run();
        assertEquals("incomplete", last("state"));
        assertEquals("a/grid_power: too old; b/grid_power: too old", last("grid_power_error"));
        assertFalse(emitted.get(0).containsKey("grid_power"));
        emitted.clear();
        house.later(5);
        assertEquals(0, emissions());
        house.later(5);
        assertEquals(1, emissions());
    }

    @Test
    void aReasonThatChangesIsNoNews() {
        allTell();
        house.tells("a", "grid_power_error", "no answer within 801 ms");
        assertEquals(1, emissions());
        house.later(0.1).tells("a", "grid_power_error", "no answer within 802 ms");
        assertEquals(0, emissions());
    }

    @Test
    void theRecordIsLikeThatOfAnAsset() {
        house.tells("a", "grid_power", 100.0).later(0.3).tells("b", "grid_power", -40.0);
        house.later(0.1);
        run.run();
        assertEquals("site", last("assetName"));
        assertEquals(60.0, last("grid_power"));
        assertEquals("W", last("grid_power_unit"));
        assertEquals(400L, last("grid_power_age_ms"));
        assertEquals(house.wall() - 400, last("grid_power_timestamp"));
        assertEquals("roof/inverter_power: no value yet", last("inverter_power_error"));
        assertEquals("", last("configuration_problem"));
        assertTrue(last("missing").toString().contains("slow/battery_power: no value yet"));
    }

    /** The monotonic and the wall clock are read one after the other, and the wall clock is set. */
    @Test
    void aReadingKeepsTheTimeThatItsSourceGave() {
        long measured = house.wall() - 70;
        house.tells("a", "grid_power", 100.0, "grid_power_timestamp", measured);
        house.tells("b", "grid_power", -40.0);
        run.run();
        assertEquals(measured, last("grid_power_timestamp"));
        wallIsAheadByMillis = 137;
        house.later(1).tells("roof", "inverter_power", 1.0);
        run.run();
        assertEquals(measured, last("grid_power_timestamp"));
        assertEquals(1070L, last("grid_power_age_ms"));
    }

    /** A meter on a PV line cannot tell DC power: that is no fault, and no sum either. */
    @Test
    void whatNobodyMeasuresIsNoOutage() {
        House pv = new House("inverter.assets", "roof, pv-meter");
        List<Map<String, TypedValue<?>>> kept = new ArrayList<>();
        SiteRun other =
                new SiteRun(
                        "site",
                        () -> new Configured(pv.settings, ""),
                        pv.store::readings,
                        kept::add,
                        new Gate(),
                        () -> pv.now,
                        pv::wall);
        pv.tells("roof", "inverter_power", 1.0, "pv_power", 2.0);
        pv.tells("pv-meter", "inverter_power", 3.0);
        other.run();
        assertEquals("complete", kept.get(0).get("state").getValue());
        assertEquals("", kept.get(0).get("missing").getValue());
        assertFalse(kept.get(0).containsKey("pv_power"));
        assertEquals("pv-meter/pv_power: never told", kept.get(0).get("pv_power_error").getValue());
    }

    @Test
    void aRefusedConfigurationIsTold() {
        allTell();
        configured = new Configured(house.settings, "grid.assets names this site itself");
        run.run();
        assertEquals("grid.assets names this site itself", last("configuration_problem"));
        assertEquals("complete", last("state"), "the last good one is in use");
        configured = new Configured(SiteSettings.NOTHING, "stale.s is 'x'");
        run.run();
        assertEquals("configuration refused", last("state"));
        configured = Configured.NOTHING;
        run.run();
        assertEquals("no assets named", last("state"));
    }
}
