package io.wattwire.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Wrong input: exit code 2, one line with cause and remedy, and no stack trace. */
class WrongUseTest {
    @TempDir Path folder;

    @Test
    void anUnknownDeviceNamesTheKnownOnes() {
        refused("there is no device 'smd230'; there are: cms, cms2000", "registers", "smd230");
    }

    @Test
    void anUnknownPointNamesTheCommandThatListsThem() {
        refused(
                "sdm230 has no 'grid_pwer'; see 'wattwire registers sdm230'",
                "read",
                "sdm230",
                "--tcp",
                "127.0.0.1:1",
                "grid_pwer");
    }

    @Test
    void aLinkIsMandatoryAndOnlyOne() {
        refused("Missing required argument", "read", "sdm230");
        refused("mutually exclusive", "read", "sdm230", "--tcp", "a", "--serial", "/dev/ttyUSB0");
    }

    @Test
    void portsUnitsAndDeadlinesHaveRanges() {
        refused("port 70000 is outside 1..65535", "read", "sdm230", "--tcp", "127.0.0.1:70000");
        refused(
                "--unit 300 is outside 0 to 255",
                "read",
                "sdm230",
                "--tcp",
                "127.0.0.1:1",
                "--unit",
                "300");
        refused(
                "--deadline must be 1 to",
                "read",
                "sdm230",
                "--tcp",
                "127.0.0.1:1",
                "--deadline",
                "0");
    }

    /** A simulation is started with its port alone. */
    @Test
    void aPortIsNoPlace() {
        for (String option : new String[] {"--tcp", "--rtu-tcp", "--http", "--givenergy"}) {
            refused(
                    option + " 15020 has no host; write HOST:PORT, for example 127.0.0.1:15020",
                    "read",
                    "sdm230",
                    option,
                    "15020");
        }
    }

    @Test
    void anAssignmentNeedsNameAndValue() {
        refused(
                "is no assignment; write NAME=VALUE",
                "write",
                "min",
                "--tcp",
                "127.0.0.1:1",
                "inverter_power_limit");
    }

    @Test
    void aHoldHasBounds() {
        String[] hold = {"write", "min", "--tcp", "127.0.0.1:1", "active_power_rate=50", "--hold"};
        for (String seconds : new String[] {"0", "86401"}) {
            String[] words = Arrays.copyOf(hold, hold.length + 1);
            words[hold.length] = seconds;
            refused("--hold " + seconds + " is outside 1 to 86400", words);
        }
    }

    @Test
    void aSimulatedDeviceIsAModelWithPlainValues() throws IOException {
        Path missing = folder.resolve("none.json");
        refused("does not exist", "simulate", "sdm230", "--tcp", "0", "--values", "" + missing);
        Path broken = Files.writeString(folder.resolve("broken.json"), "{\"grid_power\": ");
        refused("none of", "simulate", "growatt", "--tcp", "0", "--model", "max");
        refused("1 or more", "simulate", "growatt", "--tcp", "0", "--connections", "0");
        refused("a model already", "simulate", "min", "--tcp", "0", "--model", "mid");
        refused("is not JSON", "simulate", "sdm230", "--tcp", "0", "--values", "" + broken);
        Path list = Files.writeString(folder.resolve("list.json"), "[1, 2]");
        refused("must hold one object", "simulate", "sdm230", "--tcp", "0", "--values", "" + list);
        Path unknown = Files.writeString(folder.resolve("unknown.json"), "{\"grid_pwer\": 1}");
        refused("grid_pwer", "simulate", "sdm230", "--tcp", "0", "--values", "" + unknown);
    }

    @Test
    void aBackupNeverReplacesAFile() throws IOException {
        Path there = Files.writeString(folder.resolve("b.json"), "{}");
        refused(
                "exists; a backup never replaces",
                "backup",
                "min",
                "--tcp",
                "127.0.0.1:1",
                "--to",
                "" + there);
        assertEquals("{}", Files.readString(there));
    }

    @Test
    void theDemoHasBounds() {
        refused("--seconds 5 is outside 10 to 43200", "demo", "--seconds", "5");
        refused("--speed 0.0 is outside", "demo", "--speed", "0");
        refused("'abc' is not an int", "demo", "--seconds", "abc");
    }

    @Test
    void noCommandShowsTheUsage() {
        Cli run = Cli.run("nonsense");
        assertEquals(2, run.code());
        assertTrue(run.err().contains("nonsense"), run.err());
    }

    private static void refused(String message, String... arguments) {
        Cli run = Cli.run(arguments);
        assertEquals(2, run.code(), run.err());
        assertTrue(run.err().contains(message), run.err());
        assertFalse(run.err().contains("\tat "), run.err());
        assertEquals("", run.out());
    }
}
