package io.wattwire.driver.solaredge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeterConfigurationTest {

    @Test
    void listensOnLoopbackUnlessToldOtherwise() {
        LineAddress line = MeterConfiguration.of(Map.of("connection", "tcp")).line();
        LineAddress.Tcp tcp = assertInstanceOf(LineAddress.Tcp.class, line);
        assertTrue(tcp.address().isLoopbackAddress());
        assertEquals(5502, tcp.port());
    }

    @Test
    void settingsMayArriveAsText() {
        MeterConfiguration configuration =
                MeterConfiguration.of(
                        Map.of(
                                "serial.device", "/dev/ttyUSB0",
                                "serial.baud", "19200",
                                "serial.parity", "Even",
                                "unit.id", "3",
                                "serial.number", "0x0D010556"));
        LineAddress.Serial line = assertInstanceOf(LineAddress.Serial.class, configuration.line());
        assertEquals("/dev/ttyUSB0:19200:8E1", line.settings().toString());
        assertEquals(218_170_710, configuration.meter().serialNumber());
        assertEquals(3, configuration.meter().unit());
    }

    @ParameterizedTest
    @CsvSource({
        "ct.current, 0",
        "ct.current, 6001",
        "unit.id, 0",
        "unit.id, 248",
        "meter, abb",
        "phase.offset, 45",
        "serial.number, minus one",
        "serial.number, 4294967296",
        "port, 70000",
        "connection, carrier pigeon",
        "listen.address, 300.1.2.3.4",
        "allow.list, my.inverter.example",
        "allow.list, 10.0.0.0/33",
        "export.control, perhaps",
    })
    void whatIsWrongIsNamed(String setting, String value) {
        Map<String, Object> properties =
                setting.equals("connection")
                        ? Map.of(setting, value)
                        : Map.of("connection", "tcp", setting, value);
        String message =
                assertThrows(
                                IllegalArgumentException.class,
                                () -> MeterConfiguration.of(properties))
                        .getMessage();
        assertTrue(message.contains(setting), message);
    }

    @Test
    void aSerialLineNeedsAPort() {
        String message =
                assertThrows(IllegalArgumentException.class, () -> MeterConfiguration.of(Map.of()))
                        .getMessage();
        assertTrue(message.contains("serial.device is empty"), message);
    }

    @Test
    void theAllowListKnowsAddressesAndNetworks() throws Exception {
        AllowList list = AllowList.parse("192.168.1.20, 10.1.0.0/16 fd00::/8");
        assertTrue(list.test(InetAddress.getByName("192.168.1.20")));
        assertTrue(list.test(InetAddress.getByName("10.1.200.3")));
        assertTrue(list.test(InetAddress.getByName("fdab::1")));
        assertFalse(list.test(InetAddress.getByName("192.168.1.21")));
        assertFalse(list.test(InetAddress.getByName("10.2.0.1")));
        assertFalse(list.test(InetAddress.getByName("::1")));
        assertTrue(AllowList.parse(" ").test(InetAddress.getByName("8.8.8.8")));
    }
}
