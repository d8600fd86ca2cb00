package io.wattwire.device.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommonPointsTest {

    @ParameterizedTest
    @CsvSource({
        "grid_power, W, true",
        "grid_power_l3, W, true",
        "grid_voltage_l2, V, false",
        "grid_current_l1, A, false",
        "grid_power_factor, '', true",
        "grid_energy_import, kWh, false",
        "inverter_power_l1, W, true",
        "inverter_power_limit, W, false",
        "pv1_power, W, false",
        "pv24_current, A, false",
        "battery_power, W, true",
        "battery_current, A, true",
        "battery_power_setpoint_l2, W, true",
        "battery_capacity, kWh, false",
        "load_power, W, true",
        "ev_power, W, true",
        "generator_power, W, true",
        "link_age_ms, ms, false",
    })
    void hasUnitAndSign(String name, String unit, boolean signed) {
        CommonPoint point = CommonPoints.find(name).orElseThrow();
        assertEquals(unit, point.unit());
        assertEquals(signed, point.signed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inverter_power_limit",
                "grid_export_limit",
                "battery_power_setpoint",
                "battery_power_setpoint_l1",
                "battery_current_setpoint",
                "battery_force_charge",
                "battery_force_discharge",
                "battery_pause_charge",
                "battery_pause_discharge"
            })
    void canBeCommanded(String name) {
        assertTrue(CommonPoints.find(name).orElseThrow().writable());
    }

    @Test
    void nothingElseCanBeCommanded() {
        assertEquals(11, CommonPoints.all().stream().filter(CommonPoint::writable).count());
    }

    @Test
    void everyPointHasAnAge() {
        CommonPoint age = CommonPoints.find("grid_power_age_ms").orElseThrow();
        assertEquals("ms", age.unit());
        assertEquals(ValueKind.LONG, age.kind());
        assertEquals(Optional.empty(), CommonPoints.find("grid_powr_age_ms"));
        assertEquals(Optional.empty(), CommonPoints.find("_age_ms"));
    }

    @Test
    void everyWordIsAChannelName() {
        for (CommonPoint point : CommonPoints.all()) {
            boolean health = point.name().startsWith("link_");
            assertEquals(health, Names.problem(point.name()).isPresent(), point.name());
            assertFalse(point.meaning().isBlank());
        }
    }

    @Test
    void unknownWordsAreNotFound() {
        assertEquals(Optional.empty(), CommonPoints.find("pv25_power"));
        assertEquals(Optional.empty(), CommonPoints.find("grid_power_l4"));
        assertEquals(Optional.empty(), CommonPoints.find(""));
    }
}
