package io.wattwire.device.link;

import io.wattwire.device.frame.CmsFrame;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The version record of a CMS inverter: 64 characters in fields of fixed places, padded with blanks
 * or NULs on either side. As words each field begins a place of its own: texts two characters to a
 * word, numbers in two words, the high one first.
 */
final class CmsVersion {

    /** Words from one field's place to the next. */
    static final int STRIDE = 8;

    /** Phases, rated VA, firmware, model, maker, serial number, nominal PV voltage. */
    private static final int[] STARTS = {0, 1, 7, 12, 28, 44, 60, CmsFrame.VERSION_RECORD};

    private static final int SERIAL_NUMBER = 5;
    private static final String DIGITS = "[0-9]{1,8}";

    private CmsVersion() {}

    static String serialNumber(byte[] record) {
        return field(record, SERIAL_NUMBER);
    }

    private static String field(byte[] record, int field) {
        byte[] bytes = Arrays.copyOfRange(record, STARTS[field], STARTS[field + 1]);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.replace('\0', ' ').strip();
    }

    private static boolean isNumber(int field) {
        return field == 0 || field == 1 || field == STARTS.length - 2;
    }

    /** The record as words; 0xFFFF where there is none. */
    static int[] words(byte[] record) {
        int[] words = new int[STRIDE * (STARTS.length - 1)];
        Arrays.fill(words, CmsWords.NONE);
        for (int field = 0; field < STARTS.length - 1; field++) {
            String text = field(record, field);
            if (!isNumber(field)) {
                letters(text, words, STRIDE * field);
            } else if (text.matches(DIGITS)) {
                int number = Integer.parseInt(text);
                words[STRIDE * field] = number >>> 16;
                words[STRIDE * field + 1] = number & 0xFFFF;
            }
        }
        return words;
    }

    private static void letters(String text, int[] words, int from) {
        Arrays.fill(words, from, from + STRIDE, 0);
        for (int i = 0; i < text.length(); i++) {
            words[from + i / 2] |= i % 2 == 0 ? text.charAt(i) << 8 : text.charAt(i);
        }
    }
}
