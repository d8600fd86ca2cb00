package io.wattwire.cli;

import io.wattwire.cli.recording.RecordingWriter;
import io.wattwire.device.link.Frame;
import io.wattwire.device.link.FrameListener;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.model.Protocol;
import io.wattwire.device.model.Reading;
import io.wattwire.device.session.DeviceSession;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a device and writes down every frame and value. */
@Command(
        name = "record",
        description = {
            "Reads a device and writes every frame with its time and values into a file.",
            "Serial numbers are masked and passwords never written, so that it can be shown.",
            "'wattwire replay' serves the file as a device."
        })
final class RecordCommand implements Callable<Integer> {
    private static final int MOST_CYCLES = 100_000;

    private final Tools tools;
    @Spec private CommandSpec spec;
    @Mixin private DeviceOptions options;

    @Parameters(
            index = "1..*",
            paramLabel = "NAME",
            description = "registers or common points; all that the model has if left out")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--output",
            paramLabel = "FILE",
            required = true,
            description = "the recording; a file that is there is not overwritten")
    private Path output;

    @Option(
            names = "--cycles",
            paramLabel = "N",
            defaultValue = "1",
            description = "how often all is read (default: ${DEFAULT-VALUE})")
    private int cycles;

    @Option(
            names = "--every",
            paramLabel = "SECONDS",
            defaultValue = "1",
            description = "time from one reading to the next (default: ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--keep-serials", description = "write serial numbers as they are")
    private boolean keepSerials;

    RecordCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws WrongUse, Failed {
        if (cycles < 1 || cycles > MOST_CYCLES || seconds < 1 || seconds > 3600) {
            throw new WrongUse("--cycles is 1 to " + MOST_CYCLES + ", --every 1 to 3600");
        }
        DeviceCatalog.Match match = options.match(tools);
        Portions portions = new Portions(options.device(), names);
        portions.check(match.family());
        checkSerials(match);
        try (DeviceSession session = options.openForReading(tools, spec.commandLine().getErr());
                PrintWriter file = open()) {
            List<Reading> missing = record(match, session, portions, file);
            spec.commandLine()
                    .getOut()
                    .println(cycles + " cycles are in " + output + told(missing));
            return 0;
        }
    }

    private static String told(List<Reading> missing) {
        long late = missing.stream().filter(ReadingText::isLeftOut).count();
        long others = missing.size() - late;
        return (others == 0 ? "" : ", " + others + " values missing")
                + (late == 0
                        ? ""
                        : ", " + late + " values left out for lack of time: raise --deadline");
    }

    private void checkSerials(DeviceCatalog.Match match) throws WrongUse {
        if (keepSerials && match.family().protocol() == Protocol.HTTP) {
            throw new WrongUse(
                    options.device()
                            + " speaks HTTP, and documents are masked before anybody sees them:"
                            + " leave --keep-serials out");
        }
    }

    private PrintWriter open() throws Failed {
        try {
            return new PrintWriter(
                    Files.newBufferedWriter(
                            output, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW));
        } catch (IOException e) {
            throw new Failed(
                    output + " cannot be written, or is there already: " + e.getMessage(), e);
        }
    }

    private List<Reading> record(
            DeviceCatalog.Match match, DeviceSession session, Portions portions, PrintWriter file)
            throws WrongUse, Failed {
        String link = options.place(match);
        Disguise disguise =
                keepSerials ? new Disguise.None() : Disguise.of(match.family(), session::unit);
        RecordingWriter writer = new RecordingWriter(file, head(disguise.link(link)), remark());
        FrameTeller values = FrameTeller.of(match.family(), session::unit);
        FrameListener hears =
                frame -> {
                    if (frame.link().equals(link)) {
                        write(frame, disguise, values, writer);
                    }
                };
        LinkPool.shared().addFrameListener(hears);
        try {
            writer.cycle(System.nanoTime());
            List<DeviceSession.Prepared> prepared = portions.of(session);
            long next = System.nanoTime();
            List<Reading> missing = new ArrayList<>();
            for (int i = 0; i < cycles; i++) {
                if (i > 0) {
                    next += TimeUnit.SECONDS.toNanos(seconds);
                    LockSupport.parkNanos(next - System.nanoTime());
                    writer.cycle(System.nanoTime());
                }
                missing.addAll(readOnce(prepared, disguise, writer));
            }
            return missing;
        } finally {
            LinkPool.shared().removeFrameListener(hears);
        }
    }

    private static List<Reading> readOnce(
            List<DeviceSession.Prepared> prepared, Disguise disguise, RecordingWriter writer) {
        List<Reading> readings = new ArrayList<>();
        prepared.forEach(portion -> readings.addAll(portion.read()));
        List<String> lines =
                readings.stream()
                        .filter(reading -> !timely(reading.name()))
                        .map(reading -> ReadingText.of(reading, disguise))
                        .toList();
        writer.values(System.nanoTime(), lines);
        return readings.stream().filter(reading -> !reading.good()).toList();
    }

    /** What tells of the link and of now cannot be the same again. */
    private static boolean timely(String name) {
        return name.startsWith("link_") || name.endsWith("_age_ms");
    }

    private static void write(
            Frame frame, Disguise disguise, FrameTeller values, RecordingWriter writer) {
        byte[] bytes = disguise.frame(frame);
        Frame shown =
                new Frame(
                        frame.link(),
                        frame.owner(),
                        frame.sent(),
                        frame.nanoTime(),
                        frame.epochMillis(),
                        frame.unit(),
                        bytes);
        writer.frame(frame.nanoTime(), frame.sent(), frame.unit(), bytes, values.hear(shown));
    }

    private List<String> head(String link) {
        return List.of(
                options.device(), String.join(" ", options.words()), link, String.join(" ", names));
    }

    private String remark() {
        return "made by 'wattwire record'"
                + (keepSerials ? "; serial numbers are kept" : "; serial numbers are masked");
    }
}
