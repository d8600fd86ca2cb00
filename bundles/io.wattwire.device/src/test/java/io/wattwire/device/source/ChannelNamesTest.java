package io.wattwire.device.source;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelNamesTest {

    @ParameterizedTest
    @ValueSource(strings = {"grid_power", "l1n_voltage", "Leistung", "timestamp", "powerW"})
    void aValueOfAMeterMayComeIn(String name) {
        assertTrue(ChannelNames.fits(name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "assetName",
                "assetTimestamp",
                "grid_power_timestamp",
                "grid_power_error",
                "grid_power_unit",
                "a b",
                "a.b",
                "a#b",
                "a\n"
            })
    void whatWouldForgeARecordMayNot(String name) {
        assertFalse(ChannelNames.fits(name));
    }
}
