package io.wattwire.device.link;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.frame.CmsFrame;
import io.wattwire.device.link.LinkException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Questions and answers on a line of CMS inverters: one at a time, each within its time. */
final class CmsLine {

    /** As long as the vendor's program waits; inverters answer within 105 ms. */
    static final Duration PATIENCE = Duration.ofMillis(1200);

    private final Line line;
    private long turnaroundNanos;

    CmsLine(Line line) {
        this.line = line;
    }

    String name() {
        return line.name();
    }

    /** How long the inverter asked last took to begin its answer. */
    long turnaroundNanos() {
        return turnaroundNanos;
    }

    boolean connected() {
        return line.connected();
    }

    void close() {
        line.close();
    }

    /**
     * Opens the port or the connection.
     *
     * @return whether it was closed
     */
    boolean connect(Speech.Call call) throws IOException {
        boolean closed = !line.connected();
        if (closed) {
            line.connect(call.deadline());
        }
        settle(call, line.connectedNanos() + call.timing().connectDelay().toNanos());
        return closed;
    }

    private void settle(Speech.Call call, long notBefore) throws IOException {
        line.settle(notBefore, call.owner(), late -> {}, call.deadline());
    }

    /** Tells all inverters something that none answers. */
    void tell(Speech.Call call, int command, Duration rest) throws IOException {
        settle(call, line.lastByteNanos());
        send(call, CmsFrame.NOBODY, command);
        settle(call, line.lastByteNanos() + rest.toNanos());
    }

    /**
     * Asks and waits for the answer.
     *
     * @param of address that the answer must come from
     * @return payload of the answer; empty when none came
     */
    Optional<byte[]> ask(Speech.Call call, int to, int of, int command, byte... payload)
            throws IOException {
        settle(call, line.lastByteNanos() + call.timing().pause().toNanos());
        Deadline answerBy = call.answerBy(least(call.patience(), PATIENCE));
        long begin = System.nanoTime();
        int sent = send(call, to, command, payload);
        while (true) {
            Optional<byte[]> answer = Optional.empty();
            for (Adu found : line.receive(answerBy.remainingNanos(), call.owner())) {
                if (answer.isEmpty() && answers(found, of, command)) {
                    answer = Optional.of(found.pdu());
                    long air = line.envelope().airNanos(sent + found.raw().length);
                    turnaroundNanos = Math.max(0, line.lastByteNanos() - begin - air);
                }
            }
            if (answer.isEmpty() && answerBy.passed()) {
                line.heard(to, call.owner()); // several at once are noise, which a trace shows too
            }
            if (answer.isPresent() || answerBy.passed()) {
                return answer;
            }
        }
    }

    private int send(Speech.Call call, int to, int command, byte... payload) throws IOException {
        byte[] frame = CmsFrame.of(CmsFrame.HOST, to, command, payload);
        call.lease().checkOpen(); // nothing may reach the device after a release
        line.send(to, frame, call.owner(), call.deadline());
        return frame.length;
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static boolean answers(Adu found, int of, int command) {
        return found.transaction() == (command | CmsFrame.ANSWER)
                && found.unit() == of
                && CmsFrame.destination(found.raw()) == CmsFrame.HOST;
    }

    /** Whether bytes came since the last question that were no answer. */
    boolean damaged() {
        return line.anythingHeard();
    }

    /** What to say when a question was not answered. */
    LinkException unanswered(int unit, String what, Speech.Call call) {
        String remedy = line.remedy();
        String heard = line.heard(unit, call.owner());
        return heard.isEmpty()
                ? new LinkException(Reason.TIMEOUT, name() + ": " + what + "; " + remedy)
                : new LinkException(
                        Reason.GARBAGE,
                        name() + ": " + what + ", but these bytes: " + heard + "; " + remedy);
    }

    LinkException lost(IOException cause) {
        line.close();
        return new LinkException(
                Reason.CLOSED, name() + ": connection lost, " + cause.getMessage(), cause);
    }
}
