package io.wattwire.cli;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.session.DeviceSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Keeps every setting of a device. */
@Command(
        name = "backup",
        description = "Reads every writable register that an owner or installer may set, as JSON.")
final class BackupCommand implements Callable<Integer> {
    private final Tools tools;
    @Spec private CommandSpec spec;
    @Mixin private DeviceOptions options;

    @Option(
            names = "--to",
            paramLabel = "FILE.json",
            description = "a new file; standard output if left out")
    private Path file;

    BackupCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws WrongUse, Failed {
        if (file != null && Files.exists(file)) {
            throw new WrongUse(file + " exists; a backup never replaces a file, name another");
        }
        try (DeviceSession session = options.openForReading(tools, spec.commandLine().getErr())) {
            Map<String, Object> values = session.backup();
            String text = Json.text(values) + System.lineSeparator();
            if (file == null) {
                spec.commandLine().getOut().print(text);
            } else {
                Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
                spec.commandLine().getOut().println(values.size() + " settings in " + file);
            }
            spec.commandLine().getOut().flush();
            return 0;
        } catch (LinkException e) {
            throw new Failed(e.getMessage(), e);
        } catch (IOException e) {
            throw new Failed(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
