package io.wattwire.cli;

import io.wattwire.device.link.Frame;
import io.wattwire.device.link.FrameListener;
import java.io.PrintWriter;
import java.util.List;

/** Prints each frame, and the values of an answer by their names. */
final class TracePrinter implements FrameListener {

    private final FrameTeller values;
    private final PrintWriter err;

    TracePrinter(FrameTeller values, PrintWriter err) {
        this.values = values;
        this.err = err;
    }

    @Override
    public synchronized void frame(Frame f) {
        List<String> said = values.hear(f);
        err.printf(
                "%tT.%<tL %s %3d  %s%s%n",
                f.epochMillis(),
                f.sent() ? "->" : "<-",
                f.unit(),
                f.content(),
                said.isEmpty() ? "" : "\n                    " + String.join(", ", said));
        err.flush();
    }
}
