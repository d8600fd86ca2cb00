package io.wattwire.cli.recording;

import java.io.PrintWriter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Writes a recording line by line, so that what is there is whole whenever it ends. Thread-safe.
 */
public final class RecordingWriter {

    static final String CYCLE = "cycle";

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private final PrintWriter out;
    private final boolean text;
    private long begin = -1;

    /**
     * Begins a recording.
     *
     * @param out where to; the caller closes it
     * @param head values of the lines device, options, link and names, in that order
     * @param remark what a person should know, one line
     */
    public RecordingWriter(PrintWriter out, List<String> head, String remark) {
        this.out = out;
        this.text = DocumentLine.on(head.get(RecordingReader.HEAD.indexOf(RecordingReader.LINK)));
        out.println(RecordingReader.TITLE);
        out.println("# " + remark);
        for (int i = 0; i < RecordingReader.HEAD.size(); i++) {
            out.println((RecordingReader.HEAD.get(i) + ": " + head.get(i)).strip());
        }
        out.println("# seconds, > sent or < received, unit id, bytes or text; below their values");
        out.flush();
    }

    /**
     * Writes bytes that were on the wire.
     *
     * @param nanoTime when, by the monotonic clock
     * @param sent whether we sent them
     * @param unit unit id
     * @param bytes the bytes
     * @param values what they say, one line each
     */
    public synchronized void frame(
            long nanoTime, boolean sent, int unit, byte[] bytes, List<String> values) {
        String content = text ? DocumentLine.of(bytes) : HEX.formatHex(bytes);
        out.printf("%s %s %3d  %s%n", time(nanoTime), sent ? ">" : "<", unit, content);
        values.forEach(value -> out.println("                " + value));
        out.flush();
    }

    /**
     * Begins a reading of all names.
     *
     * @param nanoTime when, by the monotonic clock
     */
    public synchronized void cycle(long nanoTime) {
        out.println(time(nanoTime) + " = " + CYCLE);
    }

    /**
     * Writes what a reading gave.
     *
     * @param nanoTime when, by the monotonic clock
     * @param values one line per name
     */
    public synchronized void values(long nanoTime, List<String> values) {
        values.forEach(value -> out.println(time(nanoTime) + " = " + value));
        out.flush();
    }

    private String time(long nanoTime) {
        begin = begin < 0 ? nanoTime : begin;
        long millis = Math.max(0, (nanoTime - begin) / 1_000_000);
        return String.format(Locale.ROOT, "%6d.%03d", millis / 1000, millis % 1000);
    }
}
