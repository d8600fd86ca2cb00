package io.wattwire.device.link;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.Framer;
import io.wattwire.device.frame.PduLength;
import io.wattwire.device.frame.SolarmanFrame;
import io.wattwire.device.frame.SolarmanFramer;
import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.plan.Cost;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/**
 * Solarman V5: RTU frames in the frames of a logger stick, which also speaks for itself. Requests
 * and answers bear a sequence number of 8 bits that starts by chance. Where the logger shows us the
 * answers to another client, whose numbers are just ahead of ours, ours go out of their way.
 */
final class SolarmanEnvelope implements Envelope {

    private static final long MILLIS = 1000;
    private static final int HALF_ROUND = 128;

    /** So far ahead another client's numbers may be before ours get out of their way. */
    private static final int CLOSE = 64;

    private static final long RECONNECT_NANOS = 200_000_000;
    private static final int AROUND = SolarmanFrame.AROUND_REQUEST + SolarmanFrame.AROUND_ANSWER;

    private final RtuEnvelope line = RtuEnvelope.behindBridge();
    private final long serial;
    private final LongSupplier epochMillis;
    private long heardSerial;
    private int first;
    private int current;
    private boolean inTheWay;

    SolarmanEnvelope(long serial) {
        this(serial, ThreadLocalRandom.current().nextInt(1, 255), System::currentTimeMillis);
    }

    SolarmanEnvelope(long serial, int first, LongSupplier epochMillis) {
        this.serial = serial;
        this.first = first;
        this.epochMillis = epochMillis;
        this.heardSerial = serial;
    }

    @Override
    public byte[] pack(int transaction, int unit, byte[] pdu) {
        line.pack(transaction, unit, pdu); // refuses what RTU cannot carry
        first += inTheWay ? HALF_ROUND : 0;
        inTheWay = false;
        current = number(transaction);
        return SolarmanFrame.request(number(transaction), serial, unit, pdu);
    }

    @Override
    public int number(int transaction) {
        return first + transaction & 0xFF;
    }

    @Override
    public Framer framer() {
        return new SolarmanFramer(PduLength.ANSWER);
    }

    @Override
    public boolean numbered() {
        return true;
    }

    @Override
    public byte[] reply(Adu found) {
        heardSerial = SolarmanFrame.serial(found.raw());
        int ahead = found.transaction() - current & 0xFF;
        boolean answer = SolarmanFrame.code(found.raw()) == SolarmanFrame.ANSWER;
        inTheWay |= answer && ahead > 0 && ahead <= CLOSE;
        return SolarmanFrame.timeReply(found.raw(), epochMillis.getAsLong() / MILLIS);
    }

    @Override
    public Optional<LinkException> refusal(String link, Request request, Adu found) {
        if (SolarmanFrame.code(found.raw()) != SolarmanFrame.ANSWER) {
            return Optional.empty();
        }
        if (SolarmanFrame.serial(found.raw()) != serial) {
            return Optional.of(
                    new LinkException(Reason.REFUSED, link + ": " + otherLogger(found.raw())));
        }
        int code = SolarmanFrame.error(found.raw());
        return code < 0 ? Optional.empty() : Optional.of(error(link, request, code));
    }

    private String otherLogger(byte[] frame) {
        return "the logger there has the serial "
                + SolarmanFrame.serial(frame)
                + ", not "
                + serial
                + "; correct the logger serial, or the address if it is another logger";
    }

    /** What the inverter refused is an exception; what the logger could not bring is silence. */
    private static LinkException error(String link, Request request, int code) {
        switch (code) {
            case 1, 2, 3, 4, 8:
                return new LinkException(
                        code,
                        link
                                + ": for unit "
                                + request.unit()
                                + " the logger reports exception "
                                + code
                                + " ("
                                + ModbusExceptions.text(code)
                                + ")");
            default:
                return new LinkException(
                        Reason.TIMEOUT,
                        link
                                + ": the logger has no answer of unit "
                                + request.unit()
                                + " (logger error "
                                + code
                                + "); check whether the inverter is on, its cable to the logger, the"
                                + " unit id, and whether another client or the cloud keeps the"
                                + " logger busy");
        }
    }

    @Override
    public boolean speaksByItself() {
        return true;
    }

    @Override
    public String remedy(byte[] heard) {
        if (heardSerial != serial) {
            return "the logger there calls itself " + heardSerial + "; correct the logger serial";
        }
        if (heard.length == 0) {
            return "check logger serial, unit id and power of the inverter";
        }
        return OtherProtocol.in(heard)
                .orElse(
                        "check that this is the port of a Solarman V5 logger and that no other"
                                + " client uses it");
    }

    @Override
    public String refusedRemedy() {
        return "check the port, and that the logger's internal server is on as TCP server (its page"
                + " config_hide.html)";
    }

    @Override
    public long reconnectNanos() {
        return RECONNECT_NANOS;
    }

    @Override
    public long silenceNanos() {
        return 0;
    }

    @Override
    public long airNanos(int bytes) {
        return line.airNanos(Math.max(0, bytes - AROUND));
    }

    @Override
    public Cost cost(Duration turnaround) {
        return line.cost(turnaround);
    }
}
