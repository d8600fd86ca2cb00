package io.wattwire.limit.law;

/** Why the limit is where it is. */
public enum Reason {
    /** The configuration is refused, or the limit is being stopped: nothing may open. */
    CONFIGURATION_REFUSED(Stage.FALL_BACK, "the configuration is refused or the limit is stopping"),
    /** Rated power of the inverter not known yet. */
    FIGURES_UNKNOWN(Stage.FALL_BACK, "rated power of the inverter not known yet"),
    /** No reading of the grid meter yet. */
    GRID_MISSING(Stage.FALL_BACK, "no reading of the grid meter yet"),
    /** The grid reading is late. */
    GRID_LATE(Stage.HOLD, "the grid reading is late"),
    /** The grid reading is too old. */
    GRID_STALE(Stage.FALL_BACK, "the grid reading is too old"),
    /** The grid reading is absurd (value or time stamp) and was not used. */
    GRID_ABSURD(Stage.HOLD, "the grid reading is absurd (value or time stamp) and was not used"),
    /** The grid reading does not change any more. */
    GRID_FROZEN(Stage.FALL_BACK, "the grid reading does not change any more"),
    /** No reading of the inverter yet. */
    INVERTER_MISSING(Stage.FALL_BACK, "no reading of the inverter yet"),
    /** The inverter reading is too old. */
    INVERTER_STALE(Stage.FALL_BACK, "the inverter reading is too old"),
    /** The inverter reading is absurd (value or time stamp) and was not used. */
    INVERTER_ABSURD(
            Stage.HOLD, "the inverter reading is absurd (value or time stamp) and was not used"),
    /** The incoming set-point is missing or too old. */
    SETPOINT_MISSING(Stage.FALL_BACK, "the incoming set-point is missing or too old"),
    /** The inverter's own limit was not read yet. */
    READ_BACK_MISSING(Stage.FALL_BACK, "the inverter's own limit was not read yet"),
    /** The inverter's own limit was not read for too long. */
    READ_BACK_STALE(Stage.FALL_BACK, "the inverter's own limit was not read for too long"),
    /** The inverter reports a higher limit than commanded. */
    READ_BACK_ABOVE(Stage.HOLD, "the inverter reports a higher limit than commanded"),
    /** The inverter restarted, or somebody else sets its limit. */
    READ_BACK_RAISED(Stage.FALL_BACK, "the inverter restarted, or somebody else sets its limit"),
    /** The inverter does not take the limit. */
    READ_BACK_ALARM(Stage.ALARM, "the inverter does not take the limit"),
    /** The device exports more than its own limit allows. */
    DELEGATE_EXCEEDS(Stage.ALARM, "the device exports more than its own limit allows"),
    /** Waiting for good readings and a read-back. */
    OPENING(Stage.HOLD, "waiting for good readings and a read-back"),
    /** The meter counts the wrong way round. */
    GRID_REVERSED(Stage.ALARM, "the grid reading moves the wrong way: the meter is reversed"),
    /** The meter moves with the inverter. */
    GRID_CONTRADICTS(
            Stage.FALL_BACK, "the grid reading moved with the inverter instead of against it"),
    /** Not connected to the grid. */
    ISLANDED(Stage.HOLD, "not connected to the grid: limits stay as they are"),
    /** The meter has to answer first. */
    GRID_LEAPT(Stage.NOTE, "the grid reading leapt: no rise until it answers to the inverter"),
    /** The incoming export target is missing or too old. */
    TARGET_MISSING(Stage.NOTE, "the incoming export target is missing or too old: the strictest"),
    /** The incoming export target binds. */
    TARGET_BINDS(Stage.NOTE, "the incoming export target binds"),
    /** The schedule binds. */
    SCHEDULE_BINDS(Stage.NOTE, "the schedule binds"),
    /** The energy budget is used up or unknown. */
    BALANCE_ENFORCED(Stage.NOTE, "the energy budget is used up or unknown: the bound holds"),
    /** The battery did not take what it was counted on for. */
    BATTERY_DISTRUSTED(Stage.NOTE, "the battery does not take what it says it would"),
    /** The inverter reports a lower limit than commanded. */
    READ_BACK_BELOW(Stage.NOTE, "the inverter reports a lower limit than commanded"),
    /** The inverter generates more than its limit. */
    ABOVE_LIMIT(Stage.NOTE, "the inverter generates more than its limit"),
    /** More is exported than allowed. */
    EXCESS(Stage.NOTE, "more is exported than allowed"),
    /** The incoming set-point binds. */
    SETPOINT_BINDS(Stage.NOTE, "the incoming set-point binds"),
    /** The installer's cap or the rated power binds. */
    CAP_BINDS(Stage.NOTE, "the installer's cap or the rated power binds"),
    /** Stopped: the limit is below the inverter's minimum. */
    STOPPED_BELOW_MINIMUM(Stage.NOTE, "stopped: the limit is below the inverter's minimum"),
    /** Held at the inverter's minimum: it may be exported. */
    HELD_AT_MINIMUM(Stage.NOTE, "held at the inverter's minimum: it may be exported");

    private final Stage stage;
    private final String text;

    Reason(Stage stage, String text) {
        this.stage = stage;
        this.text = text;
    }

    /**
     * What it does to the limit.
     *
     * @return the stage
     */
    public Stage stage() {
        return stage;
    }

    /**
     * What the status says.
     *
     * @return a part of a sentence
     */
    public String text() {
        return text;
    }
}
