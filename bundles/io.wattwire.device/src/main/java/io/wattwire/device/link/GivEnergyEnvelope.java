package io.wattwire.device.link;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.Framer;
import io.wattwire.device.frame.GivEnergyFrame;
import io.wattwire.device.frame.GivEnergyFramer;
import io.wattwire.device.frame.GivEnergyMessage;
import io.wattwire.device.frame.PduLength;
import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.plan.Cost;
import java.time.Duration;
import java.util.Optional;

/**
 * The frames of a GivEnergy dongle, which shows every client the answers to all of them and speaks
 * for itself. Frames bear no transaction number, but each answer names its slave, function and
 * registers, so the first register stands in for one: what answers our question is fresh, whoever
 * asked for it.
 */
final class GivEnergyEnvelope implements Envelope {

    /** Dongles give no code. Recorded refusals of reads are for what is not there. */
    private static final int ILLEGAL_ADDRESS = 2;

    private static final int ILLEGAL_VALUE = 3;

    private static final long RECONNECT_NANOS = 500_000_000;

    private final String serial;
    private int first;

    GivEnergyEnvelope(String serial) {
        this.serial = serial;
    }

    @Override
    public byte[] pack(int transaction, int unit, byte[] pdu) {
        byte[] frame = GivEnergyMessage.request(unit, pdu);
        first = (pdu[1] & 0xFF) << 8 | pdu[2] & 0xFF;
        return frame;
    }

    @Override
    public int number(int transaction) {
        return first;
    }

    @Override
    public Framer framer() {
        return new GivEnergyFramer(PduLength.ANSWER);
    }

    @Override
    public boolean numbered() {
        return true;
    }

    @Override
    public byte[] reply(Adu found) {
        return GivEnergyFrame.reply(found.raw());
    }

    /** Whole frames that are no answer of ours are the answers to others, or empty ones. */
    @Override
    public boolean aside(Adu found) {
        return true;
    }

    @Override
    public Optional<LinkException> refusal(String link, Request request, Adu found) {
        if (!request.concerns(found)) {
            return Optional.empty();
        }
        if (isStranger(found)) {
            return Optional.of(
                    new LinkException(Reason.REFUSED, link + ": " + otherPlant(found.raw())));
        }
        return found.pdu().length == 1 && second(request, found)
                ? Optional.of(
                        new LinkException(
                                request.readsOnly() ? ILLEGAL_ADDRESS : ILLEGAL_VALUE,
                                refused(link, request)))
                : Optional.empty();
    }

    /** An error repeats count or value, or has 0 in its place. */
    private static boolean second(Request request, Adu found) {
        byte[] pdu = request.pdu();
        int second = GivEnergyFrame.second(found.raw());
        return second == 0 || second == ((pdu[3] & 0xFF) << 8 | pdu[4] & 0xFF);
    }

    private boolean isStranger(Adu found) {
        return !serial.isEmpty()
                && !serial.equals(GivEnergyFrame.dongle(found.raw()))
                && !serial.equals(GivEnergyFrame.inverter(found.raw()));
    }

    private String otherPlant(byte[] frame) {
        return "the inverter there has the serial "
                + printable(GivEnergyFrame.inverter(frame))
                + " and its dongle "
                + printable(GivEnergyFrame.dongle(frame))
                + ", neither is "
                + serial
                + "; correct the serial, or the address if it is another plant";
    }

    private static String printable(String serial) {
        return serial.replaceAll("[^\\x21-\\x7e]", "?");
    }

    private static String refused(String link, Request request) {
        byte[] pdu = request.pdu();
        int first = (pdu[1] & 0xFF) << 8 | pdu[2] & 0xFF;
        String what =
                request.readsOnly()
                        ? "to read registers from " + first + " on"
                        : "to write register " + first;
        return link
                + ": unit "
                + request.unit()
                + " refuses "
                + what
                + ", without a reason; check whether this model has it"
                + (request.readsOnly() ? "" : " and takes this value");
    }

    @Override
    public boolean speaksByItself() {
        return true;
    }

    @Override
    public String remedy(byte[] heard) {
        return heard.length == 0
                ? "check that the inverter is on, the unit id, and that not too many clients use"
                        + " the dongle: it serves a few only"
                : OtherProtocol.in(heard)
                        .orElse(
                                "check that this is the port of a GivEnergy dongle, usually 8899,"
                                        + " and the unit id");
    }

    @Override
    public String refusedRemedy() {
        return "check the port, usually 8899, and that this is a GivEnergy dongle";
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
        return 0; // the dongle hides its line
    }

    @Override
    public Cost cost(Duration turnaround) {
        return Cost.tcp(turnaround);
    }
}
