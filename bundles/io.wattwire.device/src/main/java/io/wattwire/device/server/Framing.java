package io.wattwire.device.server;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.Framer;
import io.wattwire.device.frame.MbapFramer;
import io.wattwire.device.frame.PduLength;
import io.wattwire.device.frame.RtuFramer;

/** How requests arrive and answers leave; used by the threads of several peers. */
interface Framing {

    /** Modbus TCP. */
    Framing TCP =
            new Framing() {
                @Override
                public Framer framer() {
                    return new MbapFramer();
                }

                @Override
                public byte[] frame(Adu request, Answer answer, byte[] pdu) {
                    return MbapFramer.frame(
                            answer.transaction(request.transaction()),
                            answer.unitOr(request.unit()),
                            pdu);
                }
            };

    /** RTU. */
    Framing RTU =
            new Framing() {
                @Override
                public Framer framer() {
                    return new RtuFramer(PduLength.REQUEST);
                }

                @Override
                public byte[] frame(Adu request, Answer answer, byte[] pdu) {
                    return RtuFramer.frame(answer.unitOr(request.unit()), pdu);
                }
            };

    /** Makes a framer that finds requests. */
    Framer framer();

    /** Wraps the answer to a request. */
    byte[] frame(Adu request, Answer answer, byte[] pdu);

    /** What says that the device is not reached, as far as somebody between can say so. */
    default byte[] notReached(Adu request, int code) {
        return new byte[0];
    }

    /** What the one between says without being asked. */
    default byte[] chatter(Chatter kind, Adu request) {
        return new byte[0];
    }

    /** Tells whether every client hears the answers to all of them. */
    default boolean heardByAll() {
        return false;
    }

    /** What answers a request that is for somebody else, who is not here; null if it is for us. */
    default byte[] misdirected(Adu request) {
        return null;
    }
}
