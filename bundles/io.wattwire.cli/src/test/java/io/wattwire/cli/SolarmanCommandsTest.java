package io.wattwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.simulator.Fault;
import io.wattwire.simulator.LineTiming;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.Simulation;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands through a simulated logger with an inverter and a meter behind it. */
@Timeout(180)
class SolarmanCommandsTest {
    private static final long SERIAL = 2_712_345_678L;

    @TempDir Path folder;
    private Simulation site;

    @BeforeEach
    void startSite() throws IOException {
        site =
                Simulation.of(Scenario.steady(3000, 1200))
                        .inverter(Cli.GROWATT, 1)
                        .meter(Cli.SDM, 2)
                        .solarman(0, SERIAL, LineTiming.none())
                        .start();
    }

    @AfterEach
    void stopSite() {
        site.close();
    }

    @Test
    void readsAndWritesGoThroughATalkingLogger() {
        for (String fault : List.of("heartbeat", "push", "other-client", "double-checksum")) {
            site.inject(Simulation.INVERTER, Fault.parse(fault));
            site.inject(Simulation.METER, Fault.parse(fault));
        }
        Cli read = at("read", "sdm230", SERIAL, "2", "grid_power");
        assertEquals(0, read.code(), read.err());
        assertTrue(read.out().contains("grid_power"), read.out());
        Cli write = at("write", "min", SERIAL, "1", "inverter_power_limit=1500");
        assertEquals(0, write.code(), write.err());
        assertEquals(35, site.snapshot().limitPercent(), "1500 W of 4200 W, floored");
    }

    @Test
    void theTraceShowsTheValuesInTheLoggersFrames() {
        site.inject(Simulation.METER, Fault.parse("heartbeat"));
        Cli read = at("read", "sdm230", SERIAL, "2", "grid_frequency", "--trace");
        assertEquals(0, read.code(), read.err());
        assertTrue(read.err().contains(" a5 "), read.err());
        assertTrue(read.err().contains("frequency=50"), read.err());
    }

    @Test
    void aSilentInverterAndAWrongSerialSaySo() {
        Cli wrong = at("read", "sdm230", 1_700_000_001L, "2", "grid_power");
        assertEquals(1, wrong.code());
        assertTrue((wrong.out() + wrong.err()).contains("has the serial " + SERIAL), wrong.err());
        site.inject(Simulation.METER, Fault.parse("logger-error:5"));
        Cli silent = at("read", "sdm230", SERIAL, "2", "grid_power", "--deadline", "700");
        assertEquals(1, silent.code());
        assertTrue((silent.out() + silent.err()).contains("logger error 5"), silent.err());
    }

    @Test
    void aLoggerWithoutSerialIsWrongUse() {
        for (String link : List.of("127.0.0.1", "127.0.0.1:8899", ":2712345678", "h:x")) {
            Cli run = Cli.run("read", "sdm230", "--solarman", link);
            assertEquals(2, run.code(), run.err());
            assertTrue(run.err().contains("serial"), run.err());
        }
    }

    @Test
    void aLoggerIsSimulated() {
        Cli run = Cli.run("simulate", "sdm230", "--solarman", "0", "--seconds", "1");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().matches("(?s).*127\\.0\\.0\\.1:[0-9]+:2712345678.*"), run.out());
        Cli wrong =
                Cli.run("simulate", "sdm230", "--solarman", "0", "--logger-serial", "4294967296");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("outside 1..4294967295"), wrong.err());
    }

    @Test
    void loggersAreDiscovered() throws Exception {
        try (DatagramSocket stick = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> asked =
                    CompletableFuture.supplyAsync(() -> answerOnce(stick));
            Cli run = discover(stick.getLocalPort(), "--subnet", "127.0.0.1/32");
            assertEquals(0, run.code(), run.err());
            assertTrue(run.out().contains("--solarman 127.0.0.1:2712345678"), run.out());
            assertEquals("WIFIKIT-214028-READ", asked.get());
        }
    }

    @Test
    void whereToDiscoverMustBeSaid() throws Exception {
        assertEquals(2, Cli.run("discover", "solarman").code());
        assertEquals(2, discover(0, "--address", "127.0.0.1").code());
        assertEquals(2, discover(1, "--subnet", "127.0.0.1").code());
        try (DatagramSocket mute = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Cli nobody = discover(mute.getLocalPort(), "--address", "127.0.0.1");
            assertEquals(1, nobody.code());
            assertTrue(nobody.err().contains("no logger answered"), nobody.err());
        }
    }

    private static Cli discover(int port, String... where) {
        List<String> words = new ArrayList<>(List.of("discover", "solarman"));
        words.addAll(List.of(where));
        words.addAll(List.of("--port", "" + port, "--wait", "1"));
        return Cli.run(words.toArray(String[]::new));
    }

    private static String answerOnce(DatagramSocket stick) {
        try {
            DatagramPacket question = new DatagramPacket(new byte[64], 64);
            stick.receive(question);
            String asked = new String(question.getData(), 0, question.getLength());
            byte[] answer = "127.0.0.1,ACCF23000001,2712345678".getBytes(StandardCharsets.US_ASCII);
            stick.send(new DatagramPacket(answer, answer.length, question.getSocketAddress()));
            return asked;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cli at(String command, String device, long serial, String unit, String... rest) {
        String link = "127.0.0.1:" + site.solarmanPort() + ":" + serial;
        List<String> words =
                new ArrayList<>(List.of(command, device, "--solarman", link, "--unit", unit));
        words.addAll(List.of("--state", folder.toString()));
        words.addAll(List.of(rest));
        return Cli.run(words.toArray(String[]::new));
    }
}
