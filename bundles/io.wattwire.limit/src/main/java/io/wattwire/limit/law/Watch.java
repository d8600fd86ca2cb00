package io.wattwire.limit.law;

/**
 * What was seen of one measured input so far.
 *
 * @param last the newest usable sample
 * @param before the usable sample before it
 * @param seen number of the newest sample looked at, usable or not
 * @param fresh whether this evaluation brought a new usable sample
 * @param refused whether the newest sample was absurd
 * @param equalSinceNanos when the present value was measured first
 */
public record Watch(
        Sample last,
        Sample before,
        long seen,
        boolean fresh,
        boolean refused,
        long equalSinceNanos) {

    /** Nothing seen yet. */
    public static final Watch NONE = new Watch(Sample.NONE, Sample.NONE, 0, false, false, 0);

    Watch see(Sample sample, double absurdAbove) {
        if (!sample.present() || sample.number() == seen) {
            return new Watch(last, before, seen, false, refused, equalSinceNanos);
        }
        // written so that NaN is absurd too
        if (!(Math.abs(sample.value()) <= absurdAbove)) {
            return new Watch(last, before, sample.number(), false, true, equalSinceNanos);
        }
        boolean equal = last.present() && last.value() == sample.value();
        long since = equal ? equalSinceNanos : sample.takenNanos();
        return new Watch(sample, last, sample.number(), true, false, since);
    }

    /** How long the meter has been showing exactly this value. */
    long equalNanos() {
        return last.takenNanos() - equalSinceNanos;
    }
}
