package io.wattwire.cli;

import io.wattwire.device.link.Frame;
import io.wattwire.device.link.FrameListener;
import io.wattwire.device.link.GivEnergy;
import io.wattwire.device.link.Solarman;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;
import java.util.StringJoiner;
import java.util.function.Function;

/** Prints each frame with what it asks for, and the values of an answer by their names. */
final class TracePrinter implements FrameListener {
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final RegisterTable table;
    private final Function<Register, OptionalInt> units;
    private final PrintWriter err;
    private byte[] asked = new byte[0];

    TracePrinter(RegisterTable table, Function<Register, OptionalInt> units, PrintWriter err) {
        this.table = table;
        this.units = units;
        this.err = err;
    }

    @Override
    public synchronized void frame(Frame f) {
        if (f.sent() && pdu(f).length > 0) {
            asked = pdu(f);
        }
        err.printf(
                "%tT.%<tL %s %3d  %s%s%n",
                f.epochMillis(),
                f.sent() ? "->" : "<-",
                f.unit(),
                HEX.formatHex(f.bytes()),
                f.sent() ? "" : decoded(f.unit(), pdu(f)));
        err.flush();
    }

    /**
     * Without the envelope: 7 bytes before it on Modbus TCP, else the unit id and the CRC, and a
     * logger's envelope around them.
     */
    private static byte[] pdu(Frame f) {
        byte[] frame = f.bytes();
        if (f.link().startsWith("solarman:")) {
            return Solarman.pdu(frame);
        }
        if (f.link().startsWith("givenergy:")) {
            return GivEnergy.pdu(frame);
        }
        boolean tcp = f.link().startsWith("tcp:");
        int from = Math.min(frame.length, tcp ? 7 : 1);
        return Arrays.copyOfRange(frame, from, Math.max(from, frame.length - (tcp ? 0 : 2)));
    }

    /**
     * The PDU of an answer to a read: function, byte count, data; what else it may be stays hex.
     */
    private String decoded(int unit, byte[] answer) {
        RegisterKind kind = kind();
        if (kind == null || answer.length < 2 || answer[0] != asked[0] || asked.length < 5) {
            return "";
        }
        int base = word(asked, 1);
        int count = word(asked, 3);
        if (answer.length < 2 + 2 * count) {
            return "";
        }
        int[] words = new int[count];
        for (int i = 0; i < count; i++) {
            words[i] = word(answer, 2 + 2 * i);
        }
        StringJoiner values = new StringJoiner(", ", "\n                    ", "");
        values.setEmptyValue("");
        for (Register r : table.registers()) {
            int from = r.address() - base;
            boolean there = units.apply(r).equals(OptionalInt.of(unit));
            if (there && r.kind() == kind && from >= 0 && from + r.type().words() <= count) {
                r.decode(Arrays.copyOfRange(words, from, from + r.type().words()))
                        .ifPresent(
                                v -> values.add(r.name() + "=" + Values.plain(v) + " " + r.unit()));
            }
        }
        return values.toString();
    }

    private RegisterKind kind() {
        if (asked.length == 0) {
            return null;
        }
        return switch (asked[0]) {
            case 3 -> RegisterKind.HOLDING;
            case 4 -> RegisterKind.INPUT;
            default -> null;
        };
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
