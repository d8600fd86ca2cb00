package io.wattwire.device.link;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.Framer;
import io.wattwire.device.link.LinkException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A wire with frames on it: sends them, finds them, keeps the silences between them and records
 * them.
 */
final class Line {

    /** Bytes were no frames, and the framing gives no way back. */
    static final class StreamDamaged extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final int REMEMBERED = 64;

    /** So many reads in a row, then whoever wants the wire gets it. */
    private static final int MOST_AT_ONCE = 16;

    /** The other end takes a reply at once or is gone. */
    private static final Duration REPLY_TIME = Duration.ofMillis(50);

    private final String name;
    private final Wire wire;
    private final Envelope envelope;
    private final FrameRecorder recorder;
    private final Framer framer;
    private final byte[] buffer = new byte[512];
    private final byte[] heard = new byte[REMEMBERED];
    private int heardCount;

    /** Bytes since sending that belong to nothing but what the other end says for itself. */
    private int asideCount;

    private int receivedCount;
    private boolean framed;
    private long connectedNanos;
    private long lastByteNanos;
    private volatile long closedNanos = System.nanoTime() - TimeUnit.MINUTES.toNanos(1);

    Line(String name, Wire wire, Envelope envelope, FrameRecorder recorder) {
        this.name = name;
        this.wire = wire;
        this.envelope = envelope;
        this.recorder = recorder;
        this.framer = envelope.framer();
    }

    String name() {
        return name;
    }

    Envelope envelope() {
        return envelope;
    }

    boolean connected() {
        return wire.isOpen();
    }

    void connect(Deadline deadline) throws LinkException {
        wire.open(deadline);
        framer.reset();
        connectedNanos = System.nanoTime();
        lastByteNanos = connectedNanos;
    }

    /** Closes a connection whose other end may be gone without a sign; a serial port has none. */
    void closeIfHalfOpen() {
        if (wire.mayBeHalfOpen()) {
            shut();
        }
    }

    void close() {
        shut();
    }

    long connectedNanos() {
        return connectedNanos;
    }

    long lastByteNanos() {
        return lastByteNanos;
    }

    /**
     * Listens until the moment has come and the line has been silent for long enough. What arrives
     * meanwhile is too late for anybody.
     */
    void settle(long notBefore, String owner, Consumer<Adu> late, Deadline deadline)
            throws IOException {
        boolean noisy = false;
        while (true) {
            long now = System.nanoTime();
            long silence = lastByteNanos + envelope.silenceNanos() - now;
            long wait = Math.max(notBefore - now, silence);
            long remaining = deadline.remainingNanos();
            if (wait > remaining || remaining == 0) {
                throw unsettled(noisy);
            }
            receive(wait, owner).forEach(late);
            if (lastByteNanos - now < 0) {
                return;
            }
            noisy = true;
        }
    }

    private LinkException unsettled(boolean noisy) {
        if (noisy) {
            closeIfHalfOpen();
            return new LinkException(
                    Reason.GARBAGE,
                    name + ": the line never falls silent; look for noise or a second master");
        }
        return new LinkException(
                Reason.BUSY,
                name
                        + ": the break that the device needs lasts longer than the deadline; give it more time");
    }

    /** Sends a frame and begins to remember what is heard. */
    void send(int unit, byte[] frame, String owner, Deadline deadline) throws IOException {
        heardCount = 0;
        receivedCount = 0;
        asideCount = 0;
        framed = false;
        if (envelope.silenceNanos() > 0) {
            framer.reset(); // nothing unfinished goes on after a silence
        }
        recorder.record(owner, true, unit, frame, System.nanoTime());
        wire.write(frame, deadline);
        lastByteNanos = System.nanoTime();
    }

    /**
     * Reads what is there, after waiting for it if nothing is.
     *
     * @return the frames that are complete now
     * @throws StreamDamaged if no further frame can be found in this stream; it is closed then
     */
    List<Adu> receive(long nanos, String owner) throws IOException {
        if (!wire.isOpen()) {
            throw new StreamDamaged();
        }
        int count = wire.read(buffer, nanos);
        if (count == 0) {
            return List.of();
        }
        lastByteNanos = System.nanoTime();
        int kept = Math.min(count, heard.length - heardCount);
        System.arraycopy(buffer, 0, heard, heardCount, kept);
        heardCount += kept;
        receivedCount += count;
        List<Adu> frames = framer.feed(buffer, count);
        framed |= !frames.isEmpty();
        for (Adu frame : frames) {
            recorder.record(owner, false, Math.max(0, frame.unit()), frame.raw(), lastByteNanos);
            reply(frame, owner);
        }
        if (framer.damaged()) {
            shut();
        }
        return frames;
    }

    /** Hears what has come while nobody talked; a connection that is lost is closed. */
    void attend(String owner) {
        try {
            int reads = 0;
            while (reads < MOST_AT_ONCE && !receive(0, owner).isEmpty()) {
                reads++;
            }
        } catch (IOException e) {
            shut();
        }
    }

    private void reply(Adu frame, String owner) throws IOException {
        byte[] reply = envelope.reply(frame);
        asideCount += envelope.aside(frame) ? frame.raw().length : 0;
        if (reply.length > 0) {
            recorder.record(owner, true, 0, reply, System.nanoTime());
            wire.write(reply, Deadline.in(REPLY_TIME));
        }
    }

    /** What to check when what was heard since sending was no answer. */
    String remedy() {
        return envelope.remedy(Arrays.copyOf(heard, silent() ? 0 : heardCount));
    }

    /** Whether anything was heard since sending but what the other end says for itself. */
    boolean anythingHeard() {
        return !silent();
    }

    private boolean silent() {
        return receivedCount <= asideCount;
    }

    /** When a connection that was lost may be made anew, by the monotonic clock. */
    long reconnectNanos() {
        return wire.isOpen() ? closedNanos : closedNanos + envelope.reconnectNanos();
    }

    private void shut() {
        if (wire.isOpen()) {
            closedNanos = System.nanoTime();
        }
        wire.close();
    }

    /**
     * Tells whether the first bytes heard since sending are the ones that were sent, as half-duplex
     * adapters do.
     */
    boolean echoed(byte[] frame) {
        return heardCount >= frame.length
                && Arrays.equals(heard, 0, frame.length, frame, 0, frame.length);
    }

    /**
     * Records, unless that is done, and shows what was heard since sending, for the case that it
     * was no answer; empty if nothing was.
     */
    String heard(int unit, String owner) {
        if (silent()) {
            return "";
        }
        byte[] bytes = Arrays.copyOf(heard, heardCount);
        if (!framed) {
            recorder.record(owner, false, unit, bytes, lastByteNanos);
            framed = true; // once is enough
        }
        return HexFormat.ofDelimiter(" ").formatHex(bytes)
                + (heardCount == heard.length ? " …" : "");
    }
}
