package io.wattwire.device.link;

/** Hears of frames on the wire. */
@FunctionalInterface
public interface FrameListener {

    /**
     * Called for each frame in the order of the wire, dropped ones included.
     *
     * @param frame the frame
     */
    void frame(Frame frame);
}
