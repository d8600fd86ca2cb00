package io.wattwire.device.server;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends slowly, and ends at once when the server stops. */
final class Sending {

    private Sending() {}

    static void send(byte[] bytes, Duration drip, Peer peer, CountDownLatch stopped)
            throws IOException {
        if (drip.isZero()) {
            peer.write(bytes);
            return;
        }
        for (byte one : bytes) {
            pause(drip, stopped);
            peer.write(new byte[] {one});
        }
    }

    static void pause(Duration duration, CountDownLatch stopped) throws IOException {
        try {
            if (!duration.isZero() && stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IOException("the server was stopped");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Answers nothing until the other end hangs up. */
    static void keepSilent(Peer peer) throws IOException {
        byte[] ignored = new byte[256];
        while (peer.read(ignored) >= 0) {
            Thread.onSpinWait(); // read blocks; whoever waits for an answer hangs up in the end
        }
    }
}
