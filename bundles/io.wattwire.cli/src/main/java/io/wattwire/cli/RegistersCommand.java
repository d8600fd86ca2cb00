package io.wattwire.cli;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Operation;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the table of a device: what can be read and written, where and in which unit. */
@Command(
        name = "registers",
        description = "Prints the registers and common points of a device or model.")
final class RegistersCommand implements Callable<Integer> {
    private final Tools tools;
    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "DEVICE", description = "a device or model, see 'wattwire devices'")
    private String device;

    /** At most one of the machine-readable forms. */
    static final class Form {
        @Option(names = "--csv", description = "as CSV")
        private boolean csv;

        @Option(names = "--json", description = "as JSON")
        private boolean json;

        @Option(
                names = "--kura-csv",
                paramLabel = "ASSET",
                arity = "0..1",
                fallbackValue = "read",
                description = {
                    "as channels for the upload of Kura's asset page: of the asset that reads (read),",
                    "of the one with the set-points (control), of a part of the device, or of all",
                    "registers (registers); 'read' when nothing is named"
                })
        private String kura;
    }

    @ArgGroup private Form form = new Form();

    RegistersCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws WrongUse {
        DeviceCatalog.Match match = tools.catalog().find(device);
        RegisterTable table = match.family().table();
        if (!match.model().isEmpty()) {
            table = table.forModel(match.model());
        }
        PrintWriter out = spec.commandLine().getOut();
        if (form.kura != null) {
            out.print(KuraChannels.csv(match.family(), table, form.kura));
        } else if (form.json) {
            out.println(
                    Json.text(table.registers().stream().map(RegistersCommand::cells).toList()));
        } else if (form.csv) {
            csv(table, out);
        } else {
            text(match, table, out);
        }
        out.flush();
        return 0;
    }

    private static void text(DeviceCatalog.Match match, RegisterTable table, PrintWriter out) {
        TextTable points = new TextTable("COMMON POINT", "UNIT", "METER ROLE", "WRITE", "FROM");
        for (Point p : table.points()) {
            points.row(p.name(), p.unit(), p.role(), p.writable() ? "yes" : "", p.value());
        }
        points.print(out);
        out.println();
        operations(match, out);
        TextTable registers =
                new TextTable(
                        "REGISTER",
                        "KIND",
                        "BLOCK",
                        ">ADDRESS",
                        "TYPE",
                        "UNIT",
                        "RATE",
                        "ACCESS",
                        "WHO",
                        "RANGE",
                        "STORAGE",
                        "NOTE");
        for (Register r : table.registers()) {
            Map<String, Object> c = cells(r);
            registers.row(
                    c.get("name"),
                    c.get("kind"),
                    c.get("block"),
                    c.get("address"),
                    c.get("type"),
                    c.get("unit"),
                    c.get("rate"),
                    c.get("access"),
                    c.get("role"),
                    c.get("range"),
                    c.get("storage"),
                    c.get("note"));
        }
        registers.print(out);
    }

    /** Commands in the brand's own words. */
    private static void operations(DeviceCatalog.Match match, PrintWriter out) {
        DeviceFamily family = match.family();
        List<Operation> operations =
                match.model().isEmpty() ? family.operations() : family.operations(match.model());
        if (operations.isEmpty()) {
            return;
        }
        TextTable commands = new TextTable("COMMAND", "WHO", "TAKES", "MODELS");
        for (Operation operation : operations) {
            String models =
                    operation.models().isEmpty()
                            ? "all"
                            : String.join(" ", new TreeSet<>(operation.models()));
            commands.row(operation.name(), lower(operation.role()), operation.takes(), models);
        }
        commands.print(out);
        out.println();
    }

    private static void csv(RegisterTable table, PrintWriter out) {
        boolean head = true;
        for (Register r : table.registers()) {
            Map<String, Object> cells = cells(r);
            if (head) {
                out.println(String.join(",", cells.keySet()));
                head = false;
            }
            List<String> line = new ArrayList<>();
            cells.values().forEach(v -> line.add(quoted(v.toString())));
            out.println(String.join(",", line));
        }
    }

    static String quoted(String cell) {
        return cell.matches("[^\",\\r\\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static Map<String, Object> cells(Register r) {
        boolean writable = r.access().toString().contains("W");
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("name", r.name());
        cells.put("service", r.service());
        cells.put("kind", r.place().isEmpty() ? lower(r.kind()) : "http");
        cells.put("address", r.place().isEmpty() ? r.address() : r.place());
        cells.put("words", r.type().words());
        cells.put("type", r.type().encoding().name());
        cells.put("scale", r.scaleBy().isEmpty() ? r.scale() : r.scaleBy());
        cells.put("unit", r.unit());
        cells.put("rate", lower(r.rate()));
        cells.put("access", r.access().name());
        cells.put("role", writable ? lower(r.role()) : "");
        cells.put("range", writable ? range(r) : "");
        cells.put("storage", writable ? lower(r.storage()) : "");
        cells.put("labels", labels(r));
        cells.put("note", r.note());
        cells.put("block", r.block());
        return cells;
    }

    private static String range(Register r) {
        if (r.min().isEmpty() && r.max().isEmpty()) {
            return "";
        }
        return bound(r.min()) + ".." + bound(r.max());
    }

    private static String bound(OptionalDouble bound) {
        return bound.isPresent() ? Values.plain(bound.getAsDouble()) : "";
    }

    private static String labels(Register r) {
        List<String> labels = new ArrayList<>();
        r.labels().forEach((raw, label) -> labels.add(raw + "=" + label));
        return String.join("|", labels);
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
