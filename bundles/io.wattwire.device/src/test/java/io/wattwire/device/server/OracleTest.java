package io.wattwire.device.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.ghgande.j2mod.modbus.ModbusSlaveException;
import com.ghgande.j2mod.modbus.facade.ModbusTCPMaster;
import com.ghgande.j2mod.modbus.procimg.InputRegister;
import com.ghgande.j2mod.modbus.procimg.Register;
import com.ghgande.j2mod.modbus.procimg.SimpleDigitalIn;
import com.ghgande.j2mod.modbus.procimg.SimpleDigitalOut;
import com.ghgande.j2mod.modbus.procimg.SimpleInputRegister;
import com.ghgande.j2mod.modbus.procimg.SimpleProcessImage;
import com.ghgande.j2mod.modbus.procimg.SimpleRegister;
import com.ghgande.j2mod.modbus.slave.ModbusSlave;
import com.ghgande.j2mod.modbus.slave.ModbusSlaveFactory;
import com.ghgande.j2mod.modbus.util.BitVector;
import io.wattwire.device.link.Deadline;
import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.LinkLease;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.link.LinkTiming;
import io.wattwire.device.link.ModbusPdu;
import io.wattwire.device.link.Priority;
import io.wattwire.device.link.RtuTcp;
import io.wattwire.device.link.Tcp;
import io.wattwire.device.model.RegisterKind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** j2mod as a second opinion: its master against our server, our client against its slave. */
@Timeout(180)
class OracleTest {

    private static final int SIZE = 300;
    private static final int[] WORDS = new Random(7).ints(SIZE, 0, 0x1_0000).toArray();
    private static final int[] BITS = new Random(8).ints(SIZE, 0, 2).toArray();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itsMasterReadsAndWritesOurServer(boolean rtu) throws Exception {
        MemoryBank bank = bank();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        ModbusServer.Builder builder = ModbusServer.builder().unit(5, bank);
        try (ModbusServer server =
                (rtu ? builder.rtuOverTcp(loopback, 0) : builder.tcp(0)).start()) {
            ModbusTCPMaster master =
                    new ModbusTCPMaster(
                            loopback.getHostAddress(), server.port(), 3_000, false, rtu);
            master.connect();
            try {
                Register[] holding = master.readMultipleRegisters(5, 10, 125);
                assertArrayEquals(
                        Arrays.copyOfRange(WORDS, 10, 135),
                        Arrays.stream(holding).mapToInt(Register::getValue).toArray());
                InputRegister[] input = master.readInputRegisters(5, 20, 3);
                assertArrayEquals(
                        Arrays.copyOfRange(WORDS, 20, 23),
                        Arrays.stream(input).mapToInt(InputRegister::getValue).toArray());
                assertBits(master.readCoils(5, 30, 17), 30);
                assertBits(master.readInputDiscretes(5, 31, 9), 31);
                master.writeSingleRegister(5, 1, new SimpleRegister(0xBEEF));
                master.writeMultipleRegisters(
                        5, 2, new Register[] {new SimpleRegister(1), new SimpleRegister(0xFFFF)});
                master.writeCoil(5, 7, true);
                assertArrayEquals(
                        new int[] {0xBEEF, 1, 0xFFFF}, bank.read(RegisterKind.HOLDING, 1, 3));
                assertArrayEquals(new int[] {1}, bank.read(RegisterKind.COIL, 7, 1));
                ModbusSlaveException refusal =
                        assertThrows(
                                ModbusSlaveException.class,
                                () -> master.readInputRegisters(5, SIZE, 1));
                assertEquals(2, refusal.getType());
            } finally {
                master.disconnect();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void ourClientReadsAndWritesItsSlave(boolean rtu) throws Exception {
        int port = freePort();
        ModbusSlave slave =
                ModbusSlaveFactory.createTCPSlave(
                        InetAddress.getLoopbackAddress(), port, 2, rtu, 30);
        SimpleProcessImage image = image();
        slave.addProcessImage(5, image);
        slave.open();
        try (LinkLease lease =
                new LinkPool()
                        .acquire(
                                rtu ? new RtuTcp("127.0.0.1", port) : new Tcp("127.0.0.1", port),
                                "test",
                                LinkTiming.NONE)) {
            for (RegisterKind kind : RegisterKind.values()) {
                int[] expected = kind.bits() ? BITS : WORDS;
                for (int count : new int[] {1, 2, 7, 8, 9, 125}) {
                    assertArrayEquals(
                            Arrays.copyOfRange(expected, 50, 50 + count),
                            read(lease, kind, 50, count),
                            kind + " " + count);
                }
            }
            exchange(lease, ModbusPdu.writeSingle(1, 0xBEEF));
            exchange(lease, ModbusPdu.writeMultiple(2, new int[] {1, 0xFFFF}));
            exchange(lease, ModbusPdu.writeCoil(7, true));
            assertEquals(0xBEEF, image.getRegister(1).getValue());
            assertEquals(0xFFFF, image.getRegister(3).getValue());
            assertEquals(true, image.getDigitalOut(7).isSet());
            LinkException refusal =
                    assertThrows(
                            LinkException.class, () -> read(lease, RegisterKind.INPUT, SIZE, 1));
            assertEquals(2, refusal.modbusException(), refusal::getMessage);
        } finally {
            slave.close();
        }
    }

    @Test
    void ourClientAgreesWithOurServerOverSerialFramingToo() throws Exception {
        try (ModbusServer server =
                        ModbusServer.builder()
                                .unit(5, bank())
                                .rtuOverTcp(InetAddress.getLoopbackAddress(), 0)
                                .start();
                LinkLease lease =
                        new LinkPool()
                                .acquire(
                                        new RtuTcp("127.0.0.1", server.port()),
                                        "test",
                                        LinkTiming.NONE)) {
            assertArrayEquals(Arrays.copyOf(BITS, 300), read(lease, RegisterKind.COIL, 0, 300));
            assertArrayEquals(Arrays.copyOf(WORDS, 125), read(lease, RegisterKind.INPUT, 0, 125));
        }
    }

    private static void assertBits(BitVector bits, int from) {
        for (int i = 0; i < bits.size(); i++) {
            assertEquals(BITS[from + i] == 1, bits.getBit(i), "bit " + (from + i));
        }
    }

    private static int[] read(LinkLease lease, RegisterKind kind, int address, int count)
            throws LinkException {
        return ModbusPdu.parseRead(
                kind, count, exchange(lease, ModbusPdu.readRequest(kind, address, count)));
    }

    private static byte[] exchange(LinkLease lease, byte[] pdu) throws LinkException {
        return lease.exchange(5, pdu, Priority.FAST, Deadline.in(Duration.ofSeconds(30)));
    }

    private static MemoryBank bank() {
        return new MemoryBank()
                .set(RegisterKind.HOLDING, 0, WORDS)
                .set(RegisterKind.INPUT, 0, WORDS)
                .set(RegisterKind.COIL, 0, BITS)
                .set(RegisterKind.DISCRETE, 0, BITS);
    }

    private static SimpleProcessImage image() {
        SimpleProcessImage image = new SimpleProcessImage(5);
        IntStream.range(0, SIZE)
                .forEach(
                        i -> {
                            image.addRegister(new SimpleRegister(WORDS[i]));
                            image.addInputRegister(new SimpleInputRegister(WORDS[i]));
                            image.addDigitalOut(new SimpleDigitalOut(BITS[i] == 1));
                            image.addDigitalIn(new SimpleDigitalIn(BITS[i] == 1));
                        });
        return image;
    }

    /** j2mod wants to know its port beforehand. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
