package io.wattwire.cli;

import io.wattwire.device.link.FrameListener;
import io.wattwire.device.link.LinkPool;
import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Protocol;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.SessionSettings;
import io.wattwire.device.session.StateStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/** What is shown of a session with a device, and where its state is kept. */
final class SessionOptions {
    @Option(names = "--trace", description = "show every frame on standard error")
    private boolean trace;

    @Option(
            names = "--color",
            description = "with --trace: colours also where it is not shown on a terminal (CMS)")
    private boolean color;

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description =
                    "where settings found before the first write are kept (default:"
                            + " ~/.local/state/wattwire)")
    private Path state;

    DeviceSession open(DeviceFamily family, SessionSettings settings, PrintWriter err) {
        return open(family, settings, store(family, settings), err);
    }

    /** A session that would write, and leaves no trace. */
    DeviceSession rehearse(DeviceFamily family, SessionSettings settings, PrintWriter err) {
        StateStore known = StateStore.rehearsal(store(family, settings));
        DeviceSession session = open(family, settings, known, err);
        session.rehearse(write -> {});
        return session;
    }

    private DeviceSession open(
            DeviceFamily family, SessionSettings settings, StateStore store, PrintWriter err) {
        DeviceSession session =
                new DeviceSession(
                        family,
                        settings,
                        "command line",
                        store,
                        LinkPool.shared(),
                        System::nanoTime,
                        System::currentTimeMillis);
        if (trace) {
            LinkPool.shared().addFrameListener(printer(family, session, err));
        }
        return session;
    }

    private FrameListener printer(DeviceFamily family, DeviceSession session, PrintWriter err) {
        return family.protocol() == Protocol.CMS
                ? new CmsTracePrinter(family.table(), err, color || Ansi.AUTO.enabled())
                : new TracePrinter(FrameTeller.of(family, session::unit), err);
    }

    /** One folder per device on its wire, so that 'release' finds what 'write' saved. */
    private StateStore store(DeviceFamily family, SessionSettings settings) {
        Path root =
                state != null
                        ? state
                        : Path.of(System.getProperty("user.home"), ".local", "state", "wattwire");
        String place = settings.address().text() + "-" + settings.unit();
        String folder = family.name() + "-" + place.replaceAll("[^A-Za-z0-9.]+", "_");
        return StateStore.inDirectory(root.resolve(folder));
    }
}
