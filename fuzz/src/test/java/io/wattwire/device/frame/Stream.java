package io.wattwire.device.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;

/**
 * What holds for every framer and all bytes: it returns only pieces of what it was given, whose
 * checksums hold by another computation than its own, in their order; and good frames behind are
 * found again.
 */
final class Stream {

    /** So many bytes may belong to a frame that has begun and never ends. */
    private static final int LONGEST = 600;

    private Stream() {}

    /** The first byte tells into which pieces the rest is cut. */
    static void check(Framer framer, byte[] data, byte[] good, Predicate<byte[]> holds) {
        int piece = data.length == 0 ? 1 : 1 + (data[0] & 0x3F);
        String all = HexFormat.of().formatHex(data);
        int from = 0;
        for (Adu found : fed(framer, data, piece)) {
            String raw = HexFormat.of().formatHex(found.raw());
            int at = all.indexOf(raw, from);
            if (at < 0) {
                throw new AssertionError(raw + " was not sent, or not in this order");
            }
            from = at + 1;
            if (found.unit() != Adu.NO_UNIT && !holds.test(found.raw())) {
                throw new AssertionError("the checksum of " + raw + " does not hold");
            }
        }
        if (!framer.damaged()) {
            findAgain(framer, good);
        }
    }

    private static List<Adu> fed(Framer framer, byte[] data, int piece) {
        List<Adu> found = new ArrayList<>();
        for (int at = 0; at < data.length && !framer.damaged(); at += piece) {
            byte[] part = Arrays.copyOfRange(data, at, Math.min(data.length, at + piece));
            found.addAll(framer.feed(part, part.length));
        }
        return found;
    }

    private static void findAgain(Framer framer, byte[] good) {
        for (int sent = 0; sent <= LONGEST; sent += good.length) {
            for (Adu found : framer.feed(good, good.length)) {
                if (Arrays.equals(found.raw(), good)) {
                    return;
                }
            }
            if (framer.damaged()) {
                return; // it says so, and the connection is made anew
            }
        }
        throw new AssertionError("good frames are not found any more");
    }

    static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    /** CRC of Modbus, bit by bit; 0 where the bytes end with their own. */
    static int crc(byte[] bytes, int from, int to) {
        int crc = 0xFFFF;
        for (int i = from; i < to; i++) {
            crc ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xA001;
            }
        }
        return crc;
    }

    /** The low 16 bits of the sum of bytes. */
    static int sum(byte[] bytes, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += bytes[i] & 0xFF;
        }
        return sum & 0xFFFF;
    }
}
