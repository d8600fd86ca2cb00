package io.wattwire.device.link;

import io.wattwire.device.frame.Adu;
import io.wattwire.device.link.LinkException.Reason;
import io.wattwire.device.plan.Cost;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Modbus, one request at a time on one line: connects when needed, drops what is not the answer and
 * gives up at the deadline. Used by the thread that has the turn.
 */
final class Conversation implements Speech {

    private final Line line;
    private final OwedAnswers owed;
    private final Silence silence = new Silence();
    private int transaction;
    private boolean echoing;

    Conversation(Line line, Orphans orphans) {
        this.line = line;
        owed = new OwedAnswers(line, orphans);
    }

    @Override
    public Answer exchange(Call call) throws LinkException {
        try {
            int late = owed.alike(call.request());
            connect(call);
            Answer answer = ask(call);
            for (int i = 0; i < late; i++) {
                answer = askAgain(call);
            }
            return accepted(call.request(), answer);
        } catch (LinkException e) {
            throw e;
        } catch (InterruptedIOException e) {
            throw new LinkException(Reason.CLOSED, line.name() + ": interrupted in an exchange", e);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    @Override
    public boolean awaitOwed(Call call, Priority priority) throws LinkException {
        return owed.await(call, priority, this::heard);
    }

    @Override
    public boolean connected() {
        return line.connected();
    }

    @Override
    public void close() {
        line.close();
    }

    @Override
    public Duration lateness(int unit) {
        return owed.lateness(unit);
    }

    @Override
    public Duration lateness() {
        return owed.lateness();
    }

    @Override
    public Cost cost(Duration turnaround) {
        return line.envelope().cost(turnaround);
    }

    @Override
    public long reconnectNanos() {
        return line.reconnectNanos();
    }

    @Override
    public boolean speaksByItself() {
        return line.envelope().speaksByItself();
    }

    @Override
    public void attend(String who) {
        line.attend(who);
    }

    private void connect(Call call) throws IOException {
        if (line.connected()) {
            try {
                settle(call, line.connectedNanos() + call.timing().connectDelay().toNanos());
                return;
            } catch (LinkException | InterruptedIOException e) {
                throw e;
            } catch (IOException e) {
                line.close(); // lost since the last exchange, nothing was sent yet
            }
        }
        owed.forget();
        line.connect(call.deadline());
        settle(call, line.connectedNanos() + call.timing().connectDelay().toNanos());
    }

    private void heard(Adu frame) {
        silence.ends();
        owed.arrived(frame);
    }

    private void settle(Call call, long notBefore) throws IOException {
        line.settle(notBefore, call.owner(), this::heard, call.deadline());
    }

    /** Asks once more, as the answer before may have been a late one. */
    private Answer askAgain(Call call) throws IOException {
        try {
            settle(call, line.lastByteNanos() + call.timing().pause().toNanos());
        } catch (LinkException e) {
            throw e.reason() != Reason.BUSY
                    ? e
                    : new LinkException(
                            Reason.TIMEOUT,
                            line.name()
                                    + ": no time left to make sure that the answer of unit "
                                    + call.request().unit()
                                    + " was no late one",
                            e);
        }
        return ask(call);
    }

    private Answer ask(Call call) throws IOException {
        Request request = call.request();
        byte[] frame = packed(request);
        call.lease().checkOpen(); // nothing may reach the device after a release
        Deadline answerBy = call.answerBy();
        long begin = System.nanoTime();
        owed.sent(request, begin);
        line.send(request.unit(), frame, call.owner(), answerBy);
        boolean skipEcho = echoing && !request.readsOnly();
        while (true) {
            Adu answer = null;
            for (Adu found : line.receive(answerBy.remainingNanos(), call.owner())) {
                heard(found);
                if (skipEcho && line.echoed(found.raw())) {
                    skipEcho = false;
                } else if (answer == null && numbered(found)) {
                    answer = answered(found, request);
                }
            }
            if (answer != null) {
                echoing = request.readsOnly() ? line.echoed(frame) : echoing;
                long air = line.envelope().airNanos(frame.length + answer.raw().length);
                long took = Math.max(0, line.lastByteNanos() - begin - air);
                long end = line.lastByteNanos();
                owed.answered(request, end - begin, end);
                return new Answer(answer.pdu(), took);
            }
            if (answerBy.passed()) {
                owed.givenUp(request, transaction, begin);
                throw givenUp(call, begin, answerBy.budget());
            }
        }
    }

    /** What this kind of link cannot carry is refused like what the device refuses. */
    private byte[] packed(Request request) throws LinkException {
        try {
            return line.envelope().pack(++transaction, request.unit(), request.pdu());
        } catch (IllegalArgumentException wrong) {
            throw new LinkException(Reason.REFUSED, line.name() + ": " + wrong.getMessage(), wrong);
        }
    }

    private boolean numbered(Adu found) {
        return found.transaction() == line.envelope().number(transaction);
    }

    /** Gives the frame back if it is the answer, null if not. */
    private Adu answered(Adu found, Request request) throws LinkException {
        Optional<LinkException> refusal = line.envelope().refusal(line.name(), request, found);
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return request.answeredBy(found) || request.refusedBy(found) ? found : null;
    }

    private Answer accepted(Request request, Answer answer) throws LinkException {
        if (answer.pdu()[0] >= 0) {
            return answer;
        }
        int code = answer.pdu()[1] & 0xFF;
        throw new LinkException(
                code,
                line.name()
                        + ": unit "
                        + request.unit()
                        + " answers function "
                        + request.function()
                        + " with exception "
                        + code
                        + " ("
                        + ModbusExceptions.text(code)
                        + ")");
    }

    private LinkException givenUp(Call call, long begin, Duration waited) {
        Request request = call.request();
        String remedy = line.remedy();
        String heard = line.heard(request.unit(), call.owner());
        String what =
                line.name()
                        + ": no answer from unit "
                        + request.unit()
                        + " within "
                        + waited.toMillis()
                        + " ms";
        if (!heard.isEmpty()) {
            silence.ends();
            return new LinkException(
                    Reason.GARBAGE, what + ", but these bytes: " + heard + "; " + remedy);
        }
        if (silence.lasts(begin, System.nanoTime())) {
            line.closeIfHalfOpen();
        }
        return new LinkException(Reason.TIMEOUT, what + "; " + remedy);
    }

    private LinkException lost(IOException cause) {
        line.close();
        if (cause instanceof Line.StreamDamaged) {
            return new LinkException(
                    Reason.GARBAGE,
                    line.name() + ": what comes is no Modbus; check port and protocol of the link",
                    cause);
        }
        return new LinkException(
                Reason.CLOSED, line.name() + ": connection lost, " + cause.getMessage(), cause);
    }
}
