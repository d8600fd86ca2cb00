package io.wattwire.limit;

/** What the limit is doing; the text is what status and log say. */
enum Phase {
    STARTING("starting"),
    REGULATING("regulating"),
    HOLDING("holding"),
    FALL_BACK("fall-back"),
    DELEGATED("delegated"),
    ALARM("alarm");

    private final String text;

    Phase(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /** Only then may the law raise the limit above the fall-back. */
    boolean open() {
        return this == REGULATING || this == HOLDING;
    }
}
