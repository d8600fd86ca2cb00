package io.wattwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.server.MemoryBank;
import io.wattwire.device.server.ModbusServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a write would send, on a GivEnergy Gen1 and a Deye: printed, and nothing of it is sent. */
class DryRunTest {

    private static final int INVERTER = 17;
    private static final int WORDS = 731;

    private final MemoryBank givenergy = new MemoryBank();
    private final MemoryBank deye = new MemoryBank();
    @TempDir Path state;
    private ModbusServer server;

    @BeforeEach
    void start() throws IOException {
        for (MemoryBank bank : List.of(givenergy, deye)) {
            bank.set(RegisterKind.HOLDING, 0, new int[WORDS]);
            bank.set(RegisterKind.INPUT, 0, new int[WORDS]);
        }
        givenergy.set(RegisterKind.HOLDING, 0, 0x2001).set(RegisterKind.HOLDING, 21, 449);
        givenergy.set(RegisterKind.HOLDING, 55, 160).set(RegisterKind.HOLDING, 116, 100);
        deye.set(RegisterKind.HOLDING, 0, 5);
        deye.set(RegisterKind.HOLDING, 20, 120_000 & 0xFFFF, 120_000 >> 16);
        deye.set(RegisterKind.HOLDING, 215, 5200);
        server = ModbusServer.builder().unit(INVERTER, givenergy).unit(1, deye).tcp(0).start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theWritesOfACommandArePrintedInTheirOrder() throws Exception {
        Cli run = dry("givenergy", "charge_slot_1=01:00-04:30 80%");
        assertEquals(0, run.code(), run.err());
        assertEquals(
                List.of(
                        "charge_slot_1 = 01:00-04:30 80% would write:",
                        "  enable_charge_target false -> true, unit 17 holding 20 raw [1]",
                        "  charge_target_soc 100 -> 80 %, unit 17 holding 116 raw [80]",
                        "  charge_slot_1_start 00:00 -> 01:00, unit 17 holding 94 raw [100]",
                        "  charge_slot_1_end 00:00 -> 04:30, unit 17 holding 95 raw [430]"),
                run.out().lines().toList());
    }

    @Test
    void nothingReachesTheDeviceAndNothingIsKept() throws Exception {
        int[] before = givenergy.read(RegisterKind.HOLDING, 0, 120);
        for (String command :
                List.of(
                        "battery_mode=timed export",
                        "battery_power_setpoint=-1000",
                        "inverter_power_limit=1000",
                        "battery_force_charge=30",
                        "battery_soc_reserve=50")) {
            Cli run = dry("givenergy", command);
            assertEquals(0, run.code(), run.err());
            assertTrue(run.out().contains("raw ["), run.out());
        }
        assertTrue(Arrays.equals(before, givenergy.read(RegisterKind.HOLDING, 0, 120)));
        try (Stream<Path> files = Files.walk(state)) {
            assertEquals(List.of(), files.filter(Files::isRegularFile).toList());
        }
    }

    @Test
    void anyDriverCanDoIt() throws Exception {
        Cli run = dry("deye", "battery_power_setpoint=2000");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("battery_max_charging_current 0 -> 38 A"), run.out());
        assertEquals(0, deye.read(RegisterKind.HOLDING, 108, 1)[0]);
    }

    @Test
    void whatIsHeldAlreadyWouldNotBeWritten() {
        Cli run = dry("givenergy", "charge_target=off");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("nothing: the device holds it already"), run.out());
    }

    @Test
    void whatIsRefusedIsRefusedHereToo() {
        Cli slot = dry("givenergy", "charge_slot_5=01:00-02:00");
        assertEquals(1, slot.code(), "gen1 has two slots");
        Cli percent = dry("givenergy", "charge_target=3");
        assertEquals(1, percent.code());
        assertTrue(percent.err().contains("4 to 100"), percent.err());
        assertFalse(percent.out().contains("would write"), percent.out());
    }

    @Test
    void aRehearsalCannotBeHeld() {
        assertEquals(2, dry("givenergy", "charge_rate=10", "--hold", "1").code());
    }

    private Cli dry(String device, String... words) {
        String[] place = {
            "write",
            device,
            "--tcp",
            "127.0.0.1:" + server.port(),
            "--state",
            state.toString(),
            "--dry-run"
        };
        return Cli.run(Stream.of(place, words).flatMap(Stream::of).toArray(String[]::new));
    }
}
