package io.wattwire.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.wire.RefusedException;
import io.wattwire.device.wire.Source;
import io.wattwire.limit.law.FailSafeClass;
import io.wattwire.limit.law.Input;
import io.wattwire.limit.law.LimitSettings;
import io.wattwire.limit.law.LimitSettings.BelowMinimum;
import io.wattwire.limit.law.LimitSettings.Mode;
import io.wattwire.limit.law.Slot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsParserTest {

    private static Map<String, Object> with(String... pairs) {
        Map<String, Object> properties = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.put(pairs[i], pairs[i + 1]);
        }
        return properties;
    }

    @Test
    void nothingSetIsZeroExportWithFallBackZero() throws RefusedException {
        Chosen chosen = SettingsParser.parse(Map.of());
        LimitSettings settings = chosen.settings();
        assertEquals(Mode.REGULATE, settings.units().get(0).mode());
        assertEquals(0, settings.bounds().allowedExportW());
        assertEquals(0, settings.bounds().fallbackW());
        assertEquals(BelowMinimum.STOP, settings.bounds().belowMinimum());
        assertEquals(FailSafeClass.C, settings.units().get(0).failSafe());
        assertEquals(3_000_000_000L, settings.trust().gridStaleNanos());
        assertEquals(
                new Source("inverter", "inverter_power_limit_step"),
                chosen.sources().get(new Slot(Input.STEP, 1)));
        assertFalse(chosen.sources().containsKey(Slot.site(Input.SETPOINT)));
    }

    @Test
    void theFallBackIsTheAllowedExport() throws RefusedException {
        assertEquals(
                3680,
                SettingsParser.parse(with("allowed.export.w", "3680"))
                        .settings()
                        .bounds()
                        .fallbackW());
        assertEquals(
                0,
                SettingsParser.parse(with("allowed.export.w", "-100"))
                        .settings()
                        .bounds()
                        .fallbackW());
    }

    @Test
    void typedAndTextualValuesMeanTheSame() throws RefusedException {
        Map<String, Object> typed = new HashMap<>();
        typed.put("allowed.export.w", 10_000_000.0);
        typed.put("margin.w", 25);
        typed.put("mode", Mode.REGULATE);
        assertEquals(
                SettingsParser.parse(with("allowed.export.w", " 10000000 ", "margin.w", "25.0")),
                SettingsParser.parse(typed));
    }

    @ParameterizedTest
    @CsvSource({
        "allowed.export.w, '0,5', not a plain number",
        "allowed.export.w, NaN, not a plain number",
        "allowed.export.w, 1e3, not a plain number",
        "allowed.export.w, 99999999, must be",
        "fallback.w, 100, above allowed.export.w",
        "fallback.w, -1, must be",
        "installer.cap.w, -1, must be",
        "margin.w, -1, must be",
        "grid.stale.s, 0, must be 1 to 10",
        "grid.stale.s, 11, must be 1 to 10",
        "grid.frozen.s, 5.0.0, not a plain number",
        "keep.alive.s, 0, must be 1 to 50",
        "rise.percent.per.s, 0, must be 0.1 to 50",
        "below.minimum, maybe, 'choose one of stop, hold'",
        "mode, both, 'choose one of regulate, delegate'",
        "mode, delegate, readback.source must be <asset>/grid_export_limit",
        "readback.source, inverter/grid_export_limit, choose mode = delegate",
        "fail.safe.class, D, 'choose one of a, b, c'",
        "grid.source, meter, write <asset>/<channel>",
        "grid.source, a/b/c, write <asset>/<channel>",
        "grid.source, inverter/inverter_power, two sources are the same channel",
        "setpoint.source, /x, write <asset>/<channel>",
        "rated.w, 0, must be",
        "inverter.cap.w, -1, must be",
        "shadow, perhaps, 'choose one of true, false'",
        "sharing, evenly, 'choose one of rating, priority'",
        "more.inverters, roof/inverter_power, begin the line with the inverter's asset",
        "more.inverters, roof cap, is none of power=",
        "more.inverters, roof cpa=3, is none of power=",
        "more.inverters, roof cap=x, line 1: cap is 'x'",
        "more.inverters, roof cap=1 cap=2, cap is given twice",
        "more.inverters, roof class=D, 'choose one of a, b, c'",
        "more.inverters, inverter, two sources are the same channel",
        "more.inverters, roof minimum=500 rated=400, roof: minimum is above rated",
        "more.inverters, roof step=500 rated=400, roof: step is above rated",
        "more.inverters, roof readback=a/b/c, write <asset>/<channel>",
        "more.inverters, roof mode=delegate readback=inverter_power_limit, must be <asset>/grid_exp",
        "more.inverters, roof readback=grid_export_limit, choose mode = delegate",
        "supervision, on, 'choose one of off, domestic, commercial'",
        "supervision, domestic, at least one limit",
        "connection.phases, 2.5, write 1 or 3",
        "connection.phases, 4, must be 1 to 3",
        "export.limit.w, -1, must be",
        "import.limit.a, lots, not a plain number",
        "phase.rule, best, 'choose one of sum, worst'",
        "inverter.phase, 4, must be 0 to 3",
        "inverter.phase, 1.5, 'write 1, 2 or 3'",
        "more.inverters, roof phase=4, must be 0 to 3",
        "target.source, tariff, write <asset>/<channel>",
        "schedule, 25:00 0, write a time and W",
        "schedule, 6 0, write a time and W",
        "schedule, '06:00 0;06:00 5', twice",
        "energy.budget.kwh, 0, must be",
        "energy.free.export.w, -1, must be",
        "battery.role, none, 'choose one of seen, first, control, first_and_control'",
        "battery.role, first, needs battery.source",
        "battery.full.soc, 101, must be",
        "battery.again.soc, 95, must be below battery.full.soc",
        "battery.reserve.w, -5, must be",
        "ledger.mib, -1, must be",
        "step.w, 0, must be"
    })
    void isRefusedWithTheReason(String key, String value, String reason) {
        RefusedException refused =
                assertThrows(RefusedException.class, () -> SettingsParser.parse(with(key, value)));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
        assertTrue(refused.getMessage().contains(key) || reason.startsWith("two sources"));
    }

    @ParameterizedTest
    @CsvSource({
        "minimum.w, 500, rated.w, 400, minimum.w is above rated.w",
        "step.w, 500, rated.w, 400, step.w is above rated.w",
        "write.spacing.s, 10, keep.alive.s, 5, write.spacing.s must be shorter",
        "grid.stale.s, 10, grid.frozen.s, 8, grid.frozen.s must be longer",
        "allowed.export.w, 500, fallback.w, 600, fallback.w is above",
        "supervision, domestic, connection.phases, 3, at least one limit",
        "energy.budget.kwh, 2, energy.resume.kwh, 3, energy.resume.kwh must be less",
        "phase.rule, worst, mode, delegate, phase.rule is worst",
        "battery.role, control, battery.source, meter/grid_power, two sources are the same",
        "mode, delegate, more.inverters, roof mode=delegate, two inverters are delegated",
        "below.minimum, hold, more.inverters, roof minimum=84 cap=50, cannot be held at its minimum"
    })
    void wrongCombinationsAreRefused(String k1, String v1, String k2, String v2, String reason) {
        RefusedException refused =
                assertThrows(
                        RefusedException.class, () -> SettingsParser.parse(with(k1, v1, k2, v2)));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
    }

    @Test
    void aSupervisedConnectionNeedsAnAgreedLimitThatTheLimitKeeps() throws RefusedException {
        RefusedException refused =
                assertThrows(
                        RefusedException.class,
                        () ->
                                SettingsParser.parse(
                                        with(
                                                "supervision", "domestic",
                                                "export.limit.w", "3680",
                                                "allowed.export.w", "4000")));
        assertTrue(refused.getMessage().contains("was agreed with the network"));
        Map<String, Object> phases =
                with("supervision", "domestic", "export.limit.w", "5", "connection.phases", "3");
        refused = assertThrows(RefusedException.class, () -> SettingsParser.parse(phases));
        assertTrue(refused.getMessage().contains("three phases need a limit in A"));
        phases.put("export.limit.a", "16");
        assertTrue(SettingsParser.parse(phases).supervisor().enabled());
    }

    @Test
    void aLineNamesAnInverterAndWhatDiffers() throws RefusedException {
        Chosen chosen =
                SettingsParser.parse(
                        with(
                                "more.inverters",
                                "garage\n\n roof cap=3680 class=A mode=regulate"
                                        + " power=meter2/pv_power readback=limit_readback\r\n"
                                        + "deye mode=delegate"));
        assertEquals(4, chosen.settings().units().size());
        assertEquals(
                new Source("garage", "inverter_power"),
                chosen.sources().get(new Slot(Input.INVERTER, 2)));
        assertEquals(
                new Source("meter2", "pv_power"),
                chosen.sources().get(new Slot(Input.INVERTER, 3)));
        assertEquals(
                new Source("roof", "limit_readback"),
                chosen.sources().get(new Slot(Input.READ_BACK, 3)));
        assertEquals(
                new Source("deye", "grid_export_limit"),
                chosen.sources().get(new Slot(Input.READ_BACK, 4)));
        assertEquals(3680, chosen.settings().units().get(2).capW());
        assertEquals(FailSafeClass.A, chosen.settings().units().get(2).failSafe());
        assertEquals(Mode.DELEGATE, chosen.settings().units().get(3).mode());
    }

    @Test
    void moreInvertersThanPortsAreRefused() {
        String lines = "a\nb\nc\nd\ne\nf\ng\nh";
        RefusedException refused =
                assertThrows(
                        RefusedException.class,
                        () -> SettingsParser.parse(with("more.inverters", lines)));
        assertTrue(refused.getMessage().contains("7 at most"), refused.getMessage());
    }

    @Test
    void holdingAtAMinimumAboveTheCapIsRefused() {
        Map<String, Object> wrong =
                with("minimum.w", "84", "installer.cap.w", "50", "below.minimum", "hold");
        assertThrows(RefusedException.class, () -> SettingsParser.parse(wrong));
    }

    @Test
    void allProblemsAreNamedAtOnce() {
        RefusedException refused =
                assertThrows(
                        RefusedException.class,
                        () -> SettingsParser.parse(with("margin.w", "x", "keep.alive.s", "y")));
        assertTrue(refused.getMessage().contains("margin.w"));
        assertTrue(refused.getMessage().contains("keep.alive.s"));
    }

    @Test
    void aRefusedFirstConfigurationAllowsNothingOut() {
        LimitSettings closed =
                SettingsParser.closed(with("allowed.export.w", "5000", "below.minimum", "hold"))
                        .settings();
        assertTrue(closed.refused());
        assertEquals(0, closed.bounds().fallbackW());
        assertEquals(BelowMinimum.HOLD, closed.bounds().belowMinimum());
    }

    @Test
    void readsExactlyTheSettingsOfTheForm() throws RefusedException {
        Set<String> read = new HashSet<>();
        SettingsParser.parse(
                new HashMap<>() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public Object get(Object key) {
                        read.add((String) key);
                        return null;
                    }
                });
        Set<String> shown = new HashSet<>(FormKeys.ALL);
        shown.removeAll(Set.of(CommandDesk.COMMAND, CommandDesk.PIN));
        assertEquals(shown, read);
    }
}
