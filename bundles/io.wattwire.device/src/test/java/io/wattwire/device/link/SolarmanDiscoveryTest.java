package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.wattwire.device.link.SolarmanDiscovery.Logger;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(180)
class SolarmanDiscoveryTest {

    @Test
    void whoAnswersIsListedOnceAndNonsenseIsNot() throws Exception {
        CompletableFuture<Void> answering;
        try (DatagramSocket stick = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            answering =
                    CompletableFuture.runAsync(
                            () ->
                                    answer(
                                            stick,
                                            "10.10.100.254,AC:CF:23:00:00:01,2712345678",
                                            "10.10.100.254,ACCF23000002,1700000001\r\n",
                                            "10.10.100.254,ACCF23000003,HF-LPB100",
                                            "WIFIKIT-214028-READ",
                                            ""));
            List<Logger> found =
                    SolarmanDiscovery.ask(
                            List.of((InetSocketAddress) stick.getLocalSocketAddress()),
                            Duration.ofMillis(1500));
            assertEquals(
                    List.of(
                            new Logger("127.0.0.1", "ACCF23000002", 1_700_000_001L),
                            new Logger("127.0.0.1", "AC:CF:23:00:00:01", 2_712_345_678L)),
                    found);
        }
        answering.join();
    }

    @Test
    void silenceIsNobody() throws Exception {
        try (DatagramSocket mute = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            InetSocketAddress there = (InetSocketAddress) mute.getLocalSocketAddress();
            assertEquals(List.of(), SolarmanDiscovery.ask(List.of(there), Duration.ofMillis(50)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "192.168.1.0/24, 192.168.1.255",
        "192.168.1.77/25, 192.168.1.127",
        "10.0.0.0/8, 10.255.255.255",
        "172.16.0.0/20, 172.16.15.255",
        "127.0.0.1/32, 127.0.0.1"
    })
    void aNetworkHasABroadcastAddress(String subnet, String broadcast) {
        assertEquals(broadcast, SolarmanDiscovery.broadcast(subnet).getHostAddress());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "192.168.1.0",
                "192.168.1/24",
                "0.0.0.0/0",
                "10.0.0.0/33",
                "10.0.0.256/24",
                "10.0.0.99999999999/24",
                "host/24"
            })
    void nonsenseIsNoNetwork(String text) {
        assertThrows(IllegalArgumentException.class, () -> SolarmanDiscovery.broadcast(text));
    }

    /** Answers each question with all texts, until it is closed. */
    private static void answer(DatagramSocket stick, String... texts) {
        DatagramPacket question = new DatagramPacket(new byte[64], 64);
        try {
            while (true) {
                stick.receive(question);
                for (String text : texts) {
                    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
                    stick.send(
                            new DatagramPacket(bytes, bytes.length, question.getSocketAddress()));
                }
            }
        } catch (SocketException closed) {
            return;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
