package io.wattwire.device.server;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.Framer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/**
 * Answers the requests of one peer after the other's rules: units that are not here stay silent,
 * the hook may bend answers.
 */
final class Responder implements Conversant {

    private static final int BUFFER = 512;

    /** What loggers report for a silent inverter (pysolarmanv5 issues 6 and 48). */
    private static final int NO_ANSWER_OF_UNIT = 5;

    private final Framing framing;
    private final Units units;
    private final Misbehaviour misbehaviour;
    private final RequestListener listener;
    private final Duration connectDelay;
    private final CountDownLatch stopped;
    private final Set<Peer> audience = ConcurrentHashMap.newKeySet();

    Responder(
            Framing framing,
            Units units,
            Misbehaviour misbehaviour,
            RequestListener listener,
            Duration connectDelay,
            CountDownLatch stopped) {
        this.framing = framing;
        this.units = units;
        this.misbehaviour = misbehaviour;
        this.listener = listener;
        this.connectDelay = connectDelay;
        this.stopped = stopped;
    }

    @Override
    public void serve(Peer peer) throws IOException {
        audience.add(peer);
        try {
            converse(peer);
        } finally {
            audience.remove(peer);
        }
    }

    private void converse(Peer peer) throws IOException {
        Framer framer = framing.framer();
        byte[] buffer = new byte[BUFFER];
        long connected = System.nanoTime();
        while (!stopped()) {
            int count = peer.read(buffer);
            if (count < 0) {
                return;
            }
            for (Adu request : framer.feed(buffer, count)) {
                if (System.nanoTime() - connected >= connectDelay.toNanos()) {
                    respond(request, peer);
                }
            }
            if (framer.damaged()) {
                return;
            }
        }
    }

    private boolean stopped() {
        return stopped.getCount() == 0;
    }

    private void respond(Adu request, Peer peer) throws IOException {
        if (request.unit() == Adu.NO_UNIT) {
            return; // what a logger is told needs no answer
        }
        byte[] elsewhere = framing.misdirected(request);
        RegisterBank bank = units.find(request.unit());
        if (elsewhere != null || bank == null) {
            byte[] problem = framing.notReached(request, NO_ANSWER_OF_UNIT);
            peer.write(elsewhere != null ? elsewhere : problem);
            return;
        }
        listener.request(peer.name(), request.unit(), request.pdu().clone());
        Answer answer = misbehaviour.on(request.unit(), request.pdu().clone());
        byte[] bytes =
                join(
                        chatter(answer.chatterBefore(), request),
                        bytes(answer, request, bank),
                        chatter(answer.chatterAfter(), request));
        Sending.pause(answer.delay(), stopped);
        if (answer.body() == Answer.Body.HANG_UP) {
            peer.hangUp();
        }
        for (int i = 0; i < answer.times(); i++) {
            send(bytes, answer.drip(), peer);
            if (framing.heardByAll()) {
                overhear(bytes, peer);
            }
        }
    }

    private byte[] bytes(Answer answer, Adu request, RegisterBank bank) {
        switch (answer.body()) {
            case NORMAL:
                return frame(answer, request, RequestHandler.answer(request.pdu(), bank));
            case EXCEPTION:
                return frame(
                        answer,
                        request,
                        RequestHandler.exception(request.function(), answer.code()));
            case NOT_REACHED:
                return framing.notReached(request, answer.code());
            default:
                return answer.bytes();
        }
    }

    private byte[] frame(Answer answer, Adu request, byte[] pdu) {
        return framing.frame(request, answer, pdu);
    }

    private byte[] chatter(List<Chatter> kinds, Adu request) {
        return join(
                kinds.stream().map(kind -> framing.chatter(kind, request)).toArray(byte[][]::new));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private void overhear(byte[] bytes, Peer asker) {
        for (Peer other : audience) {
            try {
                if (other != asker) {
                    send(bytes, Duration.ZERO, other);
                }
            } catch (IOException e) {
                other.close(); // its own thread notices
            }
        }
    }

    /** Frames to one peer never mix, whoever sends them. */
    private void send(byte[] bytes, Duration drip, Peer peer) throws IOException {
        synchronized (peer) {
            Sending.send(bytes, drip, peer, stopped);
        }
    }
}
