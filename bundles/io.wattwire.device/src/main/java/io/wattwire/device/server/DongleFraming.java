package io.wattwire.device.server;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.Framer;
import io.wattwire.device.frame.GivEnergyFramer;
import io.wattwire.device.frame.GivEnergyMessage;
import io.wattwire.device.frame.PduLength;
import java.util.Arrays;

/** A GivEnergy dongle in front of its inverter; all its clients hear every answer. */
final class DongleFraming implements Framing {

    /** From here on a request says what it asks for. */
    static final int ASKED_FROM = GivEnergyMessage.FIRST_REGISTER - 2;

    private static final int HEARTBEAT_TYPE = 1;
    private static final String NETWORK = ",192.0.2.7,255.255.255.0,192.0.2.1";

    /** So far from what was asked for is what another client asks for. */
    private static final int ELSEWHERE = 60;

    private final String dongle;
    private final String inverter;

    DongleFraming(String dongle, String inverter) {
        this.dongle = dongle;
        this.inverter = inverter;
    }

    @Override
    public Framer framer() {
        return new GivEnergyFramer(PduLength.REQUEST);
    }

    @Override
    public byte[] frame(Adu request, Answer answer, byte[] pdu) {
        byte[] asked = request.raw();
        if (answer.transaction(0) != 0) {
            asked = elsewhere(asked, answer.transaction(0));
        }
        return GivEnergyMessage.answer(asked, dongle, inverter, answer.unitOr(request.unit()), pdu);
    }

    /** Recorded for a battery that is not there: an answer with nothing in it. */
    @Override
    public byte[] notReached(Adu request, int code) {
        return GivEnergyMessage.nothing(dongle, request.unit());
    }

    @Override
    public byte[] chatter(Chatter kind, Adu request) {
        return switch (kind) {
            case HANDSHAKE, INFO -> GivEnergyMessage.network(dongle, NETWORK);
            case DATA -> GivEnergyMessage.nothing(dongle, request.unit());
            case HEARTBEAT -> GivEnergyMessage.heartbeat(dongle, HEARTBEAT_TYPE);
            case REPORT -> damaged(request);
            case OTHER_CLIENT -> forAnother(request, ELSEWHERE);
        };
    }

    /** Seen in the field: the tail of an answer is zeros, its checksum too. */
    private byte[] damaged(Adu request) {
        byte[] frame = forAnother(request, 0);
        Arrays.fill(frame, frame.length * 2 / 3, frame.length, (byte) 0);
        return frame;
    }

    /** As many registers as asked for, and none with a value that was. */
    private byte[] forAnother(Adu request, int distance) {
        boolean reads = request.function() != 6;
        int words = reads ? request.pdu()[4] & 0xFF : 0;
        byte[] pdu = new byte[2 + 2 * words];
        Arrays.fill(pdu, (byte) 0x2A);
        pdu[0] = request.pdu()[0];
        pdu[1] = (byte) (2 * words);
        byte[] asked = elsewhere(request.raw(), distance);
        return GivEnergyMessage.answer(asked, dongle, inverter, request.unit(), pdu);
    }

    private static byte[] elsewhere(byte[] request, int distance) {
        byte[] other = request.clone();
        int at = GivEnergyMessage.FIRST_REGISTER;
        int first = ((other[at] & 0xFF) << 8 | other[at + 1] & 0xFF) + distance;
        other[at] = (byte) (first >> 8);
        other[at + 1] = (byte) first;
        return other;
    }

    @Override
    public boolean heardByAll() {
        return true;
    }
}
