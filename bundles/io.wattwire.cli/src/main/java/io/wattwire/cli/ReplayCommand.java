package io.wattwire.cli;

import io.wattwire.cli.recording.Recording;
import io.wattwire.cli.recording.RecordingReader;
import io.wattwire.device.link.LinkAddress;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.model.Reading;
import io.wattwire.device.server.ReplayServer;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves a recording as the device that was recorded, and reads that. */
@Command(
        name = "replay",
        description = {
            "Serves a recording as the device that was recorded.",
            "Reads it as it was read then and prints the values; ends with 1 if one is another than",
            "in the recording.",
            "With --serve it only serves, for other programs, until Ctrl-C."
        })
final class ReplayCommand implements Callable<Integer> {
    private static final String HOST = "127.0.0.1";

    private final Tools tools;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "what 'wattwire record' wrote")
    private Path file;

    @Option(
            names = "--serve",
            paramLabel = "PORT",
            description = "TCP port on the loopback address, 0 for a free one")
    private Integer port;

    @Option(names = "--seconds", paramLabel = "N", description = "serve for so many seconds")
    private Integer seconds;

    ReplayCommand(Tools tools) {
        this.tools = tools;
    }

    /** Takes the options that the recording was made with. */
    @Command
    static final class Recorded {
        @Mixin private DeviceOptions options;
    }

    @Override
    public Integer call() throws WrongUse, Failed {
        if (port != null && (port < 0 || port > 65_535)) {
            throw new WrongUse("--serve " + port + " is outside 0 to 65535");
        }
        Recording recording = recording();
        try (ReplayServer server =
                ReplayServer.start(
                        recording.link(),
                        recording.exchanges(),
                        InetAddress.getByName(HOST),
                        port == null ? 0 : port)) {
            if (port == null) {
                return replay(recording, server.port());
            }
            spec.commandLine()
                    .getOut()
                    .println(
                            recording.device()
                                    + " answers as recorded: wattwire read "
                                    + String.join(" ", words(recording, server.port())));
            spec.commandLine().getOut().flush();
            await();
            return 0;
        } catch (IllegalArgumentException e) {
            throw new WrongUse(file + ": " + e.getMessage());
        } catch (IOException e) {
            throw new Failed(e.getMessage(), e);
        }
    }

    private Recording recording() throws WrongUse {
        try {
            return RecordingReader.read(file);
        } catch (RecordingReader.Wrong e) {
            throw new WrongUse(e.getMessage());
        }
    }

    private int replay(Recording recording, int served) throws WrongUse, Failed {
        Recorded recorded = new Recorded();
        try {
            new CommandLine(recorded).parseArgs(words(recording, served).toArray(String[]::new));
        } catch (CommandLine.ParameterException e) {
            throw new WrongUse(file + " holds options that are none: " + e.getMessage());
        }
        DeviceCatalog.Match match = recorded.options.match(tools);
        SessionSettings settings = recorded.options.forReplay(match);
        AtomicLong shift = new AtomicLong();
        try (DeviceSession session =
                new DeviceSession(
                        match.family(),
                        settings,
                        "replay",
                        StateStore.inMemory(),
                        new LinkPool(),
                        () -> System.nanoTime() + shift.get(),
                        System::currentTimeMillis)) {
            Portions portions = new Portions(recording.device(), recording.names());
            portions.check(match.family());
            return read(recording, portions.of(session), shift);
        }
    }

    private int read(Recording recording, List<DeviceSession.Prepared> prepared, AtomicLong shift) {
        PrintWriter out = spec.commandLine().getOut();
        long begin = System.nanoTime();
        Comparison all = new Comparison();
        for (Recording.Cycle cycle : recording.cycles()) {
            long at = begin + TimeUnit.MILLISECONDS.toNanos(cycle.millis());
            shift.set(Math.max(shift.get(), at - System.nanoTime()));
            List<Reading> readings = new ArrayList<>();
            prepared.forEach(portion -> readings.addAll(portion.read()));
            out.println("after " + cycle.millis() / 1000.0 + " s");
            print(readings, cycle, all, out);
        }
        all.told().forEach(line -> spec.commandLine().getErr().println("wattwire: " + line));
        return all.differs() ? 1 : 0;
    }

    private static void print(
            List<Reading> readings, Recording.Cycle cycle, Comparison all, PrintWriter out) {
        TextTable table = new TextTable("NAME", ">VALUE", "UNIT", "");
        for (Reading reading : readings) {
            String value = reading.good() ? Values.plain(reading.value()) : "-";
            all.remark(reading, cycle.values())
                    .ifPresent(remark -> table.row(reading.name(), value, reading.unit(), remark));
        }
        table.print(out);
    }

    /** Device, place and options as words of a command line. */
    private static List<String> words(Recording recording, int served) {
        List<String> words = new ArrayList<>(List.of(recording.device()));
        String link = recording.link();
        String at = HOST + ":" + served;
        String scheme = link.substring(0, Math.max(0, link.indexOf(':')));
        switch (scheme) {
            case "tcp" -> words.addAll(List.of("--tcp", at));
            case "http" -> words.addAll(List.of("--http", at));
            case "givenergy" -> words.addAll(List.of("--givenergy", at));
            case "solarman" ->
                    words.addAll(
                            List.of(
                                    "--solarman",
                                    at + ":" + link.substring(link.lastIndexOf('/') + 1)));
            default -> words.addAll(List.of("--rtu-tcp", at));
        }
        String inverter = LinkAddress.parse(link).inverter();
        if (!inverter.isEmpty()) {
            words.addAll(List.of("--inverter", inverter));
        }
        words.addAll(recording.options());
        return words;
    }

    private void await() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            if (seconds == null) {
                never.await();
            } else {
                never.await(seconds, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the framework stops: close the device
        }
    }
}
