package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusServer;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a part of the loopback network, where one address answers. */
@Timeout(180)
class GivEnergyDiscoveryTest {

    private static final Duration WAIT = Duration.ofSeconds(2);

    private final MemoryBank bank = new MemoryBank().set(RegisterKind.HOLDING, 0, 0x2001);

    @Test
    void whoAnswersAsADongleIsFound() throws Exception {
        InetAddress loopback = InetAddress.getByName("127.0.0.1");
        try (ModbusServer dongle =
                ModbusServer.builder()
                        .unit(0x11, bank)
                        .givEnergy(loopback, 0, "WF1234G567", "SA1234G567")
                        .start()) {
            List<String> hosts = Subnet.parse("127.0.0.0/28").hosts();
            assertEquals(
                    List.of(
                            new GivEnergyDiscovery.Dongle(
                                    "127.0.0.1", "WF1234G567", "SA1234G567", 0x2001)),
                    GivEnergyDiscovery.ask(hosts, dongle.port(), WAIT));
        }
    }

    @Test
    void whoSpeaksAnotherProtocolIsNone() throws Exception {
        try (ModbusServer other = ModbusServer.builder().unit(0x11, bank).tcp(0).start()) {
            assertEquals(
                    List.of(), GivEnergyDiscovery.ask(List.of("127.0.0.1"), other.port(), WAIT));
        }
    }

    @Test
    void aSearchHasAnEnd() {
        List<String> many = Collections.nCopies(GivEnergyDiscovery.MOST + 1, "127.0.0.1");
        assertThrows(
                IllegalArgumentException.class, () -> GivEnergyDiscovery.ask(many, 8899, WAIT));
    }
}
