package io.wattwire.device.frame;

import java.util.List;

/**
 * Finds frames in a stream of bytes, however the stream is cut into pieces. Bounded in memory; not
 * thread-safe.
 */
public interface Framer {

    /**
     * Takes more bytes.
     *
     * @param bytes the bytes
     * @param count how many of them, from index 0
     * @return the frames that are complete now, in order
     */
    List<Adu> feed(byte[] bytes, int count);

    /** Forgets what was received of an unfinished frame. */
    void reset();

    /**
     * Tells whether the stream has lost its frames for good.
     *
     * @return true if no later byte can be trusted; always false where the framer finds its way
     *     back
     */
    boolean damaged();
}
