package io.wattwire.device.link;

import io.wattwire.device.link.LinkException.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One request at a time to one HTTP device, each on a connection of its own: small devices keep few
 * of them, and a connection that ends with its answer leaves no late one behind. Redirects are not
 * followed. Used by the thread that has the turn.
 */
final class HttpConversation {

    private static final int SHOWN = 80;

    /** In the place of an answer that was none. */
    private static final byte[] NO_ANSWER = "0\n".getBytes(StandardCharsets.UTF_8);

    private final Http address;
    private final Wire wire;
    private final FrameRecorder recorder;
    private final byte[] buffer = new byte[4096];

    HttpConversation(Http address, Wire wire, FrameRecorder recorder) {
        this.address = address;
        this.wire = wire;
        this.recorder = recorder;
    }

    /** The body of an answer and how long the device took for it. */
    record Answer(byte[] body, long turnaroundNanos) {}

    /**
     * Asks and returns the body of the answer.
     *
     * @param answerBy when an answer is no longer waited for, connecting included
     * @throws LinkException if there is no answer by then, or one that says no
     */
    Answer exchange(HttpMessage request, String owner, Deadline answerBy) throws LinkException {
        try {
            wire.open(answerBy);
            record(owner, true, request.bytes());
            long begin = System.nanoTime();
            wire.write(request.wire(address), answerBy);
            HttpReader reader = receive(answerBy);
            record(owner, false, shown(reader));
            return new Answer(accepted(request, reader), System.nanoTime() - begin);
        } catch (LinkException e) {
            throw e;
        } catch (HttpReader.Wrong e) {
            record(owner, false, NO_ANSWER);
            throw new LinkException(
                    Reason.GARBAGE,
                    name() + ": " + e.getMessage() + "; check that this is the device's HTTP port",
                    e);
        } catch (InterruptedIOException e) {
            throw new LinkException(Reason.CLOSED, name() + ": interrupted in an exchange", e);
        } catch (IOException e) {
            record(owner, false, NO_ANSWER);
            throw new LinkException(
                    Reason.GARBAGE,
                    name() + ": connection lost before the answer, " + e.getMessage(),
                    e);
        } finally {
            wire.close();
        }
    }

    private HttpReader receive(Deadline answerBy) throws IOException {
        HttpReader reader = new HttpReader();
        while (!reader.done()) {
            if (answerBy.passed()) {
                throw late(answerBy.budget(), reader.status() > 0);
            }
            try {
                reader.feed(buffer, wire.read(buffer, answerBy.remainingNanos()));
            } catch (EOFException closed) {
                reader.end();
            }
        }
        return reader;
    }

    private LinkException late(Duration waited, boolean begun) {
        return new LinkException(
                Reason.TIMEOUT,
                name()
                        + (begun ? ": the answer was not whole within " : ": no answer within ")
                        + waited.toMillis()
                        + " ms; check power and network of the device");
    }

    private byte[] accepted(HttpMessage request, HttpReader reader) throws LinkException {
        int status = reader.status();
        String what = name() + ": " + request.method() + " " + request.path() + ": HTTP " + status;
        switch (status / 100) {
            case 2:
                return reader.body();
            case 3:
                throw new LinkException(
                        Reason.REFUSED,
                        what
                                + ", the device is elsewhere; redirects are not followed, write its"
                                + " own address");
            case 5:
                throw new LinkException(
                        HttpStatus.BUSY,
                        what + ", not available at the moment" + said(reader.body()));
            default:
                break;
        }
        if (status == 401 || status == 403) {
            throw new LinkException(Reason.REFUSED, what + ", " + credentialRemedy());
        }
        if (status == 404 || status == 405) {
            throw new LinkException(
                    HttpStatus.ABSENT, what + ", this device or its firmware does not have it");
        }
        throw new LinkException(HttpStatus.REFUSED, what + ", refused" + said(reader.body()));
    }

    private String credentialRemedy() {
        return address.credential().isNone()
                ? "the device asks for user and password; set them as on its sticker"
                : "the device refuses user and password; correct them as on its sticker";
    }

    /** What a device says besides, short and printable. */
    private static String said(byte[] body) {
        String text = new String(body, StandardCharsets.UTF_8).replaceAll("[^ -~]+", " ").strip();
        return text.isEmpty()
                ? ""
                : ": '" + text.substring(0, Math.min(SHOWN, text.length())) + "'";
    }

    private static byte[] shown(HttpReader reader) {
        String text = reader.status() + "\n" + new String(reader.body(), StandardCharsets.UTF_8);
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Serials, names of networks and secrets keep their first character: it tells the kind. */
    private void record(String owner, boolean sent, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String masked = DocumentMask.document(text);
        recorder.record(owner, sent, 0, masked.getBytes(StandardCharsets.UTF_8), System.nanoTime());
    }

    private String name() {
        return address.text();
    }
}
