package io.wattwire.cli;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.WriteRefused;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts settings back that a backup kept. */
@Command(
        name = "restore",
        description = {
            "Writes the settings of a backup back to the device.",
            "Everything is checked first; only what differs is written."
        })
final class RestoreCommand implements Callable<Integer> {
    private final Tools tools;
    @Spec private CommandSpec spec;
    @Mixin private DeviceOptions options;

    @Option(names = "--from", paramLabel = "FILE.json", required = true, description = "a backup")
    private Path file;

    @Option(names = "--installer", description = "also write what only an installer may")
    private boolean installer;

    @Option(
            names = "--unrecognised",
            description = "write to a device whose model is not recognised")
    private boolean unrecognised;

    RestoreCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws WrongUse, Failed {
        Map<String, Object> values = Json.readValues(file);
        try (DeviceSession session =
                options.openForWriting(
                        tools, installer, unrecognised, spec.commandLine().getErr())) {
            session.restore(values);
            spec.commandLine().getOut().println(options.device() + " has the settings of " + file);
            return 0;
        } catch (WriteRefused | LinkException e) {
            throw new Failed(e.getMessage(), e);
        }
    }
}
