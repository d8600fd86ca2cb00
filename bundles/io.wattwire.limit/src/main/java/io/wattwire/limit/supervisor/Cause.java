package io.wattwire.limit.supervisor;

/** Why the scheme locked itself out. */
public enum Cause {
    /** One excursion lasted 60 s. */
    LONG_EXCURSION("one excursion lasted 60 s"),
    /** A second excursion of 15 s came within ten minutes of the one before. */
    TWO_IN_TEN_MINUTES("two excursions of 15 s within 10 minutes"),
    /** More than three excursions of 15 s within a day. */
    MORE_THAN_THREE_A_DAY("more than three excursions of 15 s within 24 hours"),
    /** What was stored cannot be read, so nobody knows whether it was locked out. */
    STATE_DAMAGED("the stored state is damaged");

    private final String text;

    Cause(String text) {
        this.text = text;
    }

    /**
     * As it is said in status and log.
     *
     * @return a phrase in English
     */
    public String text() {
        return text;
    }
}
