package io.wattwire.device.link;

import io.wattwire.device.frame.Framer;
import io.wattwire.device.frame.PduLength;
import io.wattwire.device.frame.RtuFramer;
import io.wattwire.device.frame.RtuSilence;
import io.wattwire.device.plan.Cost;
import java.time.Duration;

/** Modbus RTU. */
final class RtuEnvelope implements Envelope {

    private static final double SECOND = 1e9;

    /** A bridge hides its line; 9600 8N1 is what nearly all devices leave the factory with. */
    private static final int USUAL_BAUD = 9600;

    private static final int USUAL_BITS = 10;

    private final int baud;
    private final int bitsPerChar;

    RtuEnvelope(int baud, int bitsPerChar) {
        this.baud = baud;
        this.bitsPerChar = bitsPerChar;
    }

    static RtuEnvelope behindBridge() {
        return new RtuEnvelope(USUAL_BAUD, USUAL_BITS);
    }

    @Override
    public byte[] pack(int transaction, int unit, byte[] pdu) {
        if (!PduLength.known(pdu)) {
            throw new IllegalArgumentException(
                    "function "
                            + (pdu[0] & 0xFF)
                            + " is not known on RTU: nothing tells where its answer ends");
        }
        return RtuFramer.frame(unit, pdu);
    }

    @Override
    public int number(int transaction) {
        return 0;
    }

    @Override
    public Framer framer() {
        return new RtuFramer(PduLength.ANSWER);
    }

    @Override
    public boolean numbered() {
        return false;
    }

    @Override
    public long silenceNanos() {
        return RtuSilence.nanos(baud);
    }

    @Override
    public long airNanos(int bytes) {
        return (long) (bytes * bitsPerChar * SECOND / baud);
    }

    @Override
    public Cost cost(Duration turnaround) {
        return Cost.rtu(baud, bitsPerChar, turnaround);
    }
}
