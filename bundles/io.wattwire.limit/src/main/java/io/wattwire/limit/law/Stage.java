package io.wattwire.limit.law;

/** What a {@link Reason} does to the limit, mildest first. */
public enum Stage {
    /** Only said. */
    NOTE,
    /** The limit may fall, not rise. */
    HOLD,
    /** The limit goes to the fall-back at once. */
    FALL_BACK,
    /** As the fall-back, and somebody has to look at it. */
    ALARM;

    static Stage worst(Iterable<Reason> reasons) {
        Stage worst = NOTE;
        for (Reason reason : reasons) {
            worst = worst(worst, reason.stage());
        }
        return worst;
    }

    static Stage worst(Stage one, Stage other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
