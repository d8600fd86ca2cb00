package io.wattwire.cli;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.Access;
import io.wattwire.device.model.Reading;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.session.DeviceSession;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
    private static final int PORTION = 40;
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
        checkNames(match);
        try (DeviceSession session = options.openForReading(tools, spec.commandLine().getErr())) {
            List<DeviceSession.Prepared> portions = portions(session);
            long next = System.nanoTime();
            while (true) {
                List<Reading> readings = new ArrayList<>();
                portions.forEach(portion -> readings.addAll(portion.read()));
                if (!watch) {
                    refuseSilence(readings);
                }
                print(readings, out);
                if (!watch) {
                    return 0;
                }
                next += WATCH_NANOS;
                LockSupport.parkNanos(next - System.nanoTime());
            }
        }
    }

    private void checkNames(DeviceCatalog.Match match) throws WrongUse {
        RegisterTable table = match.family().table();
        for (String name : names) {
            boolean known =
                    table.register(name).isPresent()
                            || table.points().stream().anyMatch(p -> p.name().equals(name))
                            || name.startsWith("link_")
                            || name.equals("inverter_rated_power") // the type may tell it
                            || name.endsWith("_age_ms")
                            || match.family().operations().stream()
                                    .anyMatch(o -> o.name().equals(name))
                            || match.family().controls().stream()
                                    .anyMatch(c -> name.startsWith(c.point()));
            if (!known) {
                throw new WrongUse(
                        options.device()
                                + " has no '"
                                + name
                                + "'; see 'wattwire registers "
                                + options.device()
                                + "'");
            }
        }
    }

    /** Each portion has the deadline of a read for itself: slow devices have long tables. */
    private List<DeviceSession.Prepared> portions(DeviceSession session) throws Failed {
        if (!names.isEmpty()) {
            return List.of(session.prepare(names));
        }
        List<String> all = everything(session);
        List<DeviceSession.Prepared> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += PORTION) {
            portions.add(session.prepare(all.subList(from, Math.min(all.size(), from + PORTION))));
        }
        return portions;
    }

    /** All that the device's own model has. */
    private static List<String> everything(DeviceSession session) throws Failed {
        try {
            session.identity();
        } catch (LinkException silent) {
            throw new Failed(silent.getMessage(), silent);
        }
        Set<String> all = new LinkedHashSet<>();
        session.table().points().forEach(point -> all.add(point.name()));
        all.addAll(session.ownersPoints());
        session.operations().stream()
                .filter(operation -> !operation.readBackRegisters().isEmpty())
                .forEach(operation -> all.add(operation.name()));
        session.table().registers().stream()
                .filter(register -> register.access() != Access.W)
                .forEach(register -> all.add(register.name()));
        return List.copyOf(all);
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
