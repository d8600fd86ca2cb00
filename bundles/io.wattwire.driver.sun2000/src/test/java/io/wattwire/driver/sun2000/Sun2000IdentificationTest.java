package io.wattwire.driver.sun2000;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Model;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Sun2000IdentificationTest {

    private static Identity of(String name, String battery) {
        Map<String, Object> values = new HashMap<>();
        values.put("model_name", name);
        values.put("storage_unit_1_product_model", battery);
        values.put("serial_number", "XX0000000000");
        values.put("software_version", "V200R001C00SPC130");
        values.put("firmware_version", "V200R001C00");
        values.put("rated_power", 6_000.0);
        return new Sun2000Identification().identify(key -> Optional.ofNullable(values.get(key)));
    }

    @ParameterizedTest
    @CsvSource({
        "SUN2000-6KTL-M1, huawei_luna2000, sun2000-3ph",
        "SUN2000-10KTL-M0, none, sun2000-3ph",
        "SUN2000-12K-MB0, huawei_luna2000, sun2000-3ph",
        "SUN2000-6KTL-M0, lg_resu, sun2000-3ph-lg",
        "SUN2000-6KTL-L1, huawei_luna2000, sun2000-1ph",
        "SUN2000-3KTL-L1, none, sun2000-1ph",
        "SUN2000-8K-LC0, huawei_luna2000, sun2000-1ph",
        "SUN2000L-5KTL, lg_resu, sun2000-1ph-lg"
    })
    void theNameTellsThePhasesAndTheBatteryTheTables(String name, String battery, String model) {
        Identity identity = of(name, battery);
        assertEquals(model, identity.model());
        assertTrue(identity.recognised());
        assertTrue(
                new Sun2000Driver()
                        .family().models().stream().map(Model::name).anyMatch(model::equals));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SUN2000-33KTL-A", "SUN5000-8K-MAP0", "MID 25KTL3-X", "", "SmartLogger"})
    void anotherNameIsNotRecognised(String name) {
        assertFalse(of(name, "none").recognised());
        assertEquals("", of(name, "none").model());
    }

    @Test
    void tellsSerialSoftwareAndRating() {
        Identity identity = of("SUN2000-6KTL-M1", "none");
        assertEquals("XX0000000000", identity.serial());
        assertEquals("V200R001C00SPC130", identity.firmware());
        assertEquals(OptionalDouble.of(6_000), identity.ratedPowerW());
    }

    @Test
    void whatIsMissingIsEmptyAndNoRatingIsNone() {
        Identity nothing = new Sun2000Identification().identify(key -> Optional.empty());
        assertEquals(Identity.unknown(), nothing);
        Map<String, Object> zero = Map.of("model_name", "SUN2000-6KTL-M1", "rated_power", 0.0);
        Identity unrated =
                new Sun2000Identification().identify(key -> Optional.ofNullable(zero.get(key)));
        assertEquals("sun2000-3ph", unrated.model());
        assertEquals(OptionalDouble.empty(), unrated.ratedPowerW());
    }
}
