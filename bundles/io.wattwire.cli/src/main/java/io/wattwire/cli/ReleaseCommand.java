package io.wattwire.cli;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.WriteRefused;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
    private static final int TRIES = 15;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);

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
            release(session);
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

    /** A device that is still at work, as a Growatt after a write, asks for a moment. */
    private static void release(DeviceSession session) throws WriteRefused, LinkException {
        for (int tries = TRIES; ; tries--) {
            try {
                session.release();
                return;
            } catch (LinkException problem) {
                if (!problem.isPassing() || tries <= 1) {
                    throw problem;
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
