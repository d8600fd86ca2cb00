package io.wattwire.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.wire.RefusedException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsParserTest {

    private static SiteSettings parse(Object... settings) throws RefusedException {
        return SettingsParser.parse("site", properties(settings));
    }

    private static Map<String, Object> properties(Object... settings) {
        Map<String, Object> properties = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            properties.put((String) settings[i], settings[i + 1]);
        }
        return properties;
    }

    private static String refusal(Object... settings) {
        return assertThrows(RefusedException.class, () -> parse(settings)).getMessage();
    }

    @Test
    void nothingHasToBeSet() throws RefusedException {
        assertTrue(parse().isEmpty());
        assertTrue(parse("grid.assets", " , ;", "stale.s", "").isEmpty());
    }

    @Test
    void aListMayHaveCommasSemicolonsOrLines() throws RefusedException {
        assertEquals(
                List.of(new Entry("a", "", 1), new Entry("b c", "", 0), new Entry("d", "p", 3)),
                parse("inverter.assets", "a L1, b c;\n d/p  l3 ,").entries(Role.INVERTER));
    }

    @Test
    void numbersMayComeAsNumbers() throws RefusedException {
        SiteSettings settings =
                parse("battery.assets", "a", "battery.capacity.kwh", " a = 10.5", "stale.s", 2.5);
        assertEquals(Map.of("a", 10.5), settings.capacitiesKwh());
        assertEquals(2_500_000_000L, settings.staleNanos());
        assertEquals(0, settings.slowStaleNanos());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grid.assets | a/b/c | grid.assets has 'a/b/c'; write <asset>",
                "grid.assets | /grid_power | grid.assets has '/grid_power'",
                "grid.assets | meter/ | grid.assets has 'meter/'",
                "battery.capacity.kwh | 10 | battery.capacity.kwh has '10'; write <asset>=<kWh>",
                "battery.capacity.kwh | a=ten | battery.capacity.kwh of a is 'ten', not a plain",
                "battery.capacity.kwh | a=0 | battery.capacity.kwh of a is 0; it must be 0.01 to",
                "battery.capacity.kwh | a=1,a=2 | battery.capacity.kwh names a twice",
                "battery.capacity.kwh | a=1 | names a, which is neither in battery.assets nor",
                "stale.s | 0.5 | stale.s is 0.5; it must be 1 to 3600",
                "slow.stale.s | soon | slow.stale.s is 'soon', not a plain number",
                "grid.assets | site | grid.assets names this site itself",
                "ev.assets | site/ev_power | ev.assets names this site itself",
                "grid.assets | a, a | grid.assets counts a twice",
                "grid.assets | a, a/grid_power | grid.assets counts a/grid_power twice",
                "battery.assets | a/x, a/x | battery.assets counts a/x twice",
                "grid.assets | a l1, b | grid.assets has a phase behind some assets only",
                "grid.assets | a l1, b l1 | grid.assets has two assets on one phase: a l1, b l1",
            })
    void aWrongListIsRefusedWithTheReason(String key, String text, String why) {
        String refusal = refusal(key, text);
        assertTrue(refusal.contains(why), refusal);
    }

    @ParameterizedTest
    @CsvSource({
        "inverter.assets, deye, battery.assets, deye",
        "hybrid.assets, deye, battery.assets, deye",
        "hybrid.assets, deye, inverter.assets, deye l2",
        "inverter.assets, deye/inverter_power, battery.assets, deye/battery_power",
        "inverter.assets, em24/channel_1, battery.assets, em24",
        "inverter.assets, em24/channel_1, battery.assets, em24/channel_1",
    })
    void aDeviceInTwoRolesIsRefused(String one, String assets, String other, String also) {
        String refusal = refusal(one, assets, other, also);
        assertTrue(refusal.contains("it would be counted twice"), refusal);
    }

    @Test
    void oneMeasurementIsNotTheGridsAndADevices() {
        assertEquals(
                "em24/p is in battery.assets and is the grid's as well",
                refusal("grid.assets", "em24/p", "battery.assets", "em24/p"));
    }

    @Test
    void anInverterWithAMeterAndAMeterOfTwoChannelsAreFine() throws RefusedException {
        parse("grid.assets", "deye", "hybrid.assets", "deye");
        parse("inverter.assets", "em24/channel_1", "battery.assets", "em24/channel_2");
        parse("inverter.assets", "em24/channel_1 l1, em24/channel_2 l2");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        String refusal = refusal("grid.assets", "a/b/c", "stale.s", "x", "ev.assets", "site");
        assertEquals(3, refusal.split("; (?!write)").length, refusal);
    }

    @Test
    void aRefusedChangeKeepsTheLastGoodSettings() {
        Configured first = Configured.NOTHING.next("site", properties("grid.assets", "meter"));
        assertEquals("", first.problem());
        Configured second = first.next("site", properties("grid.assets", "site"));
        assertEquals(first.settings(), second.settings());
        assertEquals("grid.assets names this site itself", second.problem());
        Configured third = second.next("site", properties("grid.assets", "other"));
        assertEquals("", third.problem());
        assertEquals(List.of(new Entry("other", "", 0)), third.settings().entries(Role.GRID));
    }
}
