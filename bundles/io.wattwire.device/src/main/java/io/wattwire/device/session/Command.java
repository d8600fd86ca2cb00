package io.wattwire.device.session;

import io.wattwire.device.model.PointControl;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * A set-point that somebody gave for a point, and how far the device heard and obeys it. Guarded by
 * the set-points' turn.
 */
final class Command {

    /**
     * A device that never confirmed is not told more often than this, but what it forgets by itself
     * is repeated in time all the same: some devices never show what they obey.
     */
    private static final int MOST_UNCONFIRMED_TRIES = 3;

    /** A device that shows nothing is not asked for ever. */
    private static final int MOST_LOOKS = 10;

    private static final int NEVER = -1;

    private final PointControl control;
    private final double asked;
    private final long givenNanos;
    private final double highest;
    private double wanted;

    private OptionalDouble heard;
    private int heardAtReturn = NEVER;
    private long writtenNanos;
    private long checkedNanos;
    private Duration expiry = Duration.ZERO;
    private int tries;
    private boolean confirmed;
    private boolean givenUp;
    private boolean refusedLimit;
    private long lookedNanos;
    private int looks;
    private long trustedMark = NEVER;
    private int trustedAtReturn = NEVER;

    /**
     * @param asked in the point's unit, the cap already applied
     * @param before the command that this one replaces, or null
     */
    Command(PointControl control, double asked, long givenNanos, Command before) {
        this.control = control;
        this.asked = asked;
        this.wanted = asked;
        this.givenNanos = givenNanos;
        this.heard = before == null ? OptionalDouble.empty() : before.heard;
        this.lookedNanos = givenNanos;
        this.highest =
                before == null
                        ? Double.POSITIVE_INFINITY
                        : Math.max(before.wanted, before.heard.orElse(before.wanted));
    }

    PointControl control() {
        return control;
    }

    /** What somebody asked for. */
    double asked() {
        return asked;
    }

    /** What of it the device is told. */
    double wanted() {
        return wanted;
    }

    /** From now on the device is told no more than this. */
    void hold(double bounded) {
        wanted = bounded;
    }

    /** How long it holds: as long as it says itself, or as everything does. */
    Duration valid(Duration usual) {
        return control.lasts(asked).orElse(usual);
    }

    boolean isOlderThan(Duration valid, long now) {
        return now - givenNanos > valid.toNanos();
    }

    /** Whether it is worth comparing now what the device obeys. */
    boolean isDue(Duration settling, int returns, long now) {
        boolean silentMeanwhile = heardAtReturn != returns;
        if (givenUp) {
            return refusedLimit && silentMeanwhile;
        }
        boolean settled = now - checkedNanos >= settling.toNanos();
        boolean mayTry = confirmed || tries < MOST_UNCONFIRMED_TRIES;
        return isExpiring(now) || mayTry && (silentMeanwhile || settled);
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

    /**
     * @param mark of the samples that showed it
     */
    void confirm(long mark, int returns) {
        confirmed = true;
        tries = 0;
        trustedMark = mark;
        trustedAtReturn = returns;
    }

    /**
     * The samples that a following command may rely on, as the device has answered ever since it
     * showed this one. The next command then leaves at once instead of after a read.
     */
    OptionalLong trusted(int returns) {
        return confirmed && trustedAtReturn == returns
                ? OptionalLong.of(trustedMark)
                : OptionalLong.empty();
    }

    /** Whether the device answered ever since it was compared last. */
    boolean answeredSince(int returns) {
        return heardAtReturn == returns;
    }

    /** Whether the device still has to be told for the first time. */
    boolean isUntold() {
        return tries == 0 && !confirmed && !givenUp;
    }

    /** Whether it asks for no more than was commanded before, so that it may leave at once. */
    boolean isNoRise() {
        return wanted <= highest;
    }

    /**
     * Whether to look at what the device obeys without a word to it, for who watches the read-back:
     * the command is refused or not shown.
     */
    boolean isToBeLookedAt(Duration period, long now) {
        return !confirmed && looks < MOST_LOOKS && now - lookedNanos >= period.toNanos();
    }

    void looked(long now) {
        lookedNanos = now;
        looks++;
    }

    /** The device or a rule refuses it: it rests until somebody commands anew. */
    void giveUp() {
        givenUp = true;
    }

    /** The same for a limit, which is tried again once the device was silent: it may restart. */
    void giveUpLimit(long now, int returns) {
        giveUp();
        refusedLimit = true;
        checked(now, returns);
    }
}
