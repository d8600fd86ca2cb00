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

    /** Exchanges without a byte in a row after which a TCP connection is made anew. */
    private static final int SILENT_EXCHANGES = 2;

    /** But not sooner: the answer of a device that has become slow could only come on this one. */
    private static final long LEAST_SILENCE_NANOS = 1_500_000_000L;

    private final Line line;
    private final Orphans orphans;
    private final Lateness lateness;
    private int transaction;
    private int silentExchanges;
    private long silentSince;
    private boolean echoing;

    Conversation(Line line, Orphans orphans) {
        this.line = line;
        this.orphans = orphans;
        boolean numbered = line.envelope().numbered();
        lateness =
                new Lateness(
                        (frame, number) ->
                                !numbered || frame.transaction() == line.envelope().number(number));
    }

    @Override
    public Answer exchange(Call call) throws LinkException {
        try {
            int late = lateAnswers(call.request());
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

    /**
     * Lets a slow device end what it is at: another request would only queue up behind, and be
     * answered later still.
     */
    @Override
    public boolean awaitOwed(Call call) throws LinkException {
        boolean waits = false;
        try {
            long pending = pendingNanos();
            while (pending > 0) {
                waits = true;
                long remaining = call.deadline().remainingNanos();
                if (remaining == 0) {
                    throw new LinkException(
                            Reason.BUSY,
                            line.name()
                                    + ": an answer that was given up is still on its way; raise"
                                    + " read.deadline.ms of the device that is slow");
                }
                line.receive(Math.min(pending, remaining), call.owner()).forEach(this::heard);
                pending = pendingNanos();
            }
        } catch (LinkException e) {
            throw e;
        } catch (InterruptedIOException e) {
            throw new LinkException(Reason.CLOSED, line.name() + ": interrupted in an exchange", e);
        } catch (IOException e) {
            line.close(); // lost since the last exchange, nothing was sent yet
        }
        return waits;
    }

    private long pendingNanos() {
        return line.connected() ? lateness.pendingNanos(System.nanoTime()) : 0;
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
        return lateness.of(unit, System.nanoTime());
    }

    @Override
    public Duration lateness() {
        return lateness.ofAny(System.nanoTime());
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

    /** Tells how many answers may come that look like the one to this request. */
    private int lateAnswers(Request request) throws LinkException {
        if (line.envelope().numbered() || !request.readsOnly()) {
            return 0;
        }
        int late = orphans.before(request, System.nanoTime());
        if (Orphans.tooMany(late)) {
            throw new LinkException(
                    Reason.TIMEOUT,
                    line.name()
                            + ": unit "
                            + request.unit()
                            + " left "
                            + late
                            + " requests unanswered; it is asked again"
                            + " when no late answer can be on its way");
        }
        return late;
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
        lateness.forgetOwed();
        line.connect(call.deadline());
        settle(call, line.connectedNanos() + call.timing().connectDelay().toNanos());
    }

    private void heard(Adu frame) {
        silentExchanges = 0;
        orphans.arrived(frame);
        lateness.arrived(frame, System.nanoTime());
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
        if (!line.envelope().numbered()) {
            orphans.sent(request, begin);
        }
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
                silentExchanges = 0;
                echoing = request.readsOnly() ? line.echoed(frame) : echoing;
                long air = line.envelope().airNanos(frame.length + answer.raw().length);
                long took = Math.max(0, line.lastByteNanos() - begin - air);
                long end = line.lastByteNanos();
                lateness.answered(request.unit(), end - begin, end);
                return new Answer(answer.pdu(), took);
            }
            if (answerBy.passed()) {
                lateness.givenUp(request, transaction, begin);
                silentSince = silentExchanges == 0 ? begin : silentSince;
                throw givenUp(call, answerBy.budget());
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
            silentExchanges = 0;
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

    private LinkException givenUp(Call call, Duration waited) {
        Request request = call.request();
        orphans.givenUp(request, System.nanoTime());
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
            silentExchanges = 0;
            return new LinkException(
                    Reason.GARBAGE, what + ", but these bytes: " + heard + "; " + remedy);
        }
        boolean lasts = System.nanoTime() - silentSince >= LEAST_SILENCE_NANOS;
        if (++silentExchanges >= SILENT_EXCHANGES && lasts) {
            silentExchanges = 0;
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
