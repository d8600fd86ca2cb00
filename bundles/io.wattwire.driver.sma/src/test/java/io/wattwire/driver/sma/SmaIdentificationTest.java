package io.wattwire.driver.sma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Identity;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmaIdentificationTest {

    private static Identity identify(Bank bank) {
        return new SmaIdentification().identify(bank);
    }

    @ParameterizedTest
    @CsvSource({
        "9223,si-11",
        "9224,si-11",
        "9278,si-11",
        "9279,si-11",
        "9331,si",
        "9332,si",
        "9333,si",
        "9334,si",
        "9474,si",
        "9475,si",
        "9476,si",
        "9324,sbs",
        "9325,sbs",
        "9326,sbs",
        "9356,sbs",
        "9358,sbs",
        "9359,sbs"
    })
    void theDeviceTypeNamesTheModel(long type, String model) {
        Identity identity = identify(new Bank("si").set(30051, 8007, type));
        assertEquals(model, identity.model());
        assertTrue(identity.recognised());
    }

    @Test
    void serialFirmwareAndRatingAreTold() {
        Bank bank = new Bank("si").set(30051, 8007, 9476).set(30057, 3_001_234_567L, 0x03200804L);
        Identity identity = identify(bank.set(30231, 6_000));
        assertEquals("3001234567", identity.serial());
        assertEquals("3.20.08.R", identity.firmware());
        assertEquals(OptionalDouble.of(6_000), identity.ratedPowerW());
    }

    @Test
    void theElderGenerationIsRatedByItsType() {
        assertEquals(
                OptionalDouble.of(4_600), identify(new Bank("si").set(30053, 9223)).ratedPowerW());
    }

    @Test
    void aPvInverterIsNotRecognised() {
        assertFalse(identify(new Bank("si").set(30051, 8001, 9401)).recognised());
        assertFalse(identify(new Bank("si")).recognised());
        assertFalse(identify(new Bank("si").set(30051, 16_777_213, 16_777_213)).recognised());
    }

    @Test
    void whatTheDeviceDoesNotTellIsEmpty() {
        Bank bank = new Bank("si").set(30053, 9476).set(30057, 0xFFFFFFFFL, 0xFFFFFFFFL);
        Identity identity = identify(bank.set(30231, 0xFFFFFFFFL));
        assertEquals("", identity.serial());
        assertEquals("", identity.firmware());
        assertEquals(OptionalDouble.empty(), identity.ratedPowerW());
    }
}
