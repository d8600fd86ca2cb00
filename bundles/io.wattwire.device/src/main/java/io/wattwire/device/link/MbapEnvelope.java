package io.wattwire.device.link;

import io.wattwire.device.frame.Framer;
import io.wattwire.device.frame.MbapFramer;
import io.wattwire.device.plan.Cost;
import java.time.Duration;

/** Modbus TCP. */
final class MbapEnvelope implements Envelope {

    @Override
    public byte[] pack(int transaction, int unit, byte[] pdu) {
        return MbapFramer.frame(transaction, unit, pdu);
    }

    @Override
    public int number(int transaction) {
        return transaction & 0xFFFF;
    }

    @Override
    public Framer framer() {
        return new MbapFramer();
    }

    @Override
    public boolean numbered() {
        return true;
    }

    @Override
    public long silenceNanos() {
        return 0;
    }

    @Override
    public long airNanos(int bytes) {
        return 0; // far below what the measurement can tell
    }

    @Override
    public Cost cost(Duration turnaround) {
        return Cost.tcp(turnaround);
    }
}
