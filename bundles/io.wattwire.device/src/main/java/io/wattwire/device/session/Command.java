package io.wattwire.device.session;

import io.wattwire.device.model.PointControl;
import java.time.Duration;
import java.util.OptionalDouble;

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

    private OptionalDouble heard;
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
        this.heard = before == null ? OptionalDouble.empty() : before.heard;
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
     * The set-point that the device should still show, be it of an earlier command: it confirmed
     * it, or it was silent since it heard it.
     *
     * @return empty when the device heard none, or may not have taken it up yet
     */
    OptionalDouble expected(int returns) {
        return confirmed || heardAtReturn != returns ? heard : OptionalDouble.empty();
    }

    /**
     * @param leastExpiry time after which the device forgets; zero: never
     */
    void written(long now, int returns, Duration leastExpiry) {
        writtenNanos = now;
        expiry = leastExpiry;
        tries++;
        confirmed = false;
        heard = OptionalDouble.of(wanted);
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
