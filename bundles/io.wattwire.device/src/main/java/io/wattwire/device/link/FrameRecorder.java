package io.wattwire.device.link;

import java.util.Set;

/** Hands the frames of one link to its trace and to the pool's listeners. */
final class FrameRecorder {

    private static final int KEPT = 256;

    private final String link;
    private final FrameTrace trace = new FrameTrace(KEPT);
    private final Set<FrameListener> listeners;

    FrameRecorder(String link, Set<FrameListener> listeners) {
        this.link = link;
        this.listeners = listeners;
    }

    FrameTrace trace() {
        return trace;
    }

    /** Records bytes that were on the wire at the given monotonic time, a moment ago at most. */
    void record(String owner, boolean sent, int unit, byte[] bytes, long nanoTime) {
        long age = (System.nanoTime() - nanoTime) / 1_000_000;
        Frame frame =
                new Frame(
                        link, owner, sent, nanoTime, System.currentTimeMillis() - age, unit, bytes);
        trace.frame(frame);
        for (FrameListener listener : listeners) {
            tell(listener, frame);
        }
    }

    private static void tell(FrameListener listener, Frame frame) {
        try {
            listener.frame(frame);
        } catch (RuntimeException e) {
            return; // a bad listener must not cost an exchange
        }
    }
}
