package io.wattwire.cli;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.model.Register;
import io.wattwire.device.session.DeviceSession;
import io.wattwire.device.session.PlannedWrite;
import io.wattwire.device.session.WriteRefused;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints what a write would send to a device, one line for each request, and sends none. */
final class Rehearsal {

    private final DeviceSession session;
    private final PrintWriter out;
    private final List<PlannedWrite> planned = new ArrayList<>();

    Rehearsal(DeviceSession session, PrintWriter out) {
        this.session = session;
        this.out = out;
        session.rehearse(planned::add);
    }

    void write(String name, Object value) throws WriteRefused, LinkException {
        session.write(name, value);
        out.println(name + " = " + Values.plain(value) + " would write:");
        planned.forEach(write -> out.println("  " + line(write)));
        if (planned.isEmpty()) {
            out.println("  nothing: the device holds it already");
        }
    }

    private static String line(PlannedWrite write) {
        Register register = write.register();
        return "%s %s -> %s%s, unit %d %s %d raw %s"
                .formatted(
                        register.name(),
                        write.before().map(Values::plain).orElse("unknown"),
                        write.after().map(Values::plain).orElse("no value"),
                        register.unit().isEmpty() ? "" : " " + register.unit(),
                        write.unit(),
                        register.kind().name().toLowerCase(Locale.ROOT),
                        register.address(),
                        write.words());
    }
}
