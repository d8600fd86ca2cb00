package io.wattwire.driver.growatt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Values;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GrowattIdentificationTest {

    private static Identity identify(Map<String, Object> values) {
        Values known = name -> Optional.ofNullable(values.get(name));
        return new GrowattIdentification().identify(known);
    }

    @ParameterizedTest
    @CsvSource({"5100,tl-xh", "5200,min", "5201,min", "5001,mid"})
    void theDeviceTypeNamesTheFamily(double type, String model) {
        Identity identity = identify(Map.of("device_type_code", type));
        assertEquals(model, identity.model());
        assertTrue(identity.recognised());
    }

    @Test
    void theRatedPowerIsANumberOfWatts() {
        Identity identity = identify(Map.of("device_type_code", 5100.0, "nominal_power", 4200.0));
        assertEquals(OptionalDouble.of(4200), identity.ratedPowerW());
    }

    @Test
    void aKnownTypeIsNotMovedToTheVppPath() {
        Identity identity =
                identify(Map.of("device_type_code", 5100.0, "vpp_protocol_version", 201.0));
        assertEquals("tl-xh", identity.model());
    }

    @Test
    void anUnknownTypeThatSpeaksVppIsDrivenThroughIt() {
        Identity identity =
                identify(
                        Map.of(
                                "device_type_code",
                                5600.0,
                                "vpp_protocol_version",
                                201.0,
                                "nominal_power",
                                1.0,
                                "vpp_rated_power",
                                10_000.0));
        assertEquals("vpp", identity.model());
        assertEquals(OptionalDouble.of(10_000), identity.ratedPowerW());
    }

    @Test
    void anUnknownTypeIsNotRecognised() {
        Identity identity =
                identify(Map.of("device_type_code", 5600.0, "serial_number_short", "AB12345678"));
        assertFalse(identity.recognised());
        assertEquals("AB12345678", identity.serial());
        assertFalse(identify(Map.of()).recognised());
    }

    @Test
    void theLongestSerialNumberThatIsThereIsTaken() {
        Map<String, Object> values = new HashMap<>();
        values.put("serial_number_long", "   ");
        values.put("serial_number_tlx", "TLX0000000000000000000000000001");
        values.put("serial_number_short", "SHORT00001");
        assertEquals("TLX0000000000000000000000000001", identify(values).serial());
    }

    @Test
    void allRegistersItAsksForAreInTheTable() {
        for (String register : new GrowattIdentification().registers()) {
            assertTrue(Banks.FAMILY.table().register(register).isPresent(), register);
        }
    }
}
