package io.wattwire.source.venus;

/**
 * Whether what arrives was sent just now. The GX says nothing of times, and a network that stalls
 * delivers late what it kept. So we send messages to ourselves through the same broker: what comes
 * behind one that came back was sent after it was sent. Thread-safe.
 */
final class Promptness {

    /** What arrives counts as sent just now if it was sent at most so long ago. */
    static final long BOUND_NANOS = 1_000_000_000L;

    private long number;
    private long sentNanos;
    private boolean out;
    private long backNanos;
    private boolean back;

    /** A connection begins: nothing came back yet. */
    synchronized void forget() {
        number++;
        out = false;
        back = false;
    }

    /**
     * A message to ourselves is about to be sent.
     *
     * @return its text
     */
    synchronized String send(long nowNanos) {
        number++;
        sentNanos = nowNanos;
        out = true;
        return Long.toString(number);
    }

    /** One came back. Others than the last one that was sent count for nothing. */
    synchronized void back(String text) {
        if (out && text.equals(Long.toString(number))) {
            out = false;
            back = true;
            backNanos = sentNanos;
        }
    }

    /** {@return whether what arrives now was sent at most {@link #BOUND_NANOS} ago} */
    synchronized boolean prompt(long nowNanos) {
        return back && nowNanos - backNanos <= BOUND_NANOS;
    }
}
