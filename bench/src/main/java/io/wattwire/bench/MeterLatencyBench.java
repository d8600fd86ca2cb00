package io.wattwire.bench;

import io.wattwire.device.link.LinkAddress;
import io.wattwire.device.link.Rtu;
import io.wattwire.device.link.RtuTcp;
import io.wattwire.device.link.Tcp;
import io.wattwire.serial.SerialSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how soon an emulated meter answers while its gateway is busy. The serial line is a pair
 * of pseudo terminals of socat, which take no time for a character.
 */
public final class MeterLatencyBench {

    private static final Duration SECONDS = Duration.ofSeconds(60);
    private static final Duration WARMING = Duration.ofSeconds(5);
    private static final int BAUD = 9600;

    private MeterLatencyBench() {}

    /**
     * Prints the table.
     *
     * @param arguments seconds for each row, 60 without
     * @throws Exception when a line cannot be opened
     */
    public static void main(String[] arguments) throws Exception {
        Duration each =
                arguments.length == 0 ? SECONDS : Duration.ofSeconds(Long.parseLong(arguments[0]));
        PrintStream out = System.out;
        out.printf("%-28s %8s %8s %8s %8s %6s%n", "ms", "p50", "p99", "longest", "answers", "lost");
        for (boolean busy : new boolean[] {false, true}) {
            String load = busy ? ", busy" : ", idle";
            row(out, "Modbus TCP" + load, busy, MeterLatencyBench::tcp, each);
            row(out, "RTU over TCP" + load, busy, MeterLatencyBench::rtuTcp, each);
            serial(out, "RTU, pty at 9600 Bd" + load, busy, each);
        }
    }

    /** Makes a meter and its master. */
    interface Start {
        MeterPolls start() throws Exception;
    }

    static MeterPolls tcp() throws Exception {
        int port = freePort();
        return onPort("tcp", port, new Tcp("127.0.0.1", port));
    }

    static MeterPolls rtuTcp() throws Exception {
        int port = freePort();
        return onPort("rtu-tcp", port, new RtuTcp("127.0.0.1", port));
    }

    private static MeterPolls onPort(String connection, int port, LinkAddress address)
            throws Exception {
        return new MeterPolls(Map.of("connection", connection, "port", port), address);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Measures once, without or with other things to do. */
    static Figures measure(boolean busy, MeterPolls polls, Duration length, int most)
            throws Exception {
        if (!busy) {
            return polls.run(length, most);
        }
        BusyGateway gateway = new BusyGateway();
        try (gateway) {
            return polls.run(length, most);
        }
    }

    private static void row(
            PrintStream out, String name, boolean busy, Start start, Duration length)
            throws Exception {
        try (MeterPolls polls = start.start()) {
            polls.run(
                    WARMING,
                    Integer.MAX_VALUE); // the quick code of the virtual machine is made meanwhile
            Figures figures = measure(busy, polls, length, Integer.MAX_VALUE);
            out.printf(
                    "%-28s %8.1f %8.1f %8.1f %8d %6d%n",
                    name,
                    figures.quantile(0.5),
                    figures.quantile(0.99),
                    figures.quantile(1),
                    figures.count(),
                    polls.lost());
        }
    }

    private static void serial(PrintStream out, String name, boolean busy, Duration length)
            throws Exception {
        Path folder = Files.createTempDirectory("wattwire-pty");
        Path ours = folder.resolve("ours");
        Path theirs = folder.resolve("theirs");
        Process socat =
                new ProcessBuilder(
                                "socat",
                                "pty,raw,echo=0,link=" + ours,
                                "pty,raw,echo=0,link=" + theirs)
                        .inheritIO()
                        .start();
        try {
            await(theirs);
            await(ours);
            LinkAddress address = new Rtu(new SerialSettings(theirs.toString(), BAUD, 8, 'N', 1));
            Map<String, Object> settings =
                    Map.of("connection", "serial", "serial.device", ours.toString());
            row(out, name, busy, () -> new MeterPolls(settings, address), length);
        } finally {
            socat.destroy();
            socat.waitFor(10, TimeUnit.SECONDS);
            Files.deleteIfExists(ours);
            Files.deleteIfExists(theirs);
            Files.delete(folder);
        }
    }

    private static void await(Path file) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!Files.exists(file)) {
            if (System.nanoTime() > end) {
                throw new IOException(file + " does not appear; is socat installed?");
            }
            LockSupport.parkNanos(10_000_000);
        }
    }
}
