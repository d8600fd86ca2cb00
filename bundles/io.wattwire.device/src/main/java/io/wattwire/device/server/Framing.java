package io.wattwire.device.server;

import io.wattwire.device.frame.Framer;
import io.wattwire.device.frame.MbapFramer;
import io.wattwire.device.frame.PduLength;
import io.wattwire.device.frame.RtuFramer;

/** How requests arrive and answers leave. */
enum Framing {
    TCP {
        @Override
        Framer framer() {
            return new MbapFramer();
        }

        @Override
        byte[] frame(int transaction, int unit, byte[] pdu) {
            return MbapFramer.frame(transaction, unit, pdu);
        }
    },

    RTU {
        @Override
        Framer framer() {
            return new RtuFramer(PduLength.REQUEST);
        }

        @Override
        byte[] frame(int transaction, int unit, byte[] pdu) {
            return RtuFramer.frame(unit, pdu);
        }
    };

    abstract Framer framer();

    abstract byte[] frame(int transaction, int unit, byte[] pdu);
}
