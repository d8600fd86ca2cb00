package io.wattwire.cli;

import io.wattwire.device.link.CmsPacket;
import io.wattwire.device.link.Frame;
import io.wattwire.device.link.FrameListener;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
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

    private final RegisterTable table;
    private final PrintWriter err;
    private final boolean coloured;
    private final Map<String, byte[]> layouts = new HashMap<>();

    CmsTracePrinter(RegisterTable table, PrintWriter err, boolean coloured) {
        this.table = table;
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
        String who = packet.inverter() + " ";
        if (packet.answer()) {
            layouts.put(who + packet.name(), packet.payload());
        }
        byte[] layout = packet.layout().map(name -> layouts.get(who + name)).orElse(new byte[0]);
        int[] words = packet.words(layout == null ? new byte[0] : layout);
        StringJoiner values = new StringJoiner(", ", "\n                 ", "");
        values.setEmptyValue("");
        for (Register register : table.registers()) {
            int from = register.address() - packet.base();
            int to = from + register.type().words();
            if (register.kind() == packet.kind() && from >= 0 && to <= words.length) {
                register.decode(Arrays.copyOfRange(words, from, to))
                        .ifPresent(value -> values.add(shown(register, value)));
            }
        }
        return values.toString();
    }

    private static String shown(Register register, Object value) {
        String text = register.name() + "=" + Values.plain(value);
        return register.unit().isEmpty() ? text : text + " " + register.unit();
    }
}
