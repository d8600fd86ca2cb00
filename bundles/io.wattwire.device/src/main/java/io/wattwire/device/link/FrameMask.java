package io.wattwire.device.link;

import io.wattwire.device.frame.GivEnergyMessage;
import io.wattwire.device.frame.RtuFramer;
import io.wattwire.device.frame.SolarmanFrame;
import java.util.Arrays;
import java.util.Map;

/**
 * Takes serial numbers out of frames that others shall see, and puts the checksums right, so that
 * what is left is a good frame. Of text the digits become 0, as makers' letters tell the model; a
 * number becomes 0.
 */
public final class FrameMask {

    /** In the place of a logger's serial. */
    private static final long LOGGER = 1_000_000_000L;

    private static final int MBAP_DATA = 9;
    private static final int RTU_DATA = 3;
    private static final int LOGGER_DATA = 28;
    private static final int DONGLE_DATA = 42;
    private static final int LOGGER_PAYLOAD = 11;
    private static final int LOGGER_RTU = 25;

    private FrameMask() {}

    /**
     * Masks the text of a link's address.
     *
     * @param link text of an address
     * @return the same without the serial of a logger or dongle
     */
    public static String link(String link) {
        int slash = link.lastIndexOf('/');
        if (link.startsWith(Solarman.SCHEME)) {
            return link.substring(0, slash + 1) + LOGGER;
        }
        return link.startsWith(GivEnergy.SCHEME) && slash >= GivEnergy.SCHEME.length()
                ? link.substring(0, slash)
                : link;
    }

    /**
     * Masks a text as those in registers are masked.
     *
     * @param text a serial
     * @return the same with 0 for each digit
     */
    public static String text(String text) {
        return text.replaceAll("[1-9]", "0");
    }

    /**
     * Masks a frame.
     *
     * @param frame a frame
     * @param words which words of an answer are to be masked, counted from its first one; true for
     *     those that are text
     * @return its bytes, masked
     */
    public static byte[] masked(Frame frame, Map<Integer, Boolean> words) {
        byte[] bytes = frame.bytes();
        if (frame.link().startsWith(Solarman.SCHEME)) {
            return logger(bytes, words);
        }
        if (frame.link().startsWith(GivEnergy.SCHEME)) {
            zero(bytes, DONGLE_DATA, words);
            return GivEnergyMessage.withoutSerials(bytes);
        }
        if (words.isEmpty()) {
            return bytes;
        }
        if (frame.link().startsWith(Tcp.SCHEME)) {
            zero(bytes, MBAP_DATA, words);
            return bytes;
        }
        zero(bytes, RTU_DATA, words);
        return RtuFramer.frame(bytes[0] & 0xFF, Arrays.copyOfRange(bytes, 1, bytes.length - 2));
    }

    private static byte[] logger(byte[] bytes, Map<Integer, Boolean> words) {
        if (!SolarmanFrame.isWhole(bytes)) {
            return bytes;
        }
        if (!words.isEmpty()) {
            zero(bytes, LOGGER_DATA, words);
            int end = LOGGER_DATA + (bytes[LOGGER_DATA - 1] & 0xFF);
            byte[] pdu = Arrays.copyOfRange(bytes, LOGGER_RTU + 1, end);
            byte[] rtu = RtuFramer.frame(bytes[LOGGER_RTU] & 0xFF, pdu);
            System.arraycopy(rtu, 0, bytes, LOGGER_RTU, rtu.length);
        }
        return SolarmanFrame.wrap(
                SolarmanFrame.code(bytes),
                bytes[5],
                bytes[6],
                LOGGER,
                Arrays.copyOfRange(bytes, LOGGER_PAYLOAD, bytes.length - 2));
    }

    private static void zero(byte[] bytes, int data, Map<Integer, Boolean> words) {
        words.forEach(
                (word, text) -> {
                    for (int at = data + 2 * word; at < data + 2 * word + 2; at++) {
                        boolean digit = bytes[at] >= '0' && bytes[at] <= '9';
                        byte kept = digit ? (byte) '0' : bytes[at];
                        bytes[at] = text ? kept : 0;
                    }
                });
    }
}
