package io.wattwire.cli;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.WriteRefused;
import java.io.PrintWriter;
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
            "What was set before the first write is kept; 'wattwire release' puts it back."
        })
final class WriteCommand implements Callable<Integer> {
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
            description = "write to a device whose model is not recognised")
    private boolean unrecognised;

    WriteCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws WrongUse, Failed {
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
        PrintWriter out = spec.commandLine().getOut();
        try (DeviceSession session =
                options.openForWriting(
                        tools, installer, unrecognised, spec.commandLine().getErr())) {
            for (Map.Entry<String, Object> value : values.entrySet()) {
                session.write(value.getKey(), value.getValue());
                out.println(value.getKey() + " = " + Values.plain(value.getValue()) + " written");
            }
        } catch (WriteRefused | LinkException e) {
            throw new Failed(e.getMessage(), e);
        } finally {
            out.flush();
        }
        return 0;
    }
}
