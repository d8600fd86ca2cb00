package io.wattwire.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SerialSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "/dev/ttyUSB0, /dev/ttyUSB0:9600:8N1",
        "/dev/ttyUSB0:19200, /dev/ttyUSB0:19200:8N1",
        "/dev/ttyUSB0:2400:8e1, /dev/ttyUSB0:2400:8E1",
        "/dev/ttyAMA0:115200:7O2, /dev/ttyAMA0:115200:7O2",
        "/dev/serial/by-path/pci-0:14-usb-0:1:1.0-port0:9600:8N2, /dev/serial/by-path/pci-0:14-usb-0:1:1.0-port0:9600:8N2"
    })
    void whatIsLeftOutIs9600AndEightNOne(String text, String whole) {
        SerialSettings settings = SerialSettings.parse(text);
        assertEquals(whole, settings.toString());
        assertEquals(settings, SerialSettings.parse(settings.toString()));
    }

    @ParameterizedTest
    @CsvSource({"8N1, 10", "8E1, 11", "8N2, 11", "7E2, 11", "8O2, 12"})
    void aByteTakesStartDataParityAndStopBits(String frame, int bits) {
        assertEquals(bits, SerialSettings.parse("/dev/x:9600:" + frame).bitsPerChar());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/dev/x:49", "/dev/x:9999999"})
    void nonsenseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> SerialSettings.parse(text));
    }

    @Test
    void aRefusalNamesPartAndRange() {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> new SerialSettings("/dev/x", 9600, 9, 'N', 1));
        assertTrue(refusal.getMessage().contains("data bits 9"), refusal::getMessage);
    }
}
