package io.wattwire.serial;

import io.wattwire.serial.SerialPortException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds and opens the serial ports of this machine. Thread-safe. */
public final class SerialPorts {

    private static final Path DEVICES = Path.of("/dev");
    private static final Path STABLE_NAMES = DEVICES.resolve("serial/by-id");

    /**
     * USB adapters, USB modems and the UARTs of ARM boards; ttyS* exist on every PC without being
     * there.
     */
    private static final Pattern LIKELY = Pattern.compile("tty(USB|ACM|AMA|mxc|O|THS)\\d+");

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
        Path device = existing(settings.device());
        PortErrors.checkAccess(device);
        return NativePort.open(settings, device);
    }

    /**
     * Lists device files that are likely to be serial ports: first the names that stay the same
     * when adapters are plugged in another order.
     *
     * @return paths, empty if there are none
     */
    public static List<String> devices() {
        return Stream.concat(list(STABLE_NAMES, ".+"), list(DEVICES, LIKELY.pattern())).toList();
    }

    private static Path existing(String device) throws SerialPortException {
        try {
            return Path.of(device).toRealPath();
        } catch (IOException | InvalidPathException e) {
            List<String> others = devices();
            throw new SerialPortException(
                    Reason.MISSING,
                    "there is no device "
                            + device
                            + "; check cable and path"
                            + (others.isEmpty()
                                    ? " (no serial device found)"
                                    : ", found: " + String.join(", ", others)));
        }
    }

    private static Stream<String> list(Path folder, String name) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .filter(file -> file.getFileName().toString().matches(name))
                    .map(Path::toString)
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException | UncheckedIOException e) {
            return Stream.empty();
        }
    }
}
