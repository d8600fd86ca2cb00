package io.wattwire.device.server;

import io.wattwire.device.frame.RtuSilence;
import io.wattwire.serial.SerialPort;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A serial line; keeps the silence between request and answer. */
final class PortPeer implements Peer {

    private static final Duration WAIT = Duration.ofSeconds(1);

    private final SerialPort port;
    private final long silenceNanos;

    PortPeer(SerialPort port) {
        this.port = port;
        this.silenceNanos = RtuSilence.nanos(port.settings().baud());
    }

    @Override
    public int read(byte[] buffer) throws IOException {
        return port.read(buffer, 0, buffer.length, WAIT);
    }

    @Override
    public String name() {
        return port.settings().device();
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        LockSupport.parkNanos(silenceNanos);
        port.write(bytes, 0, bytes.length);
    }

    @Override
    public void hangUp() {
        // the master only notices that no answer comes
    }

    @Override
    public void close() {
        port.close();
    }
}
