package io.wattwire.publish.pvoutput;

import io.wattwire.publish.TryLaterException;
import io.wattwire.publish.pvoutput.api.PvOutputAnswer;
import io.wattwire.publish.pvoutput.api.PvOutputClient;
import java.io.IOException;
import java.time.Duration;

/**
 * Asks PVOutput no more often than it wants: 10 s between requests, none while the hour's requests
 * are used up, none any more after it refused the key. For one thread.
 */
final class Caller {

    private static final int BAD = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final long APART_NANOS = 10_000_000_000L;
    private static final long SECOND_MS = 1000;
    private static final long HOUR_MS = 3_600_000;
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration DONATION = Duration.ofMinutes(10);

    private final PvOutputClient client;
    private final Timekeeper time;
    private boolean asked;
    private long askedNanos;
    private long closedUntil;
    private String stopped = "";

    Caller(PvOutputClient client, Timekeeper time) {
        this.client = client;
        this.time = time;
    }

    /** One of the client's requests. */
    @FunctionalInterface
    interface Request {
        PvOutputAnswer ask(PvOutputClient client) throws IOException, InterruptedException;
    }

    /** An answer that took the request, or refused it for good (400). */
    PvOutputAnswer call(Request request) throws IOException, InterruptedException {
        mayCall();
        long left = askedNanos + APART_NANOS - time.nanos();
        if (asked && left > 0) {
            time.sleep(left);
        }
        asked = true;
        PvOutputAnswer answer;
        try {
            answer = request.ask(client);
        } finally {
            askedNanos = time.nanos();
        }
        note(answer);
        if (answer.good() || answer.status() == BAD) {
            return answer;
        }
        throw problem(answer);
    }

    private void mayCall() throws TryLaterException {
        if (!stopped.isEmpty()) {
            throw new TryLaterException(stopped, DAY);
        }
        long wait = closedUntil - time.wallMillis();
        if (wait > 0 && wait <= 2 * HOUR_MS) { // more is a clock that was set
            throw new TryLaterException(client + " takes no more requests in this hour", of(wait));
        }
    }

    private static Duration of(long millis) {
        return Duration.ofMillis(millis);
    }

    /** PVOutput's clock decides; an hour at most where the clocks differ. */
    private void note(PvOutputAnswer answer) {
        boolean none = answer.remaining().isPresent() && answer.remaining().getAsLong() == 0;
        if (none || answer.usedUp()) {
            long now = time.wallMillis();
            long reset = (answer.reset().orElse(0) + 1) * SECOND_MS;
            closedUntil = reset > now && reset - now <= HOUR_MS ? reset : now + HOUR_MS;
        }
    }

    private IOException problem(PvOutputAnswer answer) {
        String said = client + " answers " + answer.status() + ": " + answer.reason();
        if (answer.status() == UNAUTHORIZED) {
            stopped = said + "; nothing is sent until api.key or system.id is corrected";
            return new TryLaterException(stopped, DAY);
        }
        if (answer.usedUp()) {
            return new TryLaterException(said, of(closedUntil - time.wallMillis()));
        }
        if (answer.status() == FORBIDDEN) {
            return new TryLaterException(
                    said + "; without a donation extended values must be empty", DONATION);
        }
        return new IOException(said);
    }

    /** An answer that is good by its code, and none of PVOutput's. */
    IOException strange(PvOutputAnswer answer) {
        return new IOException(
                client
                        + " answers with something else than PVOutput does; correct the url, or look"
                        + " what stands between: "
                        + answer.reason());
    }
}
