package io.wattwire.driver.givenergy;

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

class GivEnergyIdentificationTest {

    private static final GivEnergyIdentification IDENTIFICATION = new GivEnergyIdentification();

    private static TableBank device(int type, int arm) {
        return new TableBank(Banks.FAMILY)
                .holding(0, type)
                .holding(13, 0x4145, 0x3132, 0x3334, 0x4735, 0x3637)
                .holding(19, 449, 0, arm);
    }

    @ParameterizedTest
    @CsvSource({
        "2001,449,gen1,5000",
        "2003,199,gen1,3600",
        "2002,920,gen2,4600",
        "2001,809,gen2,5000",
        "2001,302,gen3-early,5000",
        "2001,303,gen3,5000",
        "2101,100,hybrid,5000",
        "2206,100,hybrid,8000",
        "3001,282,ac,3000",
        "3002,282,ac,3600",
        "4004,100,three-phase,11000",
        "4101,100,three-phase,30000",
        "6006,100,three-phase,20000",
        "7001,100,gateway,12000",
        "8001,612,aio,6000",
        "8102,100,hv-gen3,8000",
        "8205,100,three-phase,11000",
        "8304,100,gen4,6000"
    })
    void theTypeTellsModelAndRating(String type, int arm, String model, double watts) {
        Identity identity = IDENTIFICATION.identify(device(Integer.parseInt(type, 16), arm));
        assertEquals(model, identity.model());
        assertEquals(OptionalDouble.of(watts), identity.ratedPowerW());
        assertTrue(identity.recognised());
    }

    @Test
    void anEmsHasNoRating() {
        Identity ems = IDENTIFICATION.identify(device(0x5001, 100));
        assertEquals("ems", ems.model());
        assertEquals(OptionalDouble.empty(), ems.ratedPowerW());
    }

    @Test
    void tellsSerialAndFirmware() {
        Identity gen1 = IDENTIFICATION.identify(device(0x2001, 449));
        assertEquals("AE1234G567", gen1.serial());
        assertEquals("D449-A449", gen1.firmware());
    }

    /** The serial number said so in 2022, and failed with each new series. */
    @Test
    void theSerialNumberDoesNotTellTheModel() {
        TableBank bank = device(0x2001, 312).holding(13, 0x5A5A);
        assertEquals("gen3", IDENTIFICATION.identify(bank).model());
    }

    @ParameterizedTest
    @CsvSource({"0", "1001", "2601", "8401", "9001", "FFFF"})
    void anotherTypeIsNotRecognised(String type) {
        Identity other = IDENTIFICATION.identify(device(Integer.parseInt(type, 16), 100));
        assertFalse(other.recognised());
    }

    /** A firmware that nobody has listed counts as the first generation. */
    @Test
    void aGenerationThatTheOwnerNamesIsNotDeniedAndAnotherTypeIs() {
        Identity first = IDENTIFICATION.identify(device(0x2001, 449));
        assertFalse(IDENTIFICATION.contradicts("gen3", first));
        assertTrue(IDENTIFICATION.contradicts("ac", first));
        assertFalse(IDENTIFICATION.contradicts("gen1", first));
    }

    @Test
    void silenceIsNotRecognised() {
        assertFalse(IDENTIFICATION.identify(name -> Optional.empty()).recognised());
    }
}
