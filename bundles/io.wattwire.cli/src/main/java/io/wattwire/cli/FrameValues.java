package io.wattwire.cli;

import io.wattwire.device.link.Frame;
import io.wattwire.device.link.GivEnergy;
import io.wattwire.device.link.Solarman;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;

/** Tells the values in the answers that come over the wire of a Modbus device. */
final class FrameValues implements FrameTeller {

    private final RegisterTable table;
    private final Function<Register, OptionalInt> units;
    private byte[] asked = new byte[0];

    FrameValues(RegisterTable table, Function<Register, OptionalInt> units) {
        this.table = table;
        this.units = units;
    }

    /** A register that an answer holds, and the index of its first word there. */
    record Place(Register register, int word) {}

    @Override
    public List<String> hear(Frame frame) {
        byte[] pdu = pdu(frame);
        List<String> values = new ArrayList<>();
        for (Place place : places(frame)) {
            Register register = place.register;
            int[] words = new int[register.type().words()];
            for (int i = 0; i < words.length; i++) {
                words[i] = word(pdu, 2 + 2 * (place.word + i));
            }
            register.decode(words)
                    .ifPresent(value -> values.add(FrameTeller.told(register, value)));
        }
        return values;
    }

    /** Hears a frame, and tells where in the words of an answer the registers are. */
    List<Place> places(Frame frame) {
        byte[] pdu = pdu(frame);
        if (frame.sent()) {
            asked = pdu.length > 0 ? pdu : asked;
            return List.of();
        }
        RegisterKind kind = kind();
        if (kind == null || pdu.length < 2 || pdu[0] != asked[0]) {
            return List.of();
        }
        int base = word(asked, 1);
        int count = word(asked, 3);
        if (pdu.length < 2 + 2 * count) {
            return List.of();
        }
        List<Place> places = new ArrayList<>();
        for (Register r : table.registers()) {
            int from = r.address() - base;
            boolean there = units.apply(r).equals(OptionalInt.of(frame.unit()));
            if (there && r.kind() == kind && from >= 0 && from + r.type().words() <= count) {
                places.add(new Place(r, from));
            }
        }
        return places;
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
        if (!tcp && !f.link().startsWith("rtu")) {
            return new byte[0]; // values are not where Modbus has them
        }
        int from = Math.min(frame.length, tcp ? 7 : 1);
        return Arrays.copyOfRange(frame, from, Math.max(from, frame.length - (tcp ? 0 : 2)));
    }

    private RegisterKind kind() {
        if (asked.length < 5) {
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
