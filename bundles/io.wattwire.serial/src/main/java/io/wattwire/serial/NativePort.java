package io.wattwire.serial;

import com.fazecast.jSerialComm.SerialPort;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A port of the native library, which is told never to wait: on Linux its own time limits come in
 * steps of 100 ms, far too coarse for the silences of RTU. Waiting is done here in naps that grow
 * with the time already waited, so that an answer is noticed within a sixteenth of the time it
 * took.
 */
final class NativePort implements io.wattwire.serial.SerialPort {

    private static final long SHORTEST_NAP = 100_000;
    private static final long LONGEST_NAP = 2_000_000;

    private final SerialSettings settings;
    private final SerialPort port;
    private volatile boolean closed;

    private NativePort(SerialSettings settings, SerialPort port) {
        this.settings = settings;
        this.port = port;
    }

    static NativePort open(SerialSettings settings, Path device) throws SerialPortException {
        try {
            SerialPort port = SerialPort.getCommPort(device.toString());
            port.setComPortParameters(
                    settings.baud(),
                    settings.dataBits(),
                    stopBits(settings),
                    parity(settings.parity()));
            port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
            port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
            if (!port.openPort()) {
                throw PortErrors.ofOpening(settings, device, port.getLastErrorCode());
            }
            NativePort opened = new NativePort(settings, port);
            opened.discardInput();
            return opened;
        } catch (LinkageError e) {
            throw PortErrors.noLibrary(e);
        }
    }

    @Override
    public SerialSettings settings() {
        return settings;
    }

    @Override
    public int read(byte[] buffer, int offset, int length, Duration timeout) throws IOException {
        long limit = timeout.toNanos();
        long begin = System.nanoTime();
        while (true) {
            int count = poll(buffer, offset, length);
            long waited = System.nanoTime() - begin;
            if (count > 0 || waited >= limit) {
                return count;
            }
            nap(
                    Math.min(
                            limit - waited,
                            Math.max(SHORTEST_NAP, Math.min(LONGEST_NAP, waited / 16))));
        }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length)
            throws SerialPortException {
        checkOpen();
        if (port.writeBytes(bytes, length, offset) != length) {
            throw PortErrors.lost(settings);
        }
    }

    @Override
    public void discardInput() throws SerialPortException {
        byte[] scrap = new byte[256];
        while (poll(scrap, 0, scrap.length) == scrap.length) {
            continue; // a full buffer may not have been all
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            port.closePort();
        }
    }

    private synchronized int poll(byte[] buffer, int offset, int length)
            throws SerialPortException {
        checkOpen();
        int available = port.bytesAvailable();
        int count =
                available > 0
                        ? port.readBytes(buffer, Math.min(length, available), offset)
                        : available;
        if (count < 0) {
            throw PortErrors.lost(settings);
        }
        return count;
    }

    private void checkOpen() throws SerialPortException {
        if (closed) {
            throw PortErrors.closed(settings);
        }
    }

    private void nap(long nanos) throws InterruptedIOException {
        LockSupport.parkNanos(nanos);
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted while reading from " + settings.device());
        }
    }

    private static int stopBits(SerialSettings settings) {
        return settings.stopBits() == 2 ? SerialPort.TWO_STOP_BITS : SerialPort.ONE_STOP_BIT;
    }

    private static int parity(char parity) {
        switch (parity) {
            case 'E':
                return SerialPort.EVEN_PARITY;
            case 'O':
                return SerialPort.ODD_PARITY;
            default:
                return SerialPort.NO_PARITY;
        }
    }
}
