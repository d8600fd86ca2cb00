package io.wattwire.interop;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A master that others wrote, asking unit 2. */
final class Mbpoll {
    private static final Duration ONE_COMMAND = Duration.ofSeconds(90);

    /** What answers does so at once; its own second is short for a busy machine. */
    private static final String PATIENCE_S = "5";

    private Mbpoll() {}

    /** Asks once. */
    static String once(int exitCode, List<String> what, String... where) throws Exception {
        List<String> command =
                new ArrayList<>(List.of("mbpoll", "-o", PATIENCE_S, "-1", "-0", "-a", "2"));
        command.addAll(what);
        command.addAll(List.of(where));
        try (Program mbpoll = Program.start(command.toArray(String[]::new))) {
            return mbpoll.output(exitCode, ONE_COMMAND);
        }
    }

    /** Asks twice a second for a float until it looks as it must. */
    static double await(int address, String regex, Duration bound, String... where)
            throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of("stdbuf", "-oL", "mbpoll", "-0", "-a", "2", "-t", "4:float"));
        command.addAll(List.of("-o", PATIENCE_S, "-l", "500", "-r", "" + address));
        command.addAll(List.of(where));
        try (Program mbpoll = Program.start(command.toArray(String[]::new))) {
            String line = "\\[" + address + "\\]:\\s+(" + regex + ")";
            return Double.parseDouble(mbpoll.await(line, bound));
        }
    }
}
