package io.wattwire.device.session;

import io.wattwire.device.model.PointControl;
import java.time.Duration;

/**
 * A set-point that somebody gave for a point, and how far the device heard and obeys it. Guarded by
 * the set-points' turn.
 */
final class Command {

    /** A device that never confirmed is not told more often than this. */
    private static final int MOST_UNCONFIRMED_TRIES = 3;

    private static final int NEVER = -1;

    private final PointControl control;
    private final double wanted;
    private final long givenNanos;

    private boolean knownToDevice;
    private int heardAtReturn = NEVER;
    private long writtenNanos;
    private long checkedNanos;
    private Duration expiry = Duration.ZERO;
    private int tries;
    private boolean confirmed;
    private boolean givenUp;

    /**
     * @param wanted in the point's unit, the cap already applied
     * @param before the command that this one replaces, or null
     */
    Command(PointControl control, double wanted, long givenNanos, Command before) {
        this.control = control;
        this.wanted = wanted;
        this.givenNanos = givenNanos;
        this.knownToDevice = before != null && before.knownToDevice;
    }

    PointControl control() {
        return control;
    }

    double wanted() {
        return wanted;
    }

    boolean isOlderThan(Duration valid, long now) {
        return now - givenNanos > valid.toNanos();
    }

    /** Whether it is worth comparing now what the device obeys. */
    boolean isDue(Duration settling, int returns, long now) {
        boolean silentMeanwhile = heardAtReturn != returns;
        boolean settled = now - checkedNanos >= settling.toNanos();
        boolean allowed = !givenUp && (confirmed || tries < MOST_UNCONFIRMED_TRIES);
        return allowed && (silentMeanwhile || settled || isExpiring(now));
    }

    /** Whether the device is about to forget it by itself. */
    boolean isExpiring(long now) {
        return !expiry.isZero() && now - writtenNanos >= expiry.toNanos() / 2;
    }

    /**
     * Whether a device that shows something else has forgotten it: it obeyed before, or it was away
     * and had been commanded before.
     */
    boolean isForgotten(int returns) {
        return confirmed || knownToDevice && heardAtReturn != returns;
    }

    /**
     * @param leastExpiry time after which the device forgets; zero: never
     */
    void written(long now, int returns, Duration leastExpiry) {
        writtenNanos = now;
        expiry = leastExpiry;
        tries++;
        confirmed = false;
        knownToDevice = true;
        checked(now, returns);
    }

    void checked(long now, int returns) {
        checkedNanos = now;
        heardAtReturn = returns;
    }

    void confirm() {
        confirmed = true;
        tries = 0;
    }

    /** The device or a rule refuses it: it rests until somebody commands anew. */
    void giveUp() {
        givenUp = true;
    }
}
