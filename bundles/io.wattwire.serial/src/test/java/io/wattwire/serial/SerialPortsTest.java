package io.wattwire.serial;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.serial.SerialPortException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SerialPortsTest {

    @TempDir Path folder;

    @Test
    void aMissingDeviceIsNamed() {
        Path nothing = folder.resolve("ttyUSB7");
        SerialPortException error = refusal(nothing);
        assertEquals(Reason.MISSING, error.reason());
        assertTrue(error.getMessage().contains(nothing.toString()), error::getMessage);
    }

    @Test
    void aPlainFileIsNoPort() throws IOException {
        SerialPortException error = refusal(Files.createFile(folder.resolve("file")));
        assertEquals(Reason.FAILED, error.reason());
        assertTrue(error.getMessage().contains("no serial port"), error::getMessage);
    }

    /**
     * /dev/null may be opened by everybody and has no line settings: the native library itself has
     * to say no.
     */
    @Test
    void aDeviceWithoutLineSettingsIsNoPort() {
        SerialPortException error = refusal(Path.of("/dev/null"));
        assertEquals(Reason.FAILED, error.reason(), error::getMessage);
    }

    @ParameterizedTest
    @CsvSource({
        "2, MISSING, cable",
        "11, BUSY, stop it",
        "13, DENIED, usermod",
        "16, BUSY, stop it",
        "22, FAILED, 9600:8N1",
        "5, FAILED, error 5"
    })
    void eachErrorOfTheSystemHasAReasonAndARemedy(int errno, Reason reason, String remedy) {
        SerialPortException error =
                PortErrors.ofOpening(
                        SerialSettings.parse("/dev/null"), folder.resolve("ttyUSB7"), errno);
        assertEquals(reason, error.reason());
        assertTrue(error.getMessage().contains(remedy), error::getMessage);
    }

    @Test
    void theHolderOfAFileIsFound() throws IOException {
        Path file = Files.createFile(folder.resolve("held")).toRealPath();
        try (var open = Files.newInputStream(file)) {
            assertEquals("this program itself", PortHolder.of(file).orElse("nobody"));
            assertEquals(-1, open.read());
        }
        assertTrue(PortHolder.of(file).isEmpty());
    }

    @Test
    void thisProgramIsNamedBeforeWhoMadeThePseudoTerminal() throws IOException {
        Path device = Files.createFile(folder.resolve("pts"));
        Path processes = Files.createDirectory(folder.resolve("proc"));
        holds(processes, 1, device);
        for (int later = 4_194_305; later < 4_194_309; later++) { // above the highest id of Linux
            holds(processes, later, device);
        }
        assertTrue(PortHolder.of(device, processes).orElse("").startsWith("process "));
        holds(processes, ProcessHandle.current().pid(), device);
        assertEquals("this program itself", PortHolder.of(device, processes).orElse("nobody"));
    }

    private static void holds(Path processes, long id, Path device) throws IOException {
        Path process = processes.resolve(Long.toString(id));
        Path files = Files.createDirectories(process.resolve("fd"));
        Files.createSymbolicLink(files.resolve("3"), device);
        Files.writeString(process.resolve("comm"), "socat");
    }

    private static SerialPortException refusal(Path device) {
        SerialSettings settings = SerialSettings.parse(device.toString());
        return assertThrows(SerialPortException.class, () -> SerialPorts.open(settings).close());
    }
}
