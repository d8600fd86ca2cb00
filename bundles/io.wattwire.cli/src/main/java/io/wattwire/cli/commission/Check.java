package io.wattwire.cli.commission;

/**
 * One thing that was tried.
 *
 * @param title what was tried
 * @param outcome how it went
 * @param text what was seen, and what to do when it failed
 */
record Check(String title, Outcome outcome, String text) {

    enum Outcome {
        PASSED("passed"),
        FAILED("FAILED"),
        NOT_HELD("NOT HELD"),
        NOT_TRIED("not tried");

        private final String text;

        Outcome(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    static Check of(boolean passed, String title, String text) {
        return new Check(title, passed ? Outcome.PASSED : Outcome.FAILED, text);
    }

    static Check notTried(String title, String why) {
        return new Check(title, Outcome.NOT_TRIED, why);
    }
}
