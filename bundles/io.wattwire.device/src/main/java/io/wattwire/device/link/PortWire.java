package io.wattwire.device.link;

import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.serial.SerialPort;
import io.wattwire.serial.SerialPortException;
import io.wattwire.serial.SerialSettings;
import java.io.IOException;
import java.time.Duration;

/** A serial port as a wire. */
final class PortWire implements Wire {

    /** Opens a port; tests put one in memory here. */
    interface Opener {
        SerialPort open(SerialSettings settings) throws SerialPortException;
    }

    private final SerialSettings settings;
    private final Opener opener;
    private volatile SerialPort port; // others may ask whether it is open

    PortWire(SerialSettings settings, Opener opener) {
        this.settings = settings;
        this.opener = opener;
    }

    @Override
    public void open(Deadline deadline) throws LinkException {
        try {
            port = opener.open(settings);
        } catch (SerialPortException e) {
            throw new LinkException(reason(e.reason()), e.getMessage(), e);
        }
    }

    @Override
    public boolean isOpen() {
        return port != null;
    }

    @Override
    public int read(byte[] buffer, long nanos) throws IOException {
        return port.read(buffer, 0, buffer.length, Duration.ofNanos(nanos));
    }

    @Override
    public void write(byte[] bytes, Deadline deadline) throws IOException {
        port.write(bytes, 0, bytes.length);
    }

    @Override
    public boolean mayBeHalfOpen() {
        return false;
    }

    @Override
    public void close() {
        if (port != null) {
            port.close();
            port = null;
        }
    }

    private static Reason reason(SerialPortException.Reason reason) {
        switch (reason) {
            case MISSING:
                return Reason.PORT_MISSING;
            case DENIED:
                return Reason.PORT_DENIED;
            case BUSY:
                return Reason.BUSY;
            default:
                return Reason.UNREACHABLE;
        }
    }
}
