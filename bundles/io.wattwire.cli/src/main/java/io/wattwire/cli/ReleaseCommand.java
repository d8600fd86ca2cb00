package io.wattwire.cli;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.WriteRefused;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Hands control back. */
@Command(
        name = "release",
        description = {
            "Hands control of a device back: what was set before our first write is set again.",
            "This can raise a limit. It is the owner's decision and never happens by itself."
        })
final class ReleaseCommand implements Callable<Integer> {
    private final Tools tools;
    @Spec private CommandSpec spec;
    @Mixin private DeviceOptions options;

    @Option(
            names = "--unrecognised",
            description = "write to a device whose model is not recognised")
    private boolean unrecognised;

    ReleaseCommand(Tools tools) {
        this.tools = tools;
    }

    @Override
    public Integer call() throws WrongUse, Failed {
        try (DeviceSession session =
                options.openForWriting(tools, false, unrecognised, spec.commandLine().getErr())) {
            session.release();
            spec.commandLine()
                    .getOut()
                    .println(
                            options.device()
                                    + " is released: nothing that was set from here is in force any more");
            return 0;
        } catch (WriteRefused | LinkException e) {
            throw new Failed(e.getMessage(), e);
        }
    }
}
