package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.device.model.Protocol;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkAddressTest {

    @ParameterizedTest
    @CsvSource({
        "tcp://192.168.1.9:1502, tcp://192.168.1.9:1502",
        "tcp://inverter.lan, tcp://inverter.lan:502",
        "tcp://[fe80::1]:502, tcp://[fe80::1]:502",
        "tcp://[::1], tcp://[::1]:502",
        "rtu-tcp://bridge:4196, rtu-tcp://bridge:4196",
        "solarman://stick.lan/2712345678, solarman://stick.lan:8899/2712345678",
        "solarman://10.0.0.9:18899/4294967295, solarman://10.0.0.9:18899/4294967295",
        "solarman://[fe80::1]/7, solarman://[fe80::1]:8899/7",
        "givenergy://dongle.lan, givenergy://dongle.lan:8899",
        "givenergy://10.0.0.9:18899/sa1234g567, givenergy://10.0.0.9:18899/SA1234G567",
        "givenergy://[fe80::1], givenergy://[fe80::1]:8899",
        "rtu:/dev/ttyUSB0, rtu:/dev/ttyUSB0:9600:8N1",
        "' rtu:/dev/ttyUSB0:19200:8E1 ', rtu:/dev/ttyUSB0:19200:8E1"
    })
    void whatIsWrittenIsReadAgain(String text, String whole) {
        LinkAddress address = LinkAddress.parse(text);
        assertEquals(whole, address.text());
        assertEquals(address, LinkAddress.parse(address.text()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tcp://",
                "tcp://host:0",
                "tcp://host:65536",
                "tcp://host:x",
                "tcp://a b:502",
                "rtu:",
                "rtu:/dev/x:9600:7E1",
                "solarman://host",
                "solarman://host:8899",
                "solarman://host/",
                "solarman://host/0",
                "solarman://host/4294967296",
                "solarman://host/99999999999999999999",
                "solarman://host/SN2712345678",
                "solarman:///2712345678",
                "solarman://host:0/2712345678",
                "givenergy://",
                "givenergy://host:0",
                "givenergy://host/123",
                "givenergy://host/SA1234G5678",
                "givenergy://host/SA1234 567",
                "udp://host:502"
            })
    void nonsenseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> LinkAddress.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cms:/dev/ttyUSB0:9600:8N1",
                "cms:/dev/ttyUSB0:9600:8N1#0905BO0139",
                "cms-tcp://bridge:4196",
                "cms-tcp://[::1]:4196#0905BO0139"
            })
    void aCmsLineIsWrittenAndReadBack(String text) {
        assertEquals(text, LinkAddress.parse(text).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cms:/dev/x#a b", "cms:/dev/x:9600:7N1", "cms-tcp://h:1#12345678901234567"})
    void whatIsNoCmsLineIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> LinkAddress.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtu:/dev/ttyS0:9600:8N1", "rtu-tcp://h:4196"})
    void aPlaceOfCmsInvertersTellsThemApartBySerialNumber(String place) {
        LinkAddress line = LinkAddress.parse(place);
        String text = line.spoken(Protocol.CMS).of("X1").text();
        assertEquals(place.replace("rtu", "cms") + "#X1", text);
        assertThrows(IllegalArgumentException.class, () -> line.of("X1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tcp://h:502", "solarman://h:8899/2712345678"})
    void cmsInvertersAreNotReachedOtherwise(String place) {
        LinkAddress address = LinkAddress.parse(place);
        assertThrows(IllegalArgumentException.class, () -> address.spoken(Protocol.CMS));
    }
}
