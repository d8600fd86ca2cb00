package io.wattwire.driver.sdm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Identity;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Values;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdmIdentificationTest {

    private static final RegisterTable TABLE = new SdmDriver().family().table();

    private static Identity identify(Map<String, Object> values) {
        Values known = name -> Optional.ofNullable(values.get(name));
        return new SdmIdentification().identify(known);
    }

    @ParameterizedTest
    @CsvSource({
        "32,sdm120",
        "43,sdm230",
        "112,sdm630",
        "121,sdm630",
        "136,sdm630",
        "132,sdm72",
        "137,sdm72-v2"
    })
    void theMeterCodeNamesTheModel(double code, String model) {
        Identity identity = identify(Map.of("meter_code", code, "serial_number", 18_123_456.0));
        assertEquals(model, identity.model());
        assertEquals("18123456", identity.serial());
        assertTrue(identity.recognised());
    }

    @Test
    void anUnknownMeterCodeIsNotRecognised() {
        assertFalse(identify(Map.of("meter_code", 138.0)).recognised());
        assertFalse(identify(Map.of()).recognised());
    }

    /**
     * ieb/dbus-modbus-client took the first word of "2.0", which means 9600 Bd, for the mark of an
     * SDM230.
     */
    @Test
    void theBaudRateIsNoIdentity() {
        for (String name : new SdmIdentification().registers()) {
            Register asked = TABLE.register(name).orElseThrow(() -> new AssertionError(name));
            assertEquals(RegisterKind.HOLDING, asked.kind());
            assertTrue(asked.address() >= 0xFC00, name);
        }
        assertFalse(identify(Map.of("network_baud", 2.0)).recognised());
    }
}
