package io.wattwire.cli;

import io.wattwire.device.link.CmsPacket;
import io.wattwire.device.link.Frame;
import io.wattwire.device.link.FrameListener;
import io.wattwire.device.model.RegisterTable;
import java.io.PrintWriter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Prints each packet of a CMS line with its fields apart and, if wanted, each in a colour of its
 * own, and the values of an answer by their names once the layout was seen.
 */
final class CmsTracePrinter implements FrameListener {
    private static final HexFormat HEX = HexFormat.of();
    private static final String PLAIN = "\u001b[0m";

    /** Codes of ANSI terminals. */
    private static final Map<String, Integer> COLOURS =
            Map.of(
                    "sync", 90,
                    "source", 36,
                    "destination", 34,
                    "command", 33,
                    "length", 35,
                    "payload", 32,
                    "checksum", 31);

    private final CmsValues values;
    private final PrintWriter err;
    private final boolean coloured;

    CmsTracePrinter(RegisterTable table, PrintWriter err, boolean coloured) {
        this.values = new CmsValues(table);
        this.err = err;
        this.coloured = coloured;
    }

    @Override
    public synchronized void frame(Frame f) {
        Optional<CmsPacket> packet = CmsPacket.of(f.bytes());
        err.printf(
                "%tT.%<tL %s  %s%n",
                f.epochMillis(),
                f.sent() ? "->" : "<-",
                packet.map(p -> told(p, f.bytes())).orElseGet(() -> HEX.formatHex(f.bytes())));
        err.flush();
    }

    private String told(CmsPacket packet, byte[] bytes) {
        StringJoiner fields = new StringJoiner(" ");
        for (CmsPacket.Field field : packet.fields()) {
            String hex = HEX.formatHex(bytes, field.from(), field.to()).toUpperCase(Locale.ROOT);
            String begin = "\u001b[" + COLOURS.get(field.name()) + "m";
            fields.add(coloured ? begin + hex + PLAIN : hex);
        }
        return fields + "  " + packet.name() + values(packet);
    }

    private String values(CmsPacket packet) {
        List<String> told = values.hear(packet);
        return told.isEmpty() ? "" : "\n                 " + String.join(", ", told);
    }
}
