package io.wattwire.driver.deye;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.contract.TableBank;
import io.wattwire.device.model.Identity;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeyeIdentificationTest {

    private static final DeyeIdentification IDENTIFICATION = new DeyeIdentification();

    /** Serial AB12345678, protocol 1.4, 12 kW at the three-phase address, 8 kW at the other. */
    private static TableBank inverter(int type) {
        return new TableBank(Banks.FAMILY)
                .holding(0, type, 1, 0x0104, 0x4142, 0x3132, 0x3334, 0x3536, 0x3738)
                .holding(11, 0x1098)
                .holding(16, 0x3880, 1)
                .holding(20, 0xD4C0, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "5,sg04lp3",
        "0x0500,sg04lp3",
        "6,sg01hp3",
        "7,sg01hp3",
        "8,sg01hp3",
        "0x0600,sg01hp3",
        "0x0601,sg01hp3",
        "0x0602,sg01hp3",
        "3,sg03lp1",
        "0x0300,sg03lp1"
    })
    void theTypeNamesTheFamilyInOneByteOrTheOther(String type, String model) {
        Identity identity = IDENTIFICATION.identify(inverter(Integer.decode(type)));
        assertEquals(model, identity.model());
        assertTrue(identity.recognised());
    }

    @Test
    void tellsSerialFirmwareAndTheRatingOfItsFamily() {
        Identity three = IDENTIFICATION.identify(inverter(5));
        assertEquals("AB12345678", three.serial());
        assertEquals("1098 protocol 0104", three.firmware());
        assertEquals(OptionalDouble.of(12_000), three.ratedPowerW());
        assertEquals(OptionalDouble.of(8_000), IDENTIFICATION.identify(inverter(3)).ratedPowerW());
    }

    @Test
    void aSinglePhaseInverterOf16KwCountsInTens() {
        TableBank big = inverter(3).holding(16, 0x7100, 2);
        assertEquals(OptionalDouble.of(16_000), IDENTIFICATION.identify(big).ratedPowerW());
        assertEquals("sg01lp1-16k", IDENTIFICATION.identify(big).model());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 0x0200, 4, 0x0400, 9, 0x0103, 0x0104, 0x0501, 0xFFFF})
    void anotherTypeIsNotRecognised(int type) {
        Identity identity = IDENTIFICATION.identify(inverter(type));
        assertFalse(identity.recognised());
        assertEquals("", identity.model());
        assertEquals("AB12345678", identity.serial());
    }

    @Test
    void silenceIsNotRecognisedAndNoRatingIsNone() {
        assertFalse(IDENTIFICATION.identify(name -> Optional.empty()).recognised());
        TableBank without = inverter(5).holding(20, 0, 0);
        assertEquals(OptionalDouble.empty(), IDENTIFICATION.identify(without).ratedPowerW());
    }

    @Test
    void allRegistersItAsksForAreInTheTable() {
        for (String register : IDENTIFICATION.registers()) {
            assertTrue(Banks.FAMILY.table().register(register).isPresent(), register);
        }
    }
}
