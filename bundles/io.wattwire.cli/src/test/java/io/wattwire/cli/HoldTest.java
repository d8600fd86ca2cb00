package io.wattwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusFault;
import io.wattwire.device.server.ModbusServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A battery's set-point that is held for a second, on a Deye of 12 kW at 52 V. */
class HoldTest {
    private static final int CHARGE_CURRENT = 108;
    private static final int TARGET = 171;

    private final MemoryBank bank = new MemoryBank();
    @TempDir Path state;
    private ModbusServer device;

    @BeforeEach
    void start() throws IOException {
        bank.set(RegisterKind.HOLDING, 0, new int[731]);
        bank.set(RegisterKind.HOLDING, 0, 5);
        bank.set(RegisterKind.HOLDING, 20, 120_000 & 0xFFFF, 120_000 >> 16);
        bank.set(RegisterKind.HOLDING, 215, 5200);
        bank.set(RegisterKind.HOLDING, CHARGE_CURRENT, 10);
        bank.set(RegisterKind.HOLDING, TARGET, 40);
        device = ModbusServer.builder().unit(1, bank).tcp(0).start();
    }

    @AfterEach
    void stop() {
        device.close();
    }

    @Test
    void afterAHoldTheDeviceHasItsOwnSettingsAgain() throws Exception {
        Cli held = write("--hold", "1", "battery_power_setpoint=2000");
        assertEquals(0, held.code(), held.err());
        assertTrue(held.out().contains("held for 1 s"), held.out());
        assertTrue(held.out().contains("the device has control again"), held.out());
        assertEquals(10, word(CHARGE_CURRENT));
        assertEquals(40, word(TARGET));
        assertEquals(0, savedSettings());
    }

    @Test
    void withoutAHoldASetPointStaysUntilItIsReleased() throws Exception {
        Cli written = write("battery_power_setpoint=2000");
        assertEquals(0, written.code(), written.err());
        assertEquals(38, word(CHARGE_CURRENT));
        assertEquals(100, word(TARGET));
        assertEquals(1, savedSettings());
    }

    @Test
    void aHoldGivesBackWhatAnEarlierRunLeftBehind() throws Exception {
        write("battery_power_setpoint=2000");
        Cli held = write("--hold", "1", "battery_shutdown_soc=0");
        assertEquals(0, held.code(), held.err());
        assertEquals(10, word(CHARGE_CURRENT));
        assertEquals(0, savedSettings());
    }

    private Cli write(String... words) {
        String[] place = {
            "write", "deye", "--tcp", "127.0.0.1:" + device.port(), "--state", state.toString()
        };
        return Cli.run(Stream.of(place, words).flatMap(Stream::of).toArray(String[]::new));
    }

    private int word(int address) throws ModbusFault {
        return bank.read(RegisterKind.HOLDING, address, 1)[0];
    }

    private long savedSettings() throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            return files.filter(f -> f.getFileName().toString().startsWith("before-")).count();
        }
    }
}
