package io.wattwire.publish.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.CommonPoint;
import io.wattwire.device.model.CommonPoints;
import io.wattwire.publish.live.Live;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;
import org.junit.jupiter.api.Test;

class ExpositionTest {

    private static final long WALL = 1_700_000_000_000L;

    private final Live live = new Live((asset, channel) -> false);
    private long now = 1_000_000_000_000L;
    private final Exposition exposition = new Exposition(live, 60_000, () -> now);

    private void take(String asset, Object... pairs) {
        Map<String, TypedValue<?>> record = new HashMap<>();
        record.put("assetName", TypedValues.newStringValue(asset));
        for (int i = 0; i < pairs.length; i += 2) {
            record.put((String) pairs[i], TypedValues.newTypedValue(pairs[i + 1]));
        }
        live.take(record, "emitter", now, WALL);
    }

    private void has(String line) {
        String page = exposition.write();
        assertTrue(List.of(page.split("\n")).contains(line), line + " in\n" + page);
    }

    @Test
    void aCommonPointHasAMetricOfItsOwnInBaseUnits() {
        take("meter", "grid_power", -1.5, "grid_energy_import", 2.5, "link_round_trip_ms", 40L);
        take("inverter", "battery_soc", 57.0, "inverter_energy_total", 1.0, "grid_connected", true);
        has("# TYPE wattwire_grid_power_watts gauge");
        has(
                "# HELP wattwire_grid_power_watts active power at the grid connection; + is import,"
                        + " - is export");
        has("wattwire_grid_power_watts{asset=\"meter\"} -1.5");
        has("# TYPE wattwire_grid_energy_import_joules_total counter");
        has("wattwire_grid_energy_import_joules_total{asset=\"meter\"} 9000000");
        has("wattwire_link_round_trip_seconds{asset=\"meter\"} 0.04");
        has("wattwire_battery_soc_ratio{asset=\"inverter\"} 0.57");
        has("wattwire_inverter_energy_joules_total{asset=\"inverter\"} 3600000");
        has("wattwire_grid_connected{asset=\"inverter\"} 1");
    }

    @Test
    void aVendorsRegisterIsToldByLabels() {
        take("inverter", "PacTotal", 1500L, "PacTotal_unit", "W", "odd", 7L, "odd_unit", "kVAh");
        has("wattwire_value_watts{asset=\"inverter\",channel=\"PacTotal\"} 1500");
        has("wattwire_value{asset=\"inverter\",channel=\"odd\",unit=\"kVAh\"} 7");
    }

    @Test
    void textIsALabelUnlessItIsProse() {
        take("inverter", "device_state", "on grid", "link_last_error", "timeout 1 of 77");
        take("inverter", "long", "x".repeat(65));
        has("wattwire_text_info{asset=\"inverter\",channel=\"device_state\",text=\"on grid\"} 1");
        assertFalse(exposition.write().contains("timeout"));
        assertFalse(exposition.write().contains("xxx"));
    }

    @Test
    void labelsAreEscaped() {
        take("a\"b\\c\nd", "x", 1L, "s", "\ud800");
        has("wattwire_value{asset=\"a\\\"b\\\\c\\nd\",channel=\"x\"} 1");
        has("wattwire_text_info{asset=\"a\\\"b\\\\c\\nd\",channel=\"s\",text=\"?\"} 1");
    }

    @Test
    void whatIsStaleOrFailedHasNoSeries() {
        take("meter", "grid_power", 1.0, "grid_frequency", 50.0);
        now += 30_000_000_000L;
        take("meter", "grid_frequency_error", "silent");
        has("wattwire_grid_power_watts{asset=\"meter\"} 1");
        assertFalse(exposition.write().contains("grid_frequency"));
        has("wattwire_up{asset=\"meter\"} 1");
        has("wattwire_channels{asset=\"meter\",quality=\"bad\"} 1");
        now += 30_000_000_000L;
        assertFalse(exposition.write().contains("grid_power"));
        has("wattwire_up{asset=\"meter\"} 0");
        has("wattwire_channels{asset=\"meter\",quality=\"stale\"} 1");
    }

    @Test
    void aSilentDeviceIsNotUpForWhatItsDriverSaysOfTheLink() {
        take("meter", "link_state", "dead", "grid_power_age_ms", 9000L, "grid_power_error", "?");
        has("wattwire_up{asset=\"meter\"} 0");
        take("meter", "link_state", "connected", "grid_power", 1.0);
        has("wattwire_up{asset=\"meter\"} 1");
    }

    @Test
    void itCountsItself() {
        take("meter", "x", 1L);
        exposition.write();
        has("wattwire_scrapes_total 2");
        has("wattwire_records_total 1");
        has("wattwire_dropped_values_total 0");
    }

    @Test
    void aFamilyStandsTogetherAndIsDescribedOnce() {
        take("a", "grid_power", 1.0, "x", 1L);
        take("b", "grid_power", 2.0, "x", 1L);
        List<String> order = new ArrayList<>();
        Set<String> described = new HashSet<>();
        for (String line : exposition.write().split("\n")) {
            String name = line.startsWith("#") ? line.split(" ")[2] : line.split("[{ ]")[0];
            if (order.isEmpty() || !order.get(order.size() - 1).equals(name)) {
                order.add(name);
            }
            if (line.startsWith("# TYPE")) {
                assertTrue(described.add(name), name);
            }
        }
        assertEquals(new HashSet<>(order).size(), order.size(), order.toString());
        assertEquals(described, new HashSet<>(order));
    }

    @Test
    void everyUnitOfTheVocabularyHasABaseUnit() {
        for (CommonPoint point : CommonPoints.all()) {
            Unit unit = Unit.of(point.unit());
            assertTrue(unit != null, point.name() + " in " + point.unit());
            assertTrue(
                    Metric.of(point.name(), unit).name().matches("[a-z][a-z0-9_]*"), point.name());
        }
    }
}
