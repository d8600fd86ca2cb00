package io.wattwire.device.session;

import io.wattwire.device.link.LinkException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Judges a link by the outcome of its exchanges: what state it is in, whether it is time for
 * another try, and the one log line when that changes. Thread-safe; does no input or output but the
 * log.
 */
final class LinkWatch {

    /** So long a silent device is tried at the normal pace, and so long nobody is told. */
    static final Duration GRACE = Duration.ofSeconds(30);

    /** Pace of tries of a dead device that is only read. */
    static final Duration READ_ONLY_PACE = Duration.ofSeconds(60);

    /**
     * Pace of tries of a dead device that a limit needs: with the usual poll of 1 s one try in 2 s.
     */
    static final Duration CONTROL_PACE = Duration.ofMillis(1500);

    private static final Logger LOG = LoggerFactory.getLogger(LinkWatch.class);

    private final String owner;
    private final Duration pace;
    private final BooleanSupplier sunIsDown;
    private final LongSupplier clock;
    private final long opened;

    private LinkState state = LinkState.WAITING;
    private String lastError = "";
    private long lastTry;
    private long lastGood;
    private boolean failing;
    private int failures;
    private long failingSince;
    private int connections;
    private int returns;

    /**
     * @param owner whose link it is, for the log
     * @param underControl whether a limit needs the device
     * @param sunIsDown whether silence would be that of a PV inverter at night
     * @param clock monotonic nanoseconds
     */
    LinkWatch(String owner, boolean underControl, BooleanSupplier sunIsDown, LongSupplier clock) {
        this.owner = owner;
        this.pace = underControl ? CONTROL_PACE : READ_ONLY_PACE;
        this.sunIsDown = sunIsDown;
        this.clock = clock;
        this.opened = clock.getAsLong();
        this.lastGood = opened;
        this.lastTry = opened;
    }

    /** Whether an exchange may be tried now. */
    synchronized boolean mayTry() {
        return !isDown() || clock.getAsLong() - lastTry >= pace.toNanos();
    }

    synchronized void tried() {
        lastTry = clock.getAsLong();
    }

    /** The device answered, be it with an exception. */
    synchronized void succeeded() {
        lastGood = clock.getAsLong();
        failing = false;
        failures = 0;
        if (state == LinkState.CONNECTED) {
            return;
        }
        returns++;
        if (connections == 0 || isDown()) {
            connections++;
            LOG.info("{}: connected", owner);
        }
        state = LinkState.CONNECTED;
    }

    /** The device did not answer. */
    synchronized void failed(String reason) {
        long now = clock.getAsLong();
        lastError = reason;
        failures++;
        if (!failing) {
            failing = true;
            failingSince = now;
        }
        if (isDown()) {
            return;
        }
        state = LinkState.WAITING;
        if (now - failingSince >= GRACE.toNanos()) {
            fallSilent(reason);
        }
    }

    private void fallSilent(String reason) {
        if (sunIsDown.getAsBoolean()) {
            state = LinkState.ASLEEP;
            LOG.info("{}: asleep until the sun is up", owner);
        } else {
            state = LinkState.DEAD;
            LOG.warn("{}: dead, next tries every {} s: {}", owner, paceSeconds(), reason);
        }
    }

    private long paceSeconds() {
        return Math.max(2, pace.toSeconds());
    }

    private boolean isDown() {
        return state == LinkState.DEAD || state == LinkState.ASLEEP;
    }

    /**
     * The device could not even be asked, for example because others held the wire: says nothing of
     * the device.
     */
    synchronized void hindered(String reason) {
        lastError = reason;
    }

    /**
     * @throws LinkException with the reason, while the next try is not due
     */
    synchronized void refuseWhileWaiting() throws LinkException {
        if (!mayTry()) {
            throw new LinkException(LinkException.Reason.TIMEOUT, waitingReason());
        }
    }

    /** How often in a row the device did not answer. */
    synchronized int failures() {
        return failures;
    }

    /** Why nothing is read while the next try is not due. */
    synchronized String waitingReason() {
        return state == LinkState.ASLEEP
                ? "asleep: a PV inverter without sun does not answer"
                : "dead, tried every " + paceSeconds() + " s: " + lastError;
    }

    synchronized LinkState state() {
        return state;
    }

    synchronized boolean isConnected() {
        return state == LinkState.CONNECTED;
    }

    synchronized String lastError() {
        return lastError;
    }

    synchronized long ageMillis() {
        return Duration.ofNanos(clock.getAsLong() - lastGood).toMillis();
    }

    /**
     * Counts the times that the device came into sight: what is read once per connection is read
     * again when this changes.
     */
    synchronized int connections() {
        return connections;
    }

    /**
     * Counts the times that the device answered after it had not, however short: it may have
     * restarted meanwhile.
     */
    synchronized int returns() {
        return returns;
    }
}
