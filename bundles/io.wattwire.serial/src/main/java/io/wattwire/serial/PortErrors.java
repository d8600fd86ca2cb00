package io.wattwire.serial;

import io.wattwire.serial.SerialPortException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;

/** Turns what the system says about a port into cause and remedy. */
final class PortErrors {

    // errno values of Linux, as the serial library reports them
    private static final int ENOENT = 2;
    private static final int EAGAIN = 11;
    private static final int EACCES = 13;
    private static final int EBUSY = 16;
    private static final int EINVAL = 22;
    private static final int ENOTTY = 25;

    private PortErrors() {}

    /**
     * The library opens a port without telling a missing right from other trouble in all cases, so
     * look first.
     */
    static void checkAccess(Path device) throws SerialPortException {
        if (Files.isDirectory(device) || Files.isRegularFile(device)) {
            throw notSerial(device);
        }
        if (!Files.isReadable(device) || !Files.isWritable(device)) {
            throw denied(device);
        }
    }

    static SerialPortException ofOpening(SerialSettings settings, Path device, int errno) {
        switch (errno) {
            case ENOENT:
                // the library says this, too, when another handle has locked the device
                return Files.exists(device) ? busy(device) : gone(device);
            case EACCES:
                return denied(device);
            case EAGAIN:
            case EBUSY:
                return busy(device);
            case ENOTTY:
                return notSerial(device);
            case EINVAL:
                return new SerialPortException(
                        Reason.FAILED,
                        device
                                + " does not take "
                                + settings.line()
                                + "; choose settings that it has");
            default:
                return new SerialPortException(
                        Reason.FAILED,
                        device
                                + " cannot be opened with "
                                + settings.line()
                                + " (system error "
                                + errno
                                + ")");
        }
    }

    static SerialPortException noLibrary(LinkageError error) {
        return new SerialPortException(
                Reason.FAILED,
                "no native serial library for Linux on "
                        + System.getProperty("os.arch")
                        + ": "
                        + error.getMessage()
                        + "; use a serial server over TCP instead");
    }

    static SerialPortException lost(SerialSettings settings) {
        return new SerialPortException(
                Reason.FAILED, settings.device() + " works no longer; check cable and adapter");
    }

    static SerialPortException closed(SerialSettings settings) {
        return new SerialPortException(Reason.FAILED, settings.device() + " was closed");
    }

    private static SerialPortException gone(Path device) {
        return new SerialPortException(Reason.MISSING, device + " is gone; check the cable");
    }

    private static SerialPortException busy(Path device) {
        String holder =
                PortHolder.of(device)
                        .map(name -> "held by " + name)
                        .orElse("held by another program");
        return new SerialPortException(
                Reason.BUSY, device + " is busy, " + holder + "; stop it or use another port");
    }

    private static SerialPortException denied(Path device) {
        String group = group(device);
        String user = System.getProperty("user.name");
        return new SerialPortException(
                Reason.DENIED,
                "user "
                        + user
                        + " may not use "
                        + device
                        + "; run 'usermod -aG "
                        + group
                        + " "
                        + user
                        + "' and restart");
    }

    private static SerialPortException notSerial(Path device) {
        return new SerialPortException(Reason.FAILED, device + " is no serial port");
    }

    private static String group(Path device) {
        try {
            return Files.readAttributes(device, PosixFileAttributes.class).group().getName();
        } catch (IOException e) {
            return "dialout"; // the group of serial devices on Debian and its relatives
        }
    }
}
