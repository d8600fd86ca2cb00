package io.wattwire.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.interop.PeerDevice.Write;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What a device sees when our command line commands it: the registers, their order and repetition,
 * what follows when the commander is silent, ends or is killed, and what a new start restores. The
 * expected writes were typed from what vendors and others publish, not from the drivers.
 */
@Execution(ExecutionMode.CONCURRENT)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class ControlSequences {
    static final Duration SOON = Duration.ofSeconds(60);
    static final Duration AFTER_A_MINUTE = Duration.ofSeconds(120);

    /** Those that see a minute pass begin first, and the others run meanwhile. */
    static final int LONG = 1;

    /**
     * What starting, connecting, parallel tests and a busy machine may add to a time; no device
     * here forgets a command within less.
     */
    static final double TOLERANCE_S = 25;

    @TempDir Path folder;

    private List<String> at(PeerDevice device, String command, String name, String... rest) {
        List<String> words = new ArrayList<>(List.of(command, name, "--tcp", device.address()));
        words.addAll(List.of("--state", folder.toString(), "--deadline", "10000"));
        words.addAll(List.of(rest));
        return words;
    }

    Program start(PeerDevice device, String command, String name, String... rest) throws Exception {
        return Program.wattwire(at(device, command, name, rest).toArray(new String[0]));
    }

    void done(PeerDevice device, String command, String name, String... rest) throws Exception {
        try (Program program = start(device, command, name, rest)) {
            program.output(0, AFTER_A_MINUTE);
        }
    }

    void refused(PeerDevice device, String command, String name, String... rest) throws Exception {
        try (Program program = start(device, command, name, rest)) {
            program.output(1, SOON);
        }
    }

    static double between(List<Write> first, List<Write> second) {
        return second.get(0).seconds() - first.get(0).seconds();
    }

    static void assertBetween(double least, double seconds, double most) {
        assertTrue(
                seconds >= least && seconds <= most,
                seconds + " s, which is not " + least + " to " + most);
    }

    static void assertFunction(int function, List<Write> writes) {
        writes.forEach(write -> assertEquals(function, write.function(), write.toString()));
    }
}
