package io.wattwire.standalone.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.standalone.monitor.Faults;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlSettingsTest {

    private final Faults faults = new Faults();

    private String refusal(Map<String, Object> properties) {
        return new ControlSettings(properties, faults)
                .writes(null)
                .write("inverter-control", "inverter_power_limit", "100")
                .orElseThrow();
    }

    @Test
    void nothingIsWrittenUntilTheOwnerSaysSo() {
        assertTrue(refusal(Map.of()).contains("writing from the cloud is off"));
        assertEquals(0, faults.list().size());
    }

    @ParameterizedTest
    @CsvSource({"control.points, *", "control.points, ''", "control.per.minute, often"})
    void nothingIsWrittenAsLongAsASettingIsWrong(String name, String value) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("control.enabled", "true");
        properties.put("control.points", "inverter-control/inverter_power_limit");
        properties.put(name, value);
        assertTrue(refusal(properties).contains("set wrongly"));
        assertTrue(faults.list().get(0).toString().contains(name), "the owner is told where");
    }
}
