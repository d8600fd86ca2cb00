package io.wattwire.device.link;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.model.RegisterKind;
import java.util.Arrays;

/** A request and what an answer to it must look like. */
record Request(int unit, byte[] pdu) {

    private static final int MAX_PDU = 253;
    private static final int EXCEPTION = 0x80;

    Request {
        if (unit < 0 || unit > 255) {
            throw new IllegalArgumentException("unit id " + unit + " is outside 0..255");
        }
        if (pdu.length < 1 || pdu.length > MAX_PDU || (pdu[0] & EXCEPTION) != 0) {
            throw new IllegalArgumentException(
                    "a request PDU has 1..253 bytes and a function below 128");
        }
    }

    int function() {
        return pdu[0];
    }

    /** Tells whether asking twice does no harm. */
    boolean readsOnly() {
        switch (function()) {
            case 1, 2, 3, 4, 17, 43:
                return true;
            default:
                return false;
        }
    }

    /** Tells whether it asks for words or bits of a block. */
    boolean readsBlock() {
        return function() >= 1 && function() <= 4;
    }

    /** Tells whether it writes words or bits. */
    boolean writesBlock() {
        switch (function()) {
            case 5, 6, 15, 16:
                return true;
            default:
                return false;
        }
    }

    /** The kind of what a block is read from or written to. */
    RegisterKind kind() {
        switch (function()) {
            case 1, 5, 15:
                return RegisterKind.COIL;
            case 2:
                return RegisterKind.DISCRETE;
            case 4:
                return RegisterKind.INPUT;
            default:
                return RegisterKind.HOLDING;
        }
    }

    /** First address of the block. */
    int address() {
        return word(1);
    }

    /** How many words or bits the block has. */
    int count() {
        return function() == 5 || function() == 6 ? 1 : word(3);
    }

    /** What is to be written to words. */
    int[] words() {
        int[] words = new int[count()];
        for (int i = 0; i < words.length; i++) {
            words[i] = word(function() == 16 ? 6 + 2 * i : 3);
        }
        return words;
    }

    /** The answer to a request that reads words, for who speaks no Modbus. */
    byte[] answer(int[] words) {
        byte[] answer = new byte[2 + 2 * words.length];
        answer[0] = pdu[0];
        answer[1] = (byte) (2 * words.length);
        for (int i = 0; i < words.length; i++) {
            answer[2 + 2 * i] = (byte) (words[i] >> 8);
            answer[3 + 2 * i] = (byte) words[i];
        }
        return answer;
    }

    /** The answer to a write that was done, for who speaks no Modbus. */
    byte[] done() {
        return Arrays.copyOf(pdu, 5);
    }

    /**
     * Tells whether the frame is from the same unit and for the same function, as every answer must
     * be.
     */
    boolean concerns(Adu frame) {
        return frame.unit() == unit && (frame.function() & ~EXCEPTION) == function();
    }

    boolean refusedBy(Adu frame) {
        return concerns(frame)
                && frame.function() == function() + EXCEPTION
                && frame.pdu().length == 2;
    }

    /**
     * Tells whether the frame is the answer: a read brings as many bytes as asked for, a write is
     * echoed.
     */
    boolean answeredBy(Adu frame) {
        byte[] answer = frame.pdu();
        if (!concerns(frame) || frame.function() != function()) {
            return false;
        }
        switch (function()) {
            case 1, 2:
                return counts(answer, (word(3) + 7) / 8);
            case 3, 4, 23:
                return counts(answer, 2 * word(3));
            case 5, 6, 22:
                return answer.length == pdu.length && echoes(answer, pdu.length);
            case 15, 16:
                return answer.length == 5 && echoes(answer, 5);
            default:
                return answer.length
                        > 1; // length is not told by the request; the frame itself was whole
        }
    }

    private static boolean counts(byte[] answer, int bytes) {
        return answer.length == 2 + bytes && (answer[1] & 0xFF) == bytes;
    }

    private boolean echoes(byte[] answer, int length) {
        for (int i = 0; i < length; i++) {
            if (i >= pdu.length || answer[i] != pdu[i]) {
                return false;
            }
        }
        return true;
    }

    private int word(int at) {
        return at + 1 < pdu.length ? (pdu[at] & 0xFF) << 8 | pdu[at + 1] & 0xFF : 0;
    }
}
