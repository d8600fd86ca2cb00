package io.wattwire.interop;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * The house's Growatt (unit 1) and SDM230 (unit 2) behind one Modbus TCP port, and how the devices
 * and the line between can fail. It outlives the gateway that the test kills.
 */
final class HouseServer implements AutoCloseable {

    static final int INVERTER = 1;
    static final int METER = 2;
    private static final int LIMIT_REGISTER = 3;
    private static final int LONGEST = 260;
    private static final int DEVICE_FAILURE = 4;

    /** What the inverter does with a write. */
    enum Obedience {
        OBEYS,
        IGNORES,
        REFUSES
    }

    /** A write of the limit register as it arrived, and when the meter had answered before. */
    record Write(long nanoTime, double limitW, long meterNanos) {}

    private final ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    private final List<Write> writes = new ArrayList<>();
    private final Map<Integer, Integer> settings = new ConcurrentHashMap<>(Map.of(2, 1));
    private final House house;
    private volatile Obedience obedience = Obedience.OBEYS;
    private volatile long delayNanos;
    private volatile boolean meterSilent;
    private volatile boolean inverterSilent;
    private volatile long meterNanos = System.nanoTime();

    HouseServer(House house) throws IOException {
        this.house = house;
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    void be(Obedience other) {
        obedience = other;
    }

    void answerAfter(double seconds) {
        delayNanos = (long) (seconds * 1e9);
    }

    void silence(boolean meter, boolean inverter) {
        meterSilent = meter;
        inverterSilent = inverter;
    }

    /** The first write from then on of a limit that is low enough; null when there was none. */
    Write safeWrite(long sinceNanos, double safeW) {
        synchronized (writes) {
            return writes.stream()
                    .filter(w -> w.nanoTime() - sinceNanos >= 0 && w.limitW() <= safeW)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** From the meter's answer to each write since then. */
    List<Double> latenciesMs(long sinceNanos) {
        synchronized (writes) {
            return writes.stream()
                    .filter(w -> w.nanoTime() - sinceNanos >= 0)
                    .map(w -> (w.nanoTime() - w.meterNanos()) / 1e6)
                    .toList();
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "house");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                start(() -> serve(socket));
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
                if (length < 6 || length > LONGEST) {
                    return;
                }
                int unit = in.readUnsignedByte();
                byte[] pdu = in.readNBytes(length - 1);
                LockSupport.parkNanos(delayNanos);
                if (unit == METER ? meterSilent : inverterSilent) {
                    continue;
                }
                byte[] answer = answer(unit, ByteBuffer.wrap(pdu));
                ByteBuffer frame = ByteBuffer.allocate(7 + answer.length);
                frame.putShort((short) transaction).putShort((short) 0);
                frame.putShort((short) (answer.length + 1)).put((byte) unit).put(answer);
                out.write(frame.array());
                out.flush();
                if (unit == METER) {
                    meterNanos = System.nanoTime();
                }
            }
        } catch (IOException e) {
            // the gateway went away, as the tests want it
        }
    }

    private byte[] answer(int unit, ByteBuffer pdu) {
        int function = pdu.get();
        int address = pdu.getShort() & 0xFFFF;
        int value = pdu.getShort() & 0xFFFF;
        if (function == 3 || function == 4) {
            ByteBuffer data = ByteBuffer.allocate(2 + 2 * value);
            data.put((byte) function).put((byte) (2 * value));
            for (int i = 0; i < value; i++) {
                data.putShort((short) word(unit, function, address + i));
            }
            return data.array();
        }
        if (function != 6 && function != 16 || unit != INVERTER) {
            return new byte[] {(byte) (function | 0x80), 1};
        }
        int written = function == 16 ? pdu.getShort(pdu.position() + 1) & 0xFFFF : value;
        return write(function, address, value, written);
    }

    private byte[] write(int function, int address, int value, int written) {
        if (address == LIMIT_REGISTER) {
            double watts = written * House.RATED_W / 100;
            synchronized (writes) {
                writes.add(new Write(System.nanoTime(), watts, meterNanos));
            }
            if (obedience == Obedience.REFUSES) {
                return new byte[] {(byte) (function | 0x80), DEVICE_FAILURE};
            }
            if (obedience == Obedience.OBEYS) {
                house.limit(watts);
            }
        } else {
            settings.put(address, written);
        }
        ByteBuffer echo = ByteBuffer.allocate(5);
        echo.put((byte) function).putShort((short) address).putShort((short) value);
        return echo.array();
    }

    private int word(int unit, int function, int address) {
        if (unit == METER) {
            return meterWord(address);
        }
        int tenths = (int) (house.inverterW() * 10);
        if (function == 4) {
            return switch (address) {
                case 0 -> 1; // normal
                case 35 -> tenths >>> 16;
                case 36 -> tenths & 0xFFFF;
                case 37 -> 5000;
                case 38 -> 2300;
                default -> 0;
            };
        }
        return switch (address) {
            case LIMIT_REGISTER -> (int) Math.round(house.limitW() * 100 / House.RATED_W);
            case 7 -> (int) (House.RATED_W * 10);
            case 43 -> 5200;
            case 44 -> 0x0201;
            default -> settings.getOrDefault(address, 0);
        };
    }

    /** Floats, high word first: 0 voltage, 6 current, 12 active power, 70 frequency. */
    private int meterWord(int address) {
        float value =
                switch (address & ~1) {
                    case 0 -> 230f;
                    case 6 -> (float) (Math.abs(house.gridW()) / 230);
                    case 12 -> (float) house.gridW();
                    case 70 -> 50f;
                    default -> 0f;
                };
        int bits = Float.floatToIntBits(value);
        return (address & 1) == 0 ? bits >>> 16 : bits & 0xFFFF;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
