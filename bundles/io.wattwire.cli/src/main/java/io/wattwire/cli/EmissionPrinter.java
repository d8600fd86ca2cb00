package io.wattwire.cli;

import io.wattwire.standalone.EnvelopeListener;
import java.io.PrintWriter;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeSet;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.wire.WireEnvelope;
import org.eclipse.kura.wire.WireRecord;

/** One line for each record that a wire component emits. Thread-safe. */
final class EmissionPrinter implements EnvelopeListener {

    private final PrintWriter out;

    EmissionPrinter(PrintWriter out) {
        this.out = out;
    }

    @Override
    public synchronized void onEmit(String emitterPid, int port, WireEnvelope envelope) {
        String time = LocalTime.now().truncatedTo(ChronoUnit.MILLIS).toString();
        for (WireRecord record : envelope.getRecords()) {
            String values = values(record.getProperties());
            if (!values.isEmpty()) {
                out.println(time + " " + emitterPid + (port == 0 ? "" : "[" + port + "]") + values);
            }
        }
        out.flush();
    }

    /** In the order of their names: a value with its unit, or why there is none. */
    private static String values(Map<String, TypedValue<?>> properties) {
        StringJoiner values = new StringJoiner(" ", " ", "").setEmptyValue("");
        for (String name : new TreeSet<>(properties.keySet())) {
            String text = String.valueOf(properties.get(name).getValue());
            boolean error = name.endsWith("_error");
            boolean told = error ? !text.isEmpty() : !isBesideAValue(name);
            if (told) {
                TypedValue<?> unit = properties.get(name + "_unit");
                values.add(name + "=" + text + (unit == null ? "" : unit.getValue()));
            }
        }
        return values.toString();
    }

    private static boolean isBesideAValue(String name) {
        return name.endsWith("_timestamp") || name.endsWith("_unit") || name.startsWith("asset");
    }
}
