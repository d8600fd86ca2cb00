package io.wattwire.cli;

import io.wattwire.device.link.Frame;
import io.wattwire.device.link.FrameListener;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** Prints each frame, and the values of an answer by their names. */
final class TracePrinter implements FrameListener {

    private final FrameValues values;
    private final PrintWriter err;

    TracePrinter(RegisterTable table, Function<Register, OptionalInt> units, PrintWriter err) {
        this.values = new FrameValues(table, units);
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
