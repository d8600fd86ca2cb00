package io.wattwire.driver.solaredge;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.HexFormat;

/** A master's end of a TCP connection, byte by byte. */
final class Wire implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int SILENCE_MILLIS = 150;

    private final Socket socket;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
    }

    /** Sends a frame and reads as many bytes as are expected; where none are, waits a while. */
    String exchange(String request, int expectedBytes) throws IOException {
        socket.getOutputStream().write(HexFormat.of().parseHex(request));
        socket.setSoTimeout(expectedBytes == 0 ? SILENCE_MILLIS : PATIENCE_MILLIS);
        InputStream in = socket.getInputStream();
        try {
            byte[] answer = in.readNBytes(Math.max(1, expectedBytes));
            return HexFormat.of().formatHex(answer);
        } catch (SocketTimeoutException silent) {
            return "";
        }
    }

    /** Whether the other side has hung up. */
    boolean isHungUp() throws IOException {
        socket.setSoTimeout(PATIENCE_MILLIS);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
