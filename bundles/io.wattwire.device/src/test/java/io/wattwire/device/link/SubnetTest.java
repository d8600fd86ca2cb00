package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubnetTest {

    @ParameterizedTest
    @CsvSource({
        "192.168.1.77/24, 192.168.1.255, 254",
        "10.0.0.0/8, 10.255.255.255, 16777214",
        "192.168.1.9/32, 192.168.1.9, 1",
        "192.168.1.8/31, 192.168.1.9, 2",
        "255.255.255.252/30, 255.255.255.255, 2"
    })
    void isReadAsWritten(String text, String broadcast, long size) {
        Subnet subnet = Subnet.parse(text);
        assertEquals(broadcast, subnet.broadcast());
        assertEquals(size, subnet.size());
    }

    @Test
    void theAddressesOfItsDevicesAreNeitherItsOwnNorThatOfAll() {
        assertEquals(
                List.of("192.168.1.253", "192.168.1.254"),
                Subnet.parse("192.168.1.255/30").hosts());
        assertEquals(List.of("192.168.1.9"), Subnet.parse("192.168.1.9/32").hosts());
        assertEquals(254, Subnet.parse("192.168.1.0/24").hosts().size());
        assertThrows(IllegalArgumentException.class, () -> Subnet.parse("10.0.0.0/8").hosts());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "192.168.1.0",
                "192.168.1.0/7",
                "192.168.1.0/33",
                "1.2.3.256/24",
                "a/24"
            })
    void nonsenseIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Subnet.parse(text));
    }
}
