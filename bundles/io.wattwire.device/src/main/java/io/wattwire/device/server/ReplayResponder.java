package io.wattwire.device.server;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.Framer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Answers requests with the bytes that answered them when they were recorded. */
final class ReplayResponder implements Conversant {

    private static final int BUFFER = 512;

    private final Replayed kind;
    private final RecordedAnswers exchanges = new RecordedAnswers();
    private final ReplayMemory memory;
    private final CountDownLatch stopped;

    ReplayResponder(Replayed kind, List<ReplayServer.Exchange> recorded, CountDownLatch stopped) {
        this.kind = kind;
        this.stopped = stopped;
        this.memory = new ReplayMemory(recorded, kind);
        for (ReplayServer.Exchange exchange : recorded) {
            exchanges.add(kind.key(exchange.request()), exchange);
        }
    }

    @Override
    public void serve(Peer peer) throws IOException {
        Framer framer = kind.framer();
        byte[] buffer = new byte[BUFFER];
        while (stopped.getCount() > 0) {
            int count = peer.read(buffer);
            if (count < 0) {
                return;
            }
            for (Adu request : framer.feed(buffer, count)) {
                if (request.unit() != Adu.NO_UNIT) {
                    peer.write(answer(request));
                }
            }
            if (framer.damaged()) {
                return;
            }
        }
    }

    private byte[] answer(Adu request) {
        Optional<ReplayServer.Exchange> next = exchanges.next(kind.key(request.raw()));
        if (next.isEmpty()) {
            byte[] known = memory.answer(request);
            return known.length > 0 ? kind.answer(request, known) : kind.unknown(request);
        }
        ReplayServer.Exchange recorded = next.get();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] answer : recorded.answers()) {
            bytes.writeBytes(kind.renumbered(recorded.request(), answer, request.raw()));
        }
        return bytes.toByteArray();
    }
}
