package io.wattwire.device.server;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.Framer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The registers that a recording shows, as first seen, for requests that are cut otherwise than the
 * recorded ones: a client plans them by what it measures.
 */
final class ReplayMemory {

    private static final int REQUEST = 5;

    private record Place(int unit, int function, int address) {}

    private final Map<Place, byte[]> words = new HashMap<>();

    ReplayMemory(List<ReplayServer.Exchange> exchanges, Replayed kind) {
        for (ReplayServer.Exchange exchange : exchanges) {
            for (Adu request : all(kind.framer(), exchange.request())) {
                for (byte[] answer : exchange.answers()) {
                    all(kind.answers(), answer).forEach(found -> learn(request, found));
                }
            }
        }
    }

    private static List<Adu> all(Framer framer, byte[] bytes) {
        return framer.feed(bytes, bytes.length);
    }

    private void learn(Adu request, Adu answer) {
        byte[] pdu = answer.pdu();
        boolean ours =
                answer.unit() == request.unit() && answer.transaction() == request.transaction();
        boolean reads = ours && isRead(request);
        int count = reads ? word(request.pdu(), 3) : 0;
        if (count == 0 || pdu.length != 2 + 2 * count || pdu[0] != request.pdu()[0]) {
            return;
        }
        for (int i = 0; i < count; i++) {
            byte[] word = {pdu[2 + 2 * i], pdu[3 + 2 * i]};
            words.putIfAbsent(place(request, i), word);
        }
    }

    /** The answer to a read of registers that are all known; empty if one is not. */
    byte[] answer(Adu request) {
        int count = isRead(request) ? word(request.pdu(), 3) : 0;
        if (count < 1 || count > 125) {
            return new byte[0];
        }
        byte[] pdu = new byte[2 + 2 * count];
        pdu[0] = request.pdu()[0];
        pdu[1] = (byte) (2 * count);
        for (int i = 0; i < count; i++) {
            byte[] word = words.get(place(request, i));
            if (word == null) {
                return new byte[0];
            }
            System.arraycopy(word, 0, pdu, 2 + 2 * i, 2);
        }
        return pdu;
    }

    private static Place place(Adu request, int word) {
        return new Place(request.unit(), request.function(), word(request.pdu(), 1) + word);
    }

    private static boolean isRead(Adu request) {
        return request.pdu().length == REQUEST
                && (request.function() == 3 || request.function() == 4);
    }

    private static int word(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }
}
