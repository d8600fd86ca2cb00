package io.wattwire.device.server;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.CmsFramer;
import io.wattwire.device.frame.Framer;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;

/** Lets the inverters of one line answer. */
final class CmsResponder implements Conversant {

    private static final int BUFFER = 512;

    private final CmsInverters inverters;
    private final CountDownLatch stopped;

    CmsResponder(CmsInverters inverters, CountDownLatch stopped) {
        this.inverters = inverters;
        this.stopped = stopped;
    }

    @Override
    public void serve(Peer peer) throws IOException {
        Framer framer = new CmsFramer(false);
        byte[] buffer = new byte[BUFFER];
        while (stopped.getCount() > 0) {
            int count = peer.read(buffer);
            if (count < 0) {
                return;
            }
            for (Adu request : framer.feed(buffer, count)) {
                for (CmsInverters.Reply reply : inverters.hear(request)) {
                    answer(reply, peer);
                }
            }
        }
    }

    private void answer(CmsInverters.Reply reply, Peer peer) throws IOException {
        Answer how = reply.how();
        Sending.pause(how.delay(), stopped);
        if (how.body() == Answer.Body.HANG_UP) {
            peer.hangUp();
        }
        for (int i = 0; i < how.times(); i++) {
            Sending.send(reply.frame(), how.drip(), peer, stopped);
        }
    }
}
