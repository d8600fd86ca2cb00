package io.wattwire.device.server;

import io.wattwire.device.frame.CmsFrame;
import io.wattwire.device.model.RegisterKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** One CMS inverter, whose values are in a register bank. Not thread-safe. */
final class CmsDevice {

    /** Where the version record begins among the input registers. */
    static final int VERSION = 256;

    private static final int CODES = 256;
    private static final int SERIAL = 10;

    /** Words from one field of the version record to the next in the bank. */
    private static final int STRIDE = 8;

    /** Where the fields of the record begin: phases, VA, firmware, model, maker, serial, volts. */
    private static final int[] STARTS = {0, 1, 7, 12, 28, 44, 60, CmsFrame.VERSION_RECORD};

    private static final int SERIAL_FIELD = 5;
    private static final List<Integer> NUMBERS = List.of(0, 1, 6);

    private final int unit;
    private final RegisterBank bank;
    private int address;
    private List<Integer> statusCodes;
    private List<Integer> parameterCodes;

    CmsDevice(int unit, RegisterBank bank) {
        this.unit = unit;
        this.bank = bank;
    }

    int unit() {
        return unit;
    }

    int address() {
        return address;
    }

    void address(int given) {
        address = given;
    }

    /** Ten characters; made of the unit id where the bank has none. */
    byte[] serialNumber() {
        String told = text(SERIAL_FIELD, SERIAL).strip();
        String number =
                told.isEmpty()
                        ? String.format(Locale.ROOT, "SIM%07d", unit)
                        : told + " ".repeat(SERIAL);
        return number.substring(0, SERIAL).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Whether a registration, with one byte of address or two, is for this one. */
    boolean isMeant(byte[] payload) {
        return payload.length > SERIAL
                && Arrays.equals(serialNumber(), Arrays.copyOf(payload, SERIAL));
    }

    /** Payload of the answer to a command; null for one that it does not know. */
    byte[] answer(int command) {
        switch (command) {
            case CmsFrame.STATUS_LAYOUT:
                return layout(RegisterKind.INPUT);
            case CmsFrame.PARAMETER_LAYOUT:
                return layout(RegisterKind.HOLDING);
            case CmsFrame.STATUS:
                return values(RegisterKind.INPUT);
            case CmsFrame.PARAMETERS:
                return values(RegisterKind.HOLDING);
            case CmsFrame.VERSION:
                return record();
            default:
                return null;
        }
    }

    private List<Integer> codes(RegisterKind kind) {
        List<Integer> codes = new ArrayList<>();
        for (int code = 0; code < CODES && codes.size() < CmsFrame.MOST_CODES; code++) {
            if (word(kind, code) >= 0) {
                codes.add(code);
            }
        }
        return codes;
    }

    /** The layout as it was told last. */
    private List<Integer> told(RegisterKind kind, boolean anew) {
        boolean status = kind == RegisterKind.INPUT;
        List<Integer> codes = status ? statusCodes : parameterCodes;
        if (anew || codes == null) {
            codes = codes(kind);
            statusCodes = status ? codes : statusCodes;
            parameterCodes = status ? parameterCodes : codes;
        }
        return codes;
    }

    private byte[] layout(RegisterKind kind) {
        List<Integer> codes = told(kind, true);
        byte[] layout = new byte[codes.size()];
        for (int i = 0; i < layout.length; i++) {
            layout[i] = codes.get(i).byteValue();
        }
        return layout;
    }

    /** Neighbours are read in one go. */
    private byte[] values(RegisterKind kind) {
        List<Integer> codes = told(kind, false);
        byte[] values = new byte[2 * codes.size()];
        for (int i = 0; i < codes.size(); ) {
            int end = i + 1;
            while (end < codes.size() && codes.get(end) == codes.get(i) + end - i) {
                end++;
            }
            int[] words = words(kind, codes.get(i), end - i);
            for (int word : words) {
                values[2 * i] = (byte) (word >> 8);
                values[2 * i++ + 1] = (byte) word;
            }
        }
        return values;
    }

    private byte[] record() {
        byte[] record = new byte[CmsFrame.VERSION_RECORD];
        for (int field = 0; field < STARTS.length - 1; field++) {
            int width = STARTS[field + 1] - STARTS[field];
            String text = NUMBERS.contains(field) ? number(field, width) : text(field, width);
            byte[] letters = text.getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(letters, 0, record, STARTS[field], Math.min(width, letters.length));
        }
        return record;
    }

    private String number(int field, int width) {
        int at = VERSION + STRIDE * field;
        int high = word(RegisterKind.INPUT, at);
        int low = word(RegisterKind.INPUT, at + 1);
        if (high < 0 || low < 0) {
            return "";
        }
        long number = (long) high << 16 | low;
        return String.format(Locale.ROOT, "%" + width + "d", number);
    }

    private String text(int field, int width) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < STRIDE; i++) {
            int word = word(RegisterKind.INPUT, VERSION + STRIDE * field + i);
            if (word < 0) {
                break;
            }
            text.append((char) (word >> 8)).append((char) (word & 0xFF));
        }
        String letters = text.toString().replace("\0", "");
        return letters.substring(0, Math.min(width, letters.length()));
    }

    /** A word of the bank; negative where it has none. */
    private int word(RegisterKind kind, int at) {
        try {
            return bank.read(kind, at, 1)[0];
        } catch (ModbusFault none) {
            return -1;
        }
    }

    /** Words of the bank; no value where it has them no more. */
    private int[] words(RegisterKind kind, int at, int count) {
        try {
            return bank.read(kind, at, count);
        } catch (ModbusFault gone) {
            int[] none = new int[count];
            Arrays.fill(none, 0xFFFF);
            return none;
        }
    }
}
