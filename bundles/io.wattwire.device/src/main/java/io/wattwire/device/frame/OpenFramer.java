package io.wattwire.device.frame;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds frames that may begin at every byte: all that may have begun are kept open side by side, so
 * that a damaged or forged begin never hides a good frame behind it, and the pieces in which the
 * stream comes do not matter.
 */
abstract class OpenFramer implements Framer {

    /** A begun frame is shorter than the longest one, so half the buffer is always free. */
    final byte[] buffer;

    /** Where frames may have begun, ascending. */
    final int[] begun;

    private final int header;
    int size;
    int begins;

    /**
     * @param longest bytes of the longest frame
     * @param header bytes that tell whether a frame may have begun
     */
    OpenFramer(int longest, int header) {
        buffer = new byte[2 * longest];
        begun = new int[buffer.length];
        this.header = header;
    }

    @Override
    public final List<Adu> feed(byte[] bytes, int count) {
        List<Adu> found = new ArrayList<>(1);
        for (int i = 0; i < count; i++) {
            if (size == buffer.length) {
                makeRoom();
            }
            take(bytes[i]);
            int start = size - header;
            if (start >= 0 && mayBegin(start)) {
                begin(start);
            }
            if (begins > 0 && mayEnd()) {
                end(found);
            }
        }
        return found;
    }

    @Override
    public void reset() {
        size = 0;
        begins = 0;
    }

    @Override
    public final boolean damaged() {
        return false;
    }

    void take(byte next) {
        buffer[size++] = next;
    }

    /** Tells whether a frame may have begun there: its header is whole. */
    abstract boolean mayBegin(int start);

    void begin(int start) {
        begun[begins++] = start;
    }

    /** Tells quickly whether {@link #end} has anything to do after the newest byte. */
    abstract boolean mayEnd();

    /** Takes the frame that ends with the newest byte, if one does. */
    abstract void end(List<Adu> found);

    /**
     * Keeps what may still become a frame.
     *
     * @return by how many bytes it went ahead in the buffer
     */
    int makeRoom() {
        int from = begins > 0 ? begun[0] : size - header + 1;
        System.arraycopy(buffer, from, buffer, 0, size - from);
        size -= from;
        for (int i = 0; i < begins; i++) {
            begun[i] -= from;
        }
        return from;
    }
}
