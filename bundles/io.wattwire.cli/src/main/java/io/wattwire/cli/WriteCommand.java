package io.wattwire.cli;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.WriteRefused;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes values of one device, in the order given; the first refusal ends it. */
@Command(
        name = "write",
        description = {
            "Writes registers or common points of a device.",
            "What was set before the first write is kept; 'wattwire release' puts it back.",
            "Many devices forget a set-point soon: hold it for as long as it is needed."
        })
final class WriteCommand implements Callable<Integer> {
    private static final int LONGEST_HOLD_S = 86_400;

    private final Tools tools;
    @Spec private CommandSpec spec;
    @Mixin private DeviceOptions options;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "NAME=VALUE",
            description = "for example inverter_power_limit=1500")
    private List<String> assignments;

    @Option(
            names = "--installer",
            description = "write what only an installer may, such as grid protection")
    private boolean installer;

    @Option(
            names = "--unrecognised",
            description = "write to a device whose model is not recognised, or another")
    private boolean unrecognised;

    @Option(
            names = "--hold",
            paramLabel = "SECONDS",
            description = {
                "stay for so long and repeat a set-point that the device forgets,",
                "then hand a battery back to the device; Ctrl-C hands it back at once"
            })
    private Integer hold;

    @Option(
            names = "--dry-run",
            description = {
                "read, check and print the writes, in their order, but send none of them;",
                "each NAME=VALUE is taken as if it were the only one"
            })
    private boolean dryRun;

    WriteCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws WrongUse, Failed {
        if (hold != null && (hold < 1 || hold > LONGEST_HOLD_S)) {
            throw new WrongUse("--hold " + hold + " is outside 1 to " + LONGEST_HOLD_S);
        }
        if (hold != null && dryRun) {
            throw new WrongUse("--dry-run writes nothing that could be held; leave --hold out");
        }
        Map<String, Object> values = values();
        PrintWriter out = spec.commandLine().getOut();
        try (DeviceSession session = open()) {
            refuseAnotherModel(session);
            for (Map.Entry<String, Object> value : values.entrySet()) {
                if (dryRun) {
                    new Rehearsal(session, out).write(value.getKey(), value.getValue());
                } else {
                    session.write(value.getKey(), value.getValue());
                    out.println(
                            value.getKey() + " = " + Values.plain(value.getValue()) + " written");
                }
            }
            if (hold != null) {
                new Hold(session, values.keySet(), out).run(Duration.ofSeconds(hold));
            }
        } catch (WriteRefused | LinkException e) {
            throw new Failed(e.getMessage(), e);
        } finally {
            out.flush();
        }
        return 0;
    }

    /** Who names a model that the device denies writes only if he says that he means it. */
    private void refuseAnotherModel(DeviceSession session) throws Failed {
        String contradiction = session.contradiction();
        if (contradiction.isEmpty()) {
            return;
        }
        if (!unrecognised) {
            throw new Failed(
                    contradiction + "; or use --unrecognised if you know that they are compatible");
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println("wattwire: " + contradiction);
        err.flush();
    }

    private DeviceSession open() throws WrongUse {
        PrintWriter err = spec.commandLine().getErr();
        if (dryRun) {
            return options.openForRehearsal(tools, installer, unrecognised, err);
        }
        return hold == null
                ? options.openForWriting(tools, installer, unrecognised, err)
                : options.openForHolding(
                        tools, installer, unrecognised, Duration.ofSeconds(hold), err);
    }

    private Map<String, Object> values() throws WrongUse {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            if (equals < 1 || equals == assignment.length() - 1) {
                throw new WrongUse(
                        "'" + assignment + "' is no assignment; write NAME=VALUE without spaces");
            }
            values.put(
                    assignment.substring(0, equals),
                    Values.parse(assignment.substring(equals + 1)));
        }
        return values;
    }
}
