package io.wattwire.device.server;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.Framer;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Answers the requests of one peer after the other's rules: units that are not here stay silent,
 * the hook may bend answers.
 */
final class Responder {

    private static final int BUFFER = 512;

    private final Framing framing;
    private final Units units;
    private final Misbehaviour misbehaviour;
    private final RequestListener listener;
    private final Duration connectDelay;
    private final CountDownLatch stopped;

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

    /** Serves a peer until it hangs up, talks nonsense or the server stops. */
    void serve(Peer peer) throws IOException {
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
        RegisterBank bank = units.find(request.unit());
        if (bank == null) {
            return;
        }
        listener.request(peer.name(), request.unit(), request.pdu().clone());
        Answer answer = misbehaviour.on(request.unit(), request.pdu().clone());
        byte[] bytes = bytes(answer, request, bank);
        pause(answer.delay());
        if (answer.body() == Answer.Body.HANG_UP) {
            peer.hangUp();
        }
        for (int i = 0; i < answer.times(); i++) {
            send(bytes, answer.drip(), peer);
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
            default:
                return answer.bytes();
        }
    }

    private byte[] frame(Answer answer, Adu request, byte[] pdu) {
        return framing.frame(
                answer.transaction(request.transaction()), answer.unitOr(request.unit()), pdu);
    }

    private void send(byte[] bytes, Duration drip, Peer peer) throws IOException {
        if (drip.isZero()) {
            peer.write(bytes);
            return;
        }
        for (byte one : bytes) {
            pause(drip);
            peer.write(new byte[] {one});
        }
    }

    private void pause(Duration duration) throws IOException {
        try {
            if (!duration.isZero() && stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("the server was stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
