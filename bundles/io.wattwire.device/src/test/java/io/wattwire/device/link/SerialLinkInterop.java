package io.wattwire.device.link;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusServer;
import io.wattwire.serial.SerialSettings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Client and server on a pair of pseudo terminals made by socat, and pymodbus as another master.
 */
@Timeout(180)
class SerialLinkInterop {

    /**
     * Debian's own Python, which has the package python3-pymodbus; another one may come first in
     * the path.
     */
    private static final String PYTHON = "/usr/bin/python3";

    private static final int[] WORDS = new Random(3).ints(125, 0, 0x1_0000).toArray();

    private final MemoryBank bank = new MemoryBank().set(RegisterKind.HOLDING, 0, WORDS);

    @TempDir Path folder;
    private Process socat;
    private SerialSettings clientSide;
    private SerialSettings serverSide;

    @BeforeEach
    void connect() throws Exception {
        Path client = folder.resolve("client");
        Path server = folder.resolve("server");
        socat =
                new ProcessBuilder(
                                "socat",
                                "pty,raw,echo=0,link=" + client,
                                "pty,raw,echo=0,link=" + server)
                        .start();
        for (long end = System.nanoTime() + 60_000_000_000L;
                !Files.exists(client) || !Files.exists(server); ) {
            assertTrue(System.nanoTime() < end, "socat made no terminals");
            socat.waitFor(5, TimeUnit.MILLISECONDS);
        }
        clientSide = SerialSettings.parse(client + ":115200:8N1");
        serverSide = SerialSettings.parse(server + ":115200:8N1");
    }

    @AfterEach
    void disconnect() throws InterruptedException {
        socat.destroy();
        socat.waitFor(5, TimeUnit.SECONDS);
    }

    @Test
    void ourClientReadsAndWritesOurServer() throws Exception {
        try (ModbusServer server = ModbusServer.builder().unit(7, bank).serial(serverSide).start();
                LinkLease lease =
                        new LinkPool().acquire(new Rtu(clientSide), "test", LinkTiming.NONE)) {
            for (int i = 0; i < 50; i++) {
                byte[] answer =
                        exchange(lease, 7, ModbusPdu.readRequest(RegisterKind.HOLDING, 0, 125));
                assertArrayEquals(WORDS, ModbusPdu.parseRead(RegisterKind.HOLDING, 125, answer));
            }
            exchange(lease, 7, ModbusPdu.writeMultiple(0, new int[] {1, 2, 3}));
            assertArrayEquals(new int[] {1, 2, 3}, bank.read(RegisterKind.HOLDING, 0, 3));
            byte[] request = ModbusPdu.readRequest(RegisterKind.HOLDING, 0, 1);
            LinkException silence =
                    assertThrows(LinkException.class, () -> exchange(lease, 8, request));
            assertEquals(Reason.TIMEOUT, silence.reason());
            exchange(lease, 7, request);
            assertEquals(0, server.port());
        }
    }

    @Test
    void anUnpluggedAdapterIsReported() throws Exception {
        byte[] request = ModbusPdu.readRequest(RegisterKind.HOLDING, 0, 1);
        try (ModbusServer server = ModbusServer.builder().unit(7, bank).serial(serverSide).start();
                LinkLease lease =
                        new LinkPool().acquire(new Rtu(clientSide), "test", LinkTiming.NONE)) {
            exchange(lease, 7, request);
            disconnect();
            assertThrows(LinkException.class, () -> exchange(lease, 7, request));
            LinkException missing =
                    assertThrows(LinkException.class, () -> exchange(lease, 7, request));
            assertEquals(Reason.PORT_MISSING, missing.reason(), missing::getMessage);
            assertEquals(0, server.port());
        }
    }

    @Test
    void pymodbusReadsOurServer() throws Exception {
        String script =
                "from pymodbus.client import ModbusSerialClient as C\n"
                        + "c = C(method='rtu', port='"
                        + clientSide.device()
                        + "', baudrate=115200, timeout=10)\n"
                        + "assert c.connect()\n"
                        + "c.write_register(4, 4711, slave=7)\n"
                        + "c.write_registers(5, [1, 65535], slave=7)\n"
                        + "print(*c.read_holding_registers(0, 125, slave=7).registers)\n";
        try (ModbusServer server =
                ModbusServer.builder().unit(7, bank).serial(serverSide).start()) {
            Process python =
                    new ProcessBuilder(PYTHON, "-c", script).redirectErrorStream(true).start();
            String printed =
                    new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .trim();
            assertEquals(0, python.waitFor(), printed);
            int[] expected = WORDS.clone();
            expected[4] = 4711;
            expected[5] = 1;
            expected[6] = 65_535;
            StringBuilder words = new StringBuilder();
            for (int word : expected) {
                words.append(words.length() == 0 ? "" : " ").append(word);
            }
            assertEquals(words.toString(), printed);
            assertEquals(0, server.port());
        }
    }

    private static byte[] exchange(LinkLease lease, int unit, byte[] pdu) throws LinkException {
        return lease.exchange(unit, pdu, Priority.FAST, Deadline.in(Duration.ofSeconds(4)));
    }
}
