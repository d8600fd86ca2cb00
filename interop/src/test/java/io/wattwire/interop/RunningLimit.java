package io.wattwire.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A graph with a limit at work on a house, in a process of its own. */
final class RunningLimit implements AutoCloseable {

    static final Path SHIPPED = Path.of("..", "dp", "graphs", "zero-export.xml");

    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration STATUS = Duration.ofSeconds(60);

    private final Program program;

    /**
     * @param sets properties to use instead of the file's, as pid/property=value
     */
    RunningLimit(HouseServer house, Path data, String... sets) throws Exception {
        this(SHIPPED, house, data, sets);
    }

    RunningLimit(Path graph, HouseServer house, Path data, String... sets) throws Exception {
        List<String> run = new ArrayList<>(List.of("run", "" + graph, "--data", "" + data));
        run.add("--watch");
        for (String driver : List.of("meter-driver", "inverter-driver")) {
            run.addAll(List.of("--set", driver + "/connection=tcp"));
            run.addAll(List.of("--set", driver + "/host=127.0.0.1"));
            run.addAll(List.of("--set", driver + "/port=" + house.port()));
        }
        for (String set : sets) {
            run.addAll(List.of("--set", set));
        }
        program = Program.wattwire(run.toArray(String[]::new));
        try {
            program.await("\\.xml runs", START);
        } catch (InterruptedException | AssertionError failed) {
            program.close();
            throw failed;
        }
    }

    /** Waits until the limit says so of itself. */
    void awaitState(String state) throws InterruptedException {
        program.await(" limit .*\\bstate=" + state + "\\b", STATUS);
    }

    void kill() throws InterruptedException {
        program.kill();
    }

    /** Sends a signal that the process itself does not see, such as STOP and CONT. */
    void signal(String name) throws IOException, InterruptedException {
        run("kill", "-" + name, "" + program.pid());
    }

    /** From now on no file of this process can grow, as on a full disk. */
    void fillDisk() throws IOException, InterruptedException {
        run("prlimit", "--fsize=0:0", "--pid", "" + program.pid());
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Program.start(command).output(0, STATUS);
    }

    @Override
    public void close() {
        program.close();
    }
}
