package io.wattwire.limit;

/** Why the limit is where it is. */
enum Reason {
    CONFIGURATION_REFUSED(Stage.FALL_BACK, "the configuration is refused"),
    FIGURES_UNKNOWN(Stage.FALL_BACK, "rated power of the inverter not known yet"),
    GRID_MISSING(Stage.FALL_BACK, "no reading of the grid meter yet"),
    GRID_LATE(Stage.HOLD, "the grid reading is late"),
    GRID_STALE(Stage.FALL_BACK, "the grid reading is too old"),
    GRID_ABSURD(Stage.HOLD, "the grid reading is absurd (value or time stamp) and was not used"),
    GRID_FROZEN(Stage.FALL_BACK, "the grid reading does not change any more"),
    INVERTER_MISSING(Stage.FALL_BACK, "no reading of the inverter yet"),
    INVERTER_STALE(Stage.FALL_BACK, "the inverter reading is too old"),
    INVERTER_ABSURD(
            Stage.HOLD, "the inverter reading is absurd (value or time stamp) and was not used"),
    SETPOINT_MISSING(Stage.FALL_BACK, "the incoming set-point is missing or too old"),
    READ_BACK_MISSING(Stage.FALL_BACK, "the inverter's own limit was not read yet"),
    READ_BACK_STALE(Stage.FALL_BACK, "the inverter's own limit was not read for too long"),
    READ_BACK_ABOVE(Stage.HOLD, "the inverter reports a higher limit than commanded"),
    READ_BACK_ALARM(Stage.ALARM, "the inverter does not take the limit"),
    DELEGATE_EXCEEDS(Stage.ALARM, "the device exports more than its own limit allows"),
    OPENING(Stage.HOLD, "waiting for good readings and a read-back"),
    READ_BACK_BELOW(Stage.NOTE, "the inverter reports a lower limit than commanded"),
    ABOVE_LIMIT(Stage.NOTE, "the inverter generates more than its limit"),
    EXCESS(Stage.NOTE, "more is exported than allowed"),
    SETPOINT_BINDS(Stage.NOTE, "the incoming set-point binds"),
    CAP_BINDS(Stage.NOTE, "the installer's cap or the rated power binds"),
    STOPPED_BELOW_MINIMUM(Stage.NOTE, "stopped: the limit is below the inverter's minimum"),
    HELD_AT_MINIMUM(Stage.NOTE, "held at the inverter's minimum: it may be exported");

    private final Stage stage;
    private final String text;

    Reason(Stage stage, String text) {
        this.stage = stage;
        this.text = text;
    }

    Stage stage() {
        return stage;
    }

    String text() {
        return text;
    }
}
