package io.wattwire.itest.swap;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A Growatt inverter (unit 1) and an SDM230 (unit 2) behind one Modbus TCP port, small enough to
 * need nothing of ours: the bundles under test come and go, the site stays. The house draws a
 * constant load; the inverter gives what register 3 allows.
 */
final class SmallSite implements AutoCloseable {
    static final int INVERTER = 1;
    static final int METER = 2;
    static final double RATED_W = 4200;
    static final double LOAD_W = 2100;
    private static final int LIMIT_REGISTER = 3;
    private static final int LONGEST = 260;

    /** A write of the limit register. */
    record LimitWrite(long nanoTime, int percent) {}

    private final ServerSocket server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress());
    private final Map<Integer, Integer> inverter = new TreeMap<>();
    private final List<LimitWrite> limitWrites = new ArrayList<>();

    SmallSite() throws IOException {
        inverter.put(2, 1);
        inverter.put(LIMIT_REGISTER, 100);
        inverter.put(6, 0);
        inverter.put(7, (int) (RATED_W * 10));
        inverter.put(43, 5200);
        inverter.put(44, 0x0201);
        Thread acceptor = new Thread(this::accept, "small-site");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    int port() {
        return server.getLocalPort();
    }

    synchronized List<LimitWrite> limitWrites() {
        return List.copyOf(limitWrites);
    }

    synchronized int limitPercent() {
        return inverter.get(LIMIT_REGISTER);
    }

    synchronized double inverterW() {
        return Math.min(RATED_W, RATED_W * Math.min(100, limitPercent()) / 100);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread serving = new Thread(() -> serve(socket), "small-site-connection");
                serving.setDaemon(true);
                serving.start();
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket;
                DataInputStream in = new DataInputStream(socket.getInputStream());
                DataOutputStream out = new DataOutputStream(socket.getOutputStream())) {
            while (true) {
                int transaction = in.readUnsignedShort();
                in.readUnsignedShort();
                int length = in.readUnsignedShort();
                if (length < 2 || length > LONGEST) {
                    return;
                }
                int unit = in.readUnsignedByte();
                byte[] answer = answer(unit, ByteBuffer.wrap(in.readNBytes(length - 1)));
                ByteBuffer frame = ByteBuffer.allocate(7 + answer.length);
                frame.putShort((short) transaction).putShort((short) 0);
                frame.putShort((short) (answer.length + 1)).put((byte) unit).put(answer);
                out.write(frame.array());
                out.flush();
            }
        } catch (IOException e) {
            // the client went away, as it does when its bundle is swapped
        }
    }

    /** The answer PDU to a request PDU, whatever line it came over. */
    synchronized byte[] answer(int unit, ByteBuffer pdu) {
        int function = pdu.get();
        int address = pdu.getShort() & 0xFFFF;
        int value = pdu.getShort() & 0xFFFF;
        switch (function) {
            case 3, 4:
                ByteBuffer data = ByteBuffer.allocate(2 + 2 * value);
                data.put((byte) function).put((byte) (2 * value));
                for (int i = 0; i < value; i++) {
                    data.putShort((short) word(unit, function, address + i));
                }
                return data.array();
            case 6:
                write(unit, address, value);
                return echo(pdu);
            case 16:
                pdu.get();
                for (int i = 0; i < value; i++) {
                    write(unit, address + i, pdu.getShort() & 0xFFFF);
                }
                return echo(pdu);
            default:
                return new byte[] {(byte) (function | 0x80), 1};
        }
    }

    /** A write is answered with its function, address, and value or count. */
    private static byte[] echo(ByteBuffer pdu) {
        int start = pdu.arrayOffset();
        return Arrays.copyOfRange(pdu.array(), start, start + 5);
    }

    private void write(int unit, int address, int value) {
        if (unit == INVERTER) {
            inverter.put(address, value);
            if (address == LIMIT_REGISTER) {
                limitWrites.add(new LimitWrite(System.nanoTime(), value));
            }
        }
    }

    private int word(int unit, int function, int address) {
        if (unit == METER) {
            return meterWord(address);
        }
        if (function == 3) {
            return inverter.getOrDefault(address, 0);
        }
        int tenths = (int) (inverterW() * 10);
        return switch (address) {
            case 0 -> 1; // normal
            case 35 -> tenths >>> 16;
            case 36 -> tenths & 0xFFFF;
            case 37 -> 5000;
            case 38 -> 2300;
            default -> 0;
        };
    }

    /**
     * Input registers 0 voltage, 6 current, 12 active power, 70 frequency: float, high word first.
     */
    private int meterWord(int address) {
        float value =
                switch (address & ~1) {
                    case 0 -> 230f;
                    case 6 -> (float) (Math.abs(gridW()) / 230);
                    case 12 -> (float) gridW();
                    case 70 -> 50f;
                    default -> 0f;
                };
        int bits = Float.floatToIntBits(value);
        return (address & 1) == 0 ? bits >>> 16 : bits & 0xFFFF;
    }

    /** A touch of noise, or the meter would count as frozen. */
    private double gridW() {
        return LOAD_W - inverterW() + (System.nanoTime() >>> 20 & 7);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
