package io.wattwire.limit.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32;

/** Lines that tell by a check sum at their end whether they are whole. */
final class Sum {

    private static final int DIGITS = 8;

    private Sum() {}

    static String of(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(UTF_8));
        return HexFormat.of().toHexDigits(crc.getValue(), DIGITS);
    }

    static String sealed(String text) {
        return text + " " + of(text);
    }

    /** {@return the text without its sum; empty when they do not belong together} */
    static Optional<String> opened(String line) {
        int end = line.length() - DIGITS - 1;
        if (end < 0) {
            return Optional.empty();
        }
        String text = line.substring(0, end);
        return line.equals(sealed(text)) ? Optional.of(text) : Optional.empty();
    }
}
