package io.wattwire.device.link;

import io.wattwire.device.frame.CmsFramer;
import io.wattwire.device.frame.Framer;
import io.wattwire.device.plan.Cost;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** What a line of CMS inverters is like; the frames are made by {@link CmsLine}. */
final class CmsEnvelope implements Envelope {

    private static final double SECOND = 1e9;

    /** Request and the longest status seen: 27 values. */
    private static final int USUAL_BYTES = 11 + 11 + 54;

    private final int baud;
    private final int bitsPerChar;

    CmsEnvelope(int baud, int bitsPerChar) {
        this.baud = baud;
        this.bitsPerChar = bitsPerChar;
    }

    /** A serial server hides its line; the inverters know 9600 8N1 only. */
    static CmsEnvelope behindServer() {
        return new CmsEnvelope(9600, 10);
    }

    @Override
    public byte[] pack(int transaction, int unit, byte[] pdu) {
        throw new UnsupportedOperationException("a CMS inverter takes no PDUs");
    }

    @Override
    public int number(int transaction) {
        return 0;
    }

    @Override
    public Framer framer() {
        return new CmsFramer(true);
    }

    @Override
    public boolean numbered() {
        return false;
    }

    /** Two characters: enough to see that somebody is talking. */
    @Override
    public long silenceNanos() {
        return airNanos(2);
    }

    @Override
    public long airNanos(int bytes) {
        return (long) (bytes * bitsPerChar * SECOND / baud);
    }

    /** A status comes as a whole, however few of its values are wanted. */
    @Override
    public Cost cost(Duration turnaround) {
        long micros = TimeUnit.NANOSECONDS.toMicros(airNanos(USUAL_BYTES) + turnaround.toNanos());
        return new Cost(micros, 1);
    }

    @Override
    public String remedy(byte[] heard) {
        return heard.length == 0
                ? "without sun an inverter is off, which is no fault; by day check its DC switch and"
                        + " the cable"
                : "check that the line is 9600 8N1 and that no other program talks on it";
    }

    @Override
    public String refusedRemedy() {
        return "check the port, and that the serial server takes a TCP client";
    }
}
