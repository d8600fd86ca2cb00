package io.wattwire.device.link;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A frame as it was on the wire, envelope included.
 *
 * @param link text of the link's address
 * @param owner who asked
 * @param sent true for a request, false for what came back
 * @param nanoTime monotonic time at which sending began or the last byte had arrived
 * @param epochMillis the same moment on the wall clock
 * @param unit unit id in the frame, or of the request if the bytes are no frame; 0 for what a
 *     logger sends for itself and what it is told
 * @param bytes the bytes, 1 to 260 for Modbus; of an HTTP device method, path and body, or status
 *     and body, without what is personal; status 0 where what came was no answer
 */
public record Frame(
        String link,
        String owner,
        boolean sent,
        long nanoTime,
        long epochMillis,
        int unit,
        byte[] bytes) {

    /** Copies the bytes. {@inheritDoc} */
    public Frame {
        bytes = bytes.clone();
    }

    /**
     * Gives the bytes.
     *
     * @return a copy
     */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /**
     * Gives the bytes as people read them: those of an HTTP device are text, all others hex.
     *
     * @return one line
     */
    public String content() {
        return link.startsWith(Http.SCHEME)
                ? new String(bytes, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}+", " ")
                : HexFormat.ofDelimiter(" ").formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Frame
                && ((Frame) other).nanoTime == nanoTime
                && ((Frame) other).epochMillis == epochMillis
                && ((Frame) other).sent == sent
                && ((Frame) other).unit == unit
                && ((Frame) other).link.equals(link)
                && ((Frame) other).owner.equals(owner)
                && Arrays.equals(((Frame) other).bytes, bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(link, owner, sent, nanoTime, unit, Arrays.hashCode(bytes));
    }

    /**
     * Writes the frame in one line.
     *
     * @return for example {@code rtu:/dev/ttyUSB0:9600:8N1 > 01 04 00 48 00 02 f1 dd}
     */
    @Override
    public String toString() {
        return link + (sent ? " > " : " < ") + content();
    }
}
