package io.wattwire.cli;

import io.wattwire.device.model.Reading;
import io.wattwire.device.session.DeviceSession;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads values of one device. */
@Command(name = "read", description = "Reads a device; never writes to it.")
final class ReadCommand implements Callable<Integer> {
    private static final long WATCH_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Tools tools;
    @Spec private CommandSpec spec;
    @Mixin private DeviceOptions options;

    @Parameters(
            index = "1..*",
            paramLabel = "NAME",
            description = "registers or common points; all that the model has if left out")
    private List<String> names = new ArrayList<>();

    @Option(names = "--json", description = "{\"name\": value}, null where a value is missing")
    private boolean json;

    @Option(names = "--watch", description = "once a second until Ctrl-C")
    private boolean watch;

    ReadCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws WrongUse, Failed {
        PrintWriter out = spec.commandLine().getOut();
        DeviceCatalog.Match match = options.match(tools);
        Portions portion = new Portions(options.device(), names);
        portion.check(match.family());
        try (DeviceSession session = options.openForReading(tools, spec.commandLine().getErr())) {
            if (!watch) {
                readOnce(session, portion);
                return 0;
            }
            List<DeviceSession.Prepared> portions = portion.of(session);
            long next = System.nanoTime();
            while (true) {
                List<Reading> readings = new ArrayList<>();
                portions.forEach(one -> readings.addAll(one.read()));
                print(readings, out);
                next += WATCH_NANOS;
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    private void readOnce(DeviceSession session, Portions portion) throws Failed {
        List<Reading> readings = session.prepare(portion.names(session)).read();
        refuseSilence(readings);
        print(Portions.completed(readings, session), spec.commandLine().getOut());
        tellWhatIsLeftOut(session);
        tellAnotherModel(session);
    }

    private void tellWhatIsLeftOut(DeviceSession session) {
        Set<String> parts = names.isEmpty() ? Portions.partsWithoutUnit(session) : Set.of();
        if (!parts.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println(
                    "wattwire: left out, as their unit ids are not known: registers of "
                            + String.join(", ", parts)
                            + "; name those that are there, as --units PART=30");
            err.flush();
        }
    }

    private void tellAnotherModel(DeviceSession session) {
        String contradiction = session.contradiction();
        if (!contradiction.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("wattwire: " + contradiction);
            err.flush();
        }
    }

    private void print(List<Reading> readings, PrintWriter out) {
        if (json) {
            Map<String, Object> values = new LinkedHashMap<>();
            readings.forEach(r -> values.put(r.name(), r.value()));
            out.println(Json.text(values));
            out.flush();
            return;
        }
        TextTable table = new TextTable("NAME", ">VALUE", "UNIT", "");
        for (Reading r : readings) {
            table.row(r.name(), r.good() ? Values.plain(r.value()) : "-", r.unit(), r.problem());
        }
        table.print(out);
    }

    /** A device that answered nothing at all is a failure; single missing registers are not. */
    private static void refuseSilence(List<Reading> readings) throws Failed {
        List<Reading> asked = readings.stream().filter(r -> !r.name().startsWith("link_")).toList();
        if (!asked.isEmpty() && asked.stream().noneMatch(Reading::good)) {
            throw new Failed(asked.get(0).problem());
        }
    }
}
