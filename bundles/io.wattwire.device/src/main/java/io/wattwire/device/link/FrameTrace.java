package io.wattwire.device.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last frames in a buffer of fixed size. Thread-safe. */
public final class FrameTrace implements FrameListener {

    private final int capacity;
    private final Deque<Frame> frames = new ArrayDeque<>();

    /**
     * Makes an empty buffer.
     *
     * @param capacity most frames to keep, at least 1
     * @throws IllegalArgumentException if the capacity is below 1
     */
    public FrameTrace(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException(
                    "a trace of " + capacity + " frames keeps nothing; use 1 or more");
        }
        this.capacity = capacity;
    }

    @Override
    public synchronized void frame(Frame frame) {
        if (frames.size() == capacity) {
            frames.removeFirst();
        }
        frames.addLast(frame);
    }

    /**
     * Gives what is in the buffer.
     *
     * @return the frames, oldest first, as a copy
     */
    public synchronized List<Frame> frames() {
        return List.copyOf(frames);
    }

    /** Empties the buffer. */
    public synchronized void clear() {
        frames.clear();
    }
}
