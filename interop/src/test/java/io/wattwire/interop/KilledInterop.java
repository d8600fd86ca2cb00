package io.wattwire.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An inverter adds up what its meter shows, so a power cut must not turn the meter back. */
class KilledInterop {
    private static final int IMPORT = 1002;
    private static final int IMPORT_PHASE_1 = 1106;

    /** What the meter counts by itself is shown once it is saved, every 30 s. */
    private static final Duration SAVED = Duration.ofSeconds(60);

    /** A megawatt on phase 1 is 8.3 kWh in 30 s. */
    private static final String VALUES =
            """
            {"grid_power": 1000000, "grid_power_l1": 1000000, "grid_power_l2": 0,
             "grid_power_l3": 0, "grid_voltage_l1": 230, "grid_voltage_l2": 230,
             "grid_voltage_l3": 230, "grid_energy_import": %s, "grid_energy_export": 0}
            """;

    @TempDir Path folder;

    @Test
    void theEnergiesGoOnAfterKillMinus9() throws Exception {
        double phase1;
        try (EmulatedMeter meter = start("1500.5")) {
            phase1 = shown(meter, IMPORT_PHASE_1, "[1-9]\\S*");
            assertEquals(1500.5, shown(meter, IMPORT, "[1-9]\\S*"), 0.01);
            meter.kill();
        }
        try (EmulatedMeter meter = start("3.25")) { // the source's meter was exchanged
            double after = shown(meter, IMPORT_PHASE_1, "\\S+");
            assertTrue(after >= phase1 && after < phase1 + 20, after + " after " + phase1);
            assertEquals(1500.5, shown(meter, IMPORT, "\\S+"), 0.01);
        }
    }

    private EmulatedMeter start(String counter) throws Exception {
        Path values = folder.resolve("v-" + counter + ".json");
        Files.writeString(values, VALUES.formatted(counter));
        return EmulatedMeter.onTcp(values, folder.resolve("data"));
    }

    private static double shown(EmulatedMeter meter, int address, String regex) throws Exception {
        return Mbpoll.await(
                address, regex, SAVED, "-m", "tcp", "-p", "" + meter.port(), "127.0.0.1");
    }
}
