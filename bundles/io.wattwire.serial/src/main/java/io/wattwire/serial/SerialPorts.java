package io.wattwire.serial;

/** Opens the serial ports of this machine. Thread-safe. */
public final class SerialPorts {

    private SerialPorts() {}

    /**
     * Opens a port for this process alone.
     *
     * @param settings device and line settings; a symbolic link such as one in {@code
     *     /dev/serial/by-id} is followed
     * @return the open port, its input empty
     * @throws SerialPortException if the device is missing, not allowed, busy or refuses the
     *     settings; the message names the remedy
     */
    public static SerialPort open(SerialSettings settings) throws SerialPortException {
        throw new SerialPortException(
                SerialPortException.Reason.FAILED, settings + " cannot be opened");
    }
}
