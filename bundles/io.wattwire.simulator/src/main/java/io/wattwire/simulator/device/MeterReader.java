package io.wattwire.simulator.device;

import io.wattwire.device.link.LinkException;
import io.wattwire.device.link.ModbusPdu;
import io.wattwire.device.model.RegisterKind;

/** A master's words with a WattNode: reads and writes, floats with the low word first. */
final class MeterReader {

    /** Carries a request to the meter. */
    @FunctionalInterface
    interface Exchange {

        /**
         * Sends a request and waits for the answer, not longer than an inverter would.
         *
         * @throws LinkException when there is none
         */
        byte[] exchange(int unit, byte[] pdu) throws LinkException;
    }

    private final Exchange line;
    private final int unit;

    MeterReader(Exchange line, int unit) {
        this.line = line;
        this.unit = unit;
    }

    int[] read(int address, int count) throws LinkException {
        byte[] request = ModbusPdu.readRequest(RegisterKind.HOLDING, address, count);
        return ModbusPdu.parseRead(RegisterKind.HOLDING, count, line.exchange(unit, request));
    }

    void write(int address, int word) throws LinkException {
        line.exchange(unit, ModbusPdu.writeSingle(address, word));
    }

    static float number(int[] words, int at) {
        return Float.intBitsToFloat(words[at + 1] << 16 | words[at]);
    }
}
