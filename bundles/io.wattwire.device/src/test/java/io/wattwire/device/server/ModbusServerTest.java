package io.wattwire.device.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.MbapFramer;
import io.wattwire.device.model.RegisterKind;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients may send, byte by byte. */
@Timeout(180)
class ModbusServerTest {

    private static final HexFormat HEX = HexFormat.of();

    private final MemoryBank bank =
            new MemoryBank()
                    .set(RegisterKind.HOLDING, 0, 1, 2, 3)
                    .set(RegisterKind.HOLDING, 65_535, 9)
                    .set(RegisterKind.COIL, 0, 1, 0);
    private ModbusServer server;

    @BeforeEach
    void start() throws IOException {
        server =
                ModbusServer.builder()
                        .unit(1, bank)
                        .unit(3, new MemoryBank())
                        .unit(4, new BrokenBank())
                        .tcp(0)
                        .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static final class BrokenBank implements RegisterBank {
        @Override
        public int[] read(RegisterKind kind, int address, int count) {
            return new int[count + 1];
        }

        @Override
        public void write(RegisterKind kind, int address, int[] words) throws ModbusFault {
            throw new ModbusFault(ModbusFault.BUSY, "not now");
        }
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "030000000a, 8302", // a register of the block does not exist
        "0300000003, 0306000100020003",
        "03ffff0001, 03020009",
        "03ffff0002, 8302", // ends beyond 65535
        "0300000000, 8303", // none
        "030000007e, 8303", // 126
        "01000007d1, 8103", // 2001 bits
        "0100000002, 010101",
        "0300, 8303", // too short
        "03000000010000, 8303", // too long
        "0500000001, 8503", // neither on nor off
        "050001ff00, 050001ff00",
        "0600020100, 0600020100",
        "100000000204000a000b, 1000000002",
        "1000000002020001, 9003", // byte count of one word
        "10000000020400010000ff, 9003",
        "0f0000000201ff, 0f00000002",
        "0f000000020200ff, 8f03",
        "1000020002040001000f, 9002", // all or nothing
        "070000, 8701",
        "2b0e0100, ab01",
        "00, 8001",
        "ff, ff01"
    })
    void requestsAreAnsweredByTheBook(String request, String answer) throws IOException {
        assertEquals(answer, ask(1, request));
    }

    @Test
    void aBlockIsWrittenAsAWhole() throws Exception {
        ask(1, "1000020002040001000f");
        assertArrayEquals(new int[] {1, 2, 3}, bank.read(RegisterKind.HOLDING, 0, 3));
        ask(1, "100000000204000a000b");
        assertArrayEquals(new int[] {10, 11, 3}, bank.read(RegisterKind.HOLDING, 0, 3));
    }

    @Test
    void aBankThatFailsIsADeviceFailure() throws IOException {
        assertEquals("8304", ask(4, "0300000001"));
        assertEquals("8606", ask(4, "0600000001"));
    }

    @Test
    void unitsAreKeptApartAndUnknownOnesSilent() throws IOException {
        assertEquals("8302", ask(3, "0300000001"));
        try (Socket socket = connect()) {
            socket.setSoTimeout(100);
            socket.getOutputStream().write(MbapFramer.frame(1, 2, HEX.parseHex("0300000001")));
            assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00010001000601",
                "0001000000ff01",
                "000100000000ff",
                "474554202f20485454502f312e310d0a"
            })
    void whatIsNoModbusEndsTheConnection(String bytes) throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(HEX.parseHex(bytes));
            assertTrue(ended(socket));
        }
        assertEquals("03020009", ask(1, "03ffff0001"), "others are served on");
    }

    @Test
    void connectionsAreBoundedAndFreedAgain() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 16; i++) {
                sockets.add(connect());
                assertEquals("03020009", ask(sockets.get(i), 1, "03ffff0001"));
            }
            try (Socket tooMany = connect()) {
                assertTrue(ended(tooMany));
            }
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        long end = System.nanoTime() + 30_000_000_000L;
        while (!served()) {
            assertTrue(System.nanoTime() < end, "places of closed connections are not freed");
        }
    }

    @Test
    void aParticularServerTakesOneClientAndIsDeafAtFirst() throws IOException {
        server.close();
        server =
                ModbusServer.builder()
                        .unit(1, bank)
                        .tcp(0)
                        .connections(1)
                        .connectDelay(Duration.ofHours(1))
                        .start();
        try (Socket first = connect()) {
            first.setSoTimeout(200);
            first.getOutputStream().write(MbapFramer.frame(1, 1, HEX.parseHex("03ffff0001")));
            assertThrows(SocketTimeoutException.class, () -> first.getInputStream().read());
            try (Socket second = connect()) {
                assertTrue(ended(second));
            }
        }
    }

    @Test
    void listensOnLoopbackOnlyAndNotAfterClose() throws IOException {
        Socket open = connect();
        assertTrue(open.getInetAddress().isLoopbackAddress());
        server.close();
        server.close();
        assertTrue(ended(open));
        assertThrows(ConnectException.class, () -> connect().close());
    }

    @Test
    void aServerNeedsAnEndpointAndUnitsOfItsOwn() {
        assertThrows(IllegalStateException.class, () -> ModbusServer.builder().start());
        assertThrows(
                IllegalArgumentException.class,
                () -> ModbusServer.builder().unit(1, bank).unit(1, bank));
        assertThrows(IllegalArgumentException.class, () -> ModbusServer.builder().unit(256, bank));
    }

    private boolean served() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(MbapFramer.frame(1, 1, HEX.parseHex("03ffff0001")));
            return !ended(socket);
        }
    }

    private static boolean ended(Socket socket) {
        try {
            return socket.getInputStream().read() < 0;
        } catch (IOException e) {
            return true; // reset
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(30_000);
        return socket;
    }

    private String ask(int unit, String pdu) throws IOException {
        try (Socket socket = connect()) {
            return ask(socket, unit, pdu);
        }
    }

    private static String ask(Socket socket, int unit, String pdu) throws IOException {
        socket.getOutputStream().write(MbapFramer.frame(77, unit, HEX.parseHex(pdu)));
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] header = in.readNBytes(6);
        byte[] rest = in.readNBytes(header[5] & 0xFF);
        MbapFramer framer = new MbapFramer();
        assertTrue(framer.feed(header, header.length).isEmpty());
        Adu answer = framer.feed(rest, rest.length).get(0);
        assertFalse(framer.damaged());
        assertEquals(77, answer.transaction());
        assertEquals(unit, answer.unit());
        return HEX.formatHex(answer.pdu());
    }
}
