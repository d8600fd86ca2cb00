package io.wattwire.interop;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The shipped graph solaredge-meter.xml at work, with a simulated SDM630 as its source. */
final class EmulatedMeter implements AutoCloseable {
    static final Duration START = Duration.ofSeconds(60);

    private final Program source;
    private final Program graph;

    private final int port;

    private EmulatedMeter(int port, Program source, Program graph) {
        this.port = port;
        this.source = source;
        this.graph = graph;
    }

    /** Begins to answer as unit 2 on a TCP port. */
    static EmulatedMeter onTcp(Path values, Path data) throws Exception {
        int port = Ports.free();
        return start(
                port,
                values,
                data,
                "solaredge-driver/connection=tcp",
                "solaredge-driver/port=" + port);
    }

    /** Begins to answer as unit 2 on a serial line of 9600 Bd. */
    static EmulatedMeter onSerial(Path device, Path values, Path data) throws Exception {
        return start(0, values, data, "solaredge-driver/serial.device=" + device);
    }

    private static EmulatedMeter start(int port, Path values, Path data, String... line)
            throws Exception {
        Program source =
                Program.wattwire(
                        "simulate", "sdm630", "--tcp", "0", "--unit", "1", "--values", "" + values);
        try {
            String sourcePort = source.await("answers as unit 1 on 127\\.0\\.0\\.1:(\\d+)", START);
            List<String> sets =
                    new ArrayList<>(
                            List.of(
                                    "meter-driver/connection=tcp",
                                    "meter-driver/host=127.0.0.1",
                                    "meter-driver/port=" + sourcePort));
            sets.addAll(List.of(line));
            Program graph = Program.wattwire(run(data, sets));
            graph.await("solaredge-meter\\.xml runs", START);
            return new EmulatedMeter(port, source, graph);
        } catch (IOException | InterruptedException | AssertionError failed) {
            source.close();
            throw failed;
        }
    }

    private static String[] run(Path data, List<String> sets) {
        Path shipped = Path.of("..", "dp", "graphs", "solaredge-meter.xml");
        List<String> run = new ArrayList<>(List.of("run", "" + shipped, "--data", "" + data));
        sets.forEach(set -> run.addAll(List.of("--set", set)));
        return run.toArray(String[]::new);
    }

    /** Where it answers over TCP. */
    int port() {
        return port;
    }

    /** Ends the gateway as a power cut would: nothing is told to it. */
    void kill() throws InterruptedException {
        graph.kill();
    }

    @Override
    public void close() {
        graph.close();
        source.close();
    }
}
