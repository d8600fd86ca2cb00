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
import java.lang.reflect.Method;
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
        "grid.stale.s, 10, grid.frozen.s, 8, grid.frozen.s must be longer"
    })
    void wrongCombinationsAreRefused(String k1, String v1, String k2, String v2, String reason) {
        RefusedException refused =
                assertThrows(
                        RefusedException.class, () -> SettingsParser.parse(with(k1, v1, k2, v2)));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
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
        Set<String> shown = new HashSet<>();
        for (Method setting : Configuration.class.getDeclaredMethods()) {
            shown.add(setting.getName().replace('_', '.'));
        }
        assertEquals(shown, read);
    }
}
