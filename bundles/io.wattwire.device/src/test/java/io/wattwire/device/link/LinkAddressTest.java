package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
                "udp://host:502"
            })
    void nonsenseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> LinkAddress.parse(text));
    }
}
