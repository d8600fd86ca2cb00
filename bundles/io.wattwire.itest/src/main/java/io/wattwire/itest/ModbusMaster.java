package io.wattwire.itest;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;

/** A master over Modbus TCP that has the patience of a SolarEdge inverter. */
final class ModbusMaster implements AutoCloseable {
    private static final int PATIENCE_MS = 200;
    private static final int READ_HOLDING = 3;
    private static final int HEADER = 7;
    private static final int TRIES = 10;

    private final int port;
    private Socket socket;
    private short transaction;

    ModbusMaster(int port) {
        this.port = port;
    }

    /** The words; null when nothing answers, or nothing but an exception. */
    int[] read(int unit, int address, int count) {
        try {
            if (socket == null) {
                socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setTcpNoDelay(true);
                socket.setSoTimeout(PATIENCE_MS);
            }
            send(unit, address, count);
            return answer();
        } catch (SocketTimeoutException silent) {
            return null;
        } catch (IOException notThere) {
            hangUp();
            return null;
        }
    }

    private void send(int unit, int address, int count) throws IOException {
        ByteBuffer request = ByteBuffer.allocate(HEADER + 5);
        request.putShort(++transaction).putShort((short) 0).putShort((short) 6);
        request.put((byte) unit).put((byte) READ_HOLDING);
        request.putShort((short) address).putShort((short) count);
        OutputStream out = socket.getOutputStream();
        out.write(request.array());
        out.flush();
    }

    private int[] answer() throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        short answered;
        byte[] rest;
        do { // an answer to an earlier request came too late for that
            answered = in.readShort();
            in.readShort();
            rest = in.readNBytes(in.readUnsignedShort());
        } while (answered != transaction);
        if (rest[1] != READ_HOLDING) {
            return null;
        }
        ByteBuffer data = ByteBuffer.wrap(rest, 3, rest.length - 3);
        int[] words = new int[data.remaining() / 2];
        for (int i = 0; i < words.length; i++) {
            words[i] = data.getShort() & 0xFFFF;
        }
        return words;
    }

    /** A float of a WattNode, low word first; NaN if nothing answers one request. */
    float number(int unit, int address) {
        int[] words = read(unit, address, 2);
        return words == null ? Float.NaN : Float.intBitsToFloat(words[1] << 16 | words[0]);
    }

    /**
     * The same; NaN only if nothing answers {@value #TRIES} requests one after the other: a busy
     * machine may be too late with one of them.
     */
    float numberForSure(int unit, int address) {
        float number = Float.NaN;
        for (int i = 0; i < TRIES && Float.isNaN(number); i++) {
            number = number(unit, address);
        }
        return number;
    }

    private void hangUp() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        socket = null;
    }

    @Override
    public void close() {
        hangUp();
    }
}
