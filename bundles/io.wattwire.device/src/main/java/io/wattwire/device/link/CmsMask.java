package io.wattwire.device.link;

import io.wattwire.device.frame.CmsFrame;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Gives the inverters of a CMS line other serial numbers in frames that others shall see. They are
 * told apart by nothing else, so each keeps one of its own: its letters stay, digits become 0, and
 * the last characters count the inverters in the order in which they were met. Not thread-safe.
 */
public final class CmsMask {

    private static final int SERIAL_FROM = 44;
    private static final int SERIAL_TO = 60;

    private final Map<String, String> pseudonyms = new LinkedHashMap<>();

    /**
     * The serial number that an inverter has for others.
     *
     * @param serial its own; padding around it does not count
     * @return one of the same length; the same one whenever it is asked for
     */
    public String text(String serial) {
        String name = serial.replace('\0', ' ').strip();
        return name.isEmpty() ? name : pseudonyms.computeIfAbsent(name, this::next);
    }

    private String next(String name) {
        String number = String.format(Locale.ROOT, "%02d", pseudonyms.size() + 1);
        int kept = Math.max(0, name.length() - number.length());
        return FrameMask.text(name).substring(0, kept)
                + number.substring(number.length() - (name.length() - kept));
    }

    /**
     * Masks the text of a link's address.
     *
     * @param link text of an address
     * @return the same with the other serial number behind it, if there is one
     */
    public String link(String link) {
        String inverter = Cms.inverter(link);
        return Cms.place(link) + Cms.marked(text(inverter));
    }

    /**
     * Masks a frame and puts its checksum right. Noise has no serial number that could be told from
     * the rest, so all digits in it become 0.
     *
     * @param bytes what was on the line
     * @return as many bytes
     */
    public byte[] masked(byte[] bytes) {
        boolean whole = CmsPacket.of(bytes).isPresent();
        byte[] payload = whole ? CmsFrame.payload(bytes) : new byte[0];
        if (!whole || !Arrays.equals(bytes, packed(bytes, payload))) {
            return withoutDigits(bytes);
        }
        switch (CmsFrame.command(bytes)) {
            case CmsFrame.DISCOVER | CmsFrame.ANSWER:
                replace(payload, 0, payload.length);
                break;
            case CmsFrame.REGISTER:
                replace(payload, 0, payload.length - 1); // the last byte is the address
                break;
            case CmsFrame.VERSION | CmsFrame.ANSWER:
                replace(payload, SERIAL_FROM, Math.min(SERIAL_TO, payload.length));
                break;
            default:
                break;
        }
        return packed(bytes, payload);
    }

    private static byte[] packed(byte[] frame, byte[] payload) {
        return CmsFrame.of(
                CmsFrame.source(frame),
                CmsFrame.destination(frame),
                CmsFrame.command(frame),
                payload);
    }

    private static byte[] withoutDigits(byte[] bytes) {
        byte[] masked = bytes.clone();
        for (int i = 0; i < masked.length; i++) {
            masked[i] = masked[i] > '0' && masked[i] <= '9' ? (byte) '0' : masked[i];
        }
        return masked;
    }

    private void replace(byte[] payload, int from, int to) {
        int begin = from;
        int end = to;
        while (begin < end && isPadding(payload[begin])) {
            begin++;
        }
        while (end > begin && isPadding(payload[end - 1])) {
            end--;
        }
        if (begin < end) {
            String name = new String(payload, begin, end - begin, StandardCharsets.ISO_8859_1);
            byte[] masked = text(name).getBytes(StandardCharsets.ISO_8859_1);
            System.arraycopy(masked, 0, payload, begin, Math.min(masked.length, end - begin));
        }
    }

    private static boolean isPadding(byte one) {
        return one == 0 || one == ' ';
    }
}
