package io.wattwire.device.link;

import io.wattwire.device.frame.CmsFrame;
import io.wattwire.device.model.RegisterKind;
import java.util.Arrays;

/**
 * Which words stand for the values of a CMS inverter. A value's address is the code that the
 * inverter's own layout gives it, so its place in the answer does not matter: status codes are
 * input registers, parameter codes holding registers, and behind the status codes is the version
 * record.
 */
final class CmsWords {

    /** What an inverter sends for a value that it does not have. */
    static final int NONE = 0xFFFF;

    /** Where the version record begins among the input registers. */
    static final int VERSION = 256;

    /** Highest code plus one. */
    private static final int CODES = 256;

    /** High words whose low word has the next code: total energy, hours, errors. */
    private static final int[] HIGH_WORDS = {0x47, 0x49, 0x7E};

    /** Which part of the inverter a request asks for. */
    enum Part {
        STATUS,
        PARAMETERS,
        VERSION,
        NOTHING
    }

    private CmsWords() {}

    static Part part(Request request) {
        boolean codes = request.address() + request.count() <= CODES;
        if (request.kind() == RegisterKind.HOLDING) {
            return codes ? Part.PARAMETERS : Part.NOTHING;
        }
        if (request.kind() != RegisterKind.INPUT) {
            return Part.NOTHING;
        }
        if (codes) {
            return Part.STATUS;
        }
        return request.address() >= VERSION ? Part.VERSION : Part.NOTHING;
    }

    /** Parameters at the codes of their layout. */
    static int[] parameters(byte[] layout, byte[] values) {
        int[] words = new int[CODES];
        Arrays.fill(words, NONE);
        for (int i = 0; i < layout.length; i++) {
            words[layout[i] & 0xFF] = CmsFrame.word(values, 2 * i);
        }
        return words;
    }

    /** The same for a status, where both halves of a value are there, or none. */
    static int[] status(byte[] layout, byte[] values) {
        int[] words = parameters(layout, values);
        for (int high : HIGH_WORDS) {
            if (!has(layout, high) || !has(layout, high + 1)) {
                words[high] = NONE;
                words[high + 1] = NONE;
            }
        }
        return words;
    }

    private static boolean has(byte[] layout, int code) {
        for (byte one : layout) {
            if ((one & 0xFF) == code) {
                return true;
            }
        }
        return false;
    }

    /** Whether a layout has any code of a block. */
    static boolean any(byte[] layout, int from, int count) {
        for (byte code : layout) {
            if ((code & 0xFF) >= from && (code & 0xFF) < from + count) {
                return true;
            }
        }
        return false;
    }

    /** A block of words; what lies beyond them is not there. */
    static int[] block(int[] words, int from, int count) {
        int[] block = new int[count];
        for (int i = 0; i < count; i++) {
            block[i] = from + i < words.length ? words[from + i] : NONE;
        }
        return block;
    }
}
