package io.wattwire.limit.law;

/** What the limit is doing; the text is what status and log say. */
public enum Phase {
    /** Nothing is trusted yet: the fall-back. */
    STARTING("starting"),
    /** The law. */
    REGULATING("regulating"),
    /** May fall, not rise, until a doubt is gone. */
    HOLDING("holding"),
    /** Trust was lost: the fall-back. */
    FALL_BACK("fall-back"),
    /** The device keeps its own limit at the grid point. */
    DELEGATED("delegated"),
    /** The fall-back, and somebody has to look at it. */
    ALARM("alarm");

    private final String text;

    Phase(String text) {
        this.text = text;
    }

    /**
     * What status and log say.
     *
     * @return one word
     */
    public String text() {
        return text;
    }

    /**
     * Whether the law is in charge: only then may the limit rise above the fall-back.
     *
     * @return false for every kind of fall-back
     */
    public boolean open() {
        return this == REGULATING || this == HOLDING;
    }
}
