package io.wattwire.publish.venus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.driver.SettingsReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings as an owner may write them. */
class VenusSettingsTest {

    @Test
    void nothingSetIsAGridMeterOnTheGxOfTheNetwork() {
        VenusSettings settings = VenusSettings.of(new SettingsReader(Map.of()));
        assertNotNull(settings);
        assertEquals("com.victronenergy.grid.cg_meter", settings.name());
        assertEquals("venus.local", settings.place().host());
        assertFalse(settings.commands());
    }

    @ParameterizedTest
    @CsvSource({
        "service, gateway, service is",
        "address, gx:99999, is no address of a bus",
        "address, http://gx, is no address of a bus",
        "address, unix:path=socket, is no address of a bus",
        "id, a-b, id is",
        "id, 4711, id is",
        "phase, 4, phase",
        "position, 3, position",
        "instance, -1, instance",
        "max.power.w, much, max.power.w"
    })
    void whatIsWrongIsSaid(String key, String value, String said) {
        SettingsReader reader = new SettingsReader(Map.of(key, value));
        assertNull(VenusSettings.of(reader));
        assertTrue(reader.problems().toString().contains(said), reader.problems().toString());
    }
}
