package io.wattwire.device.server;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.Framer;
import io.wattwire.device.frame.PduLength;
import io.wattwire.device.frame.RtuFramer;
import io.wattwire.device.frame.SolarmanFrame;
import io.wattwire.device.frame.SolarmanFramer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** A Solarman logger stick in front of its inverter. */
final class LoggerFraming implements Framing {

    /** What sticks answer when the serial in the request is not theirs (pysolarmanv5 issue 14). */
    private static final int WRONG_SERIAL = 6;

    private static final int PUSHED_BYTES = 200;
    private static final long NANOS = 1_000_000_000;

    private final long serial;
    private final long started = System.nanoTime();
    private final AtomicInteger counter = new AtomicInteger();

    LoggerFraming(long serial) {
        this.serial = serial;
    }

    @Override
    public Framer framer() {
        return new SolarmanFramer(PduLength.REQUEST);
    }

    @Override
    public byte[] frame(Adu request, Answer answer, byte[] pdu) {
        byte[] rtu = RtuFramer.frame(answer.unitOr(request.unit()), pdu);
        byte[] bytes = answer.summedTwice() ? Arrays.copyOf(rtu, rtu.length + 2) : rtu;
        return answer(answer.transaction(request.transaction()), bytes);
    }

    @Override
    public byte[] notReached(Adu request, int code) {
        return answer(request.transaction(), new byte[] {(byte) code, 0});
    }

    @Override
    public byte[] misdirected(Adu request) {
        return SolarmanFrame.serial(request.raw()) == serial
                ? null
                : notReached(request, WRONG_SERIAL);
    }

    @Override
    public byte[] chatter(Chatter kind, Adu request) {
        return switch (kind) {
            case HANDSHAKE -> said(SolarmanFrame.HANDSHAKE, PUSHED_BYTES);
            case DATA -> said(SolarmanFrame.DATA, PUSHED_BYTES);
            case INFO -> said(SolarmanFrame.INFO, PUSHED_BYTES);
            case HEARTBEAT -> said(SolarmanFrame.HEARTBEAT, 1);
            case REPORT -> said(SolarmanFrame.REPORT, PUSHED_BYTES);
            case OTHER_CLIENT -> forAnother(request);
        };
    }

    private byte[] said(int code, int bytes) {
        int count = counter.incrementAndGet();
        return SolarmanFrame.wrap(code, count, count, serial, new byte[bytes]);
    }

    /** As many registers as asked for, and none with a value that was. */
    private byte[] forAnother(Adu request) {
        int words = request.pdu().length > 4 ? Math.min(125, request.pdu()[4] & 0xFF) : 1;
        byte[] pdu = new byte[2 + 2 * words];
        Arrays.fill(pdu, (byte) 0x2A);
        pdu[0] = request.pdu()[0];
        pdu[1] = (byte) (2 * words);
        return answer(request.transaction() + 1, RtuFramer.frame(request.unit(), pdu));
    }

    private byte[] answer(int sequence, byte[] rtu) {
        long uptime = (System.nanoTime() - started) / NANOS;
        return SolarmanFrame.answer(sequence, counter.incrementAndGet(), serial, uptime, rtu);
    }
}
