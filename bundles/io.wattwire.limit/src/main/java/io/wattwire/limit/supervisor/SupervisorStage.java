package io.wattwire.limit.supervisor;

/** The state of the scheme, as EREC G100 numbers it. */
public enum SupervisorStage {
    /** State 1: within the limits, or beyond them for less than 15 s. */
    NORMAL(1),
    /** State 2: beyond a limit for 15 s or more. */
    EXCURSION(2),
    /** State 3: locked out until somebody resets it. */
    LOCKED_OUT(3);

    private final int number;

    SupervisorStage(int number) {
        this.number = number;
    }

    /**
     * The number of the state.
     *
     * @return 1 to 3
     */
    public int number() {
        return number;
    }
}
