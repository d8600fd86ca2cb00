package io.wattwire.limit;

/** What a setting is when nobody chose it: safe in any house. Texts, as annotations need them. */
final class Defaults {

    static final String MODE = "regulate";
    static final String ALLOWED_EXPORT_W = "0";
    static final String BELOW_MINIMUM = "stop";
    static final String MARGIN_W = "20";
    static final String DEAD_BAND_W = "30";
    static final String GRID_SOURCE = "meter/grid_power";
    static final String INVERTER_SOURCE = "inverter/inverter_power";
    static final String READ_BACK_SOURCE = "inverter/inverter_power_limit";
    static final String GRID_STALE_S = "3";
    static final String GRID_FROZEN_S = "30";
    static final String GRID_MAX_W = "25000";
    static final String INVERTER_STALE_S = "10";
    static final String READ_BACK_STALE_S = "30";
    static final String SETPOINT_VALID_S = "60";
    static final String RISE_PERCENT_PER_S = "10";
    static final String WRITE_SPACING_S = "0.9";
    static final String KEEP_ALIVE_S = "20";
    static final String FAIL_SAFE_CLASS = "C";
    static final String SHARING = "rating";
    static final String SUPERVISION = "off";
    static final String PHASES = "1";
    static final String COMMAND = "none";
    static final String LEDGER_MIB = "64";
    static final String PHASE_RULE = "sum";
    static final String BATTERY_ROLE = "seen";
    static final String BATTERY_FULL_SOC = "92";
    static final String BATTERY_AGAIN_SOC = "88";
    static final String BATTERY_RESERVE_W = "100";

    private Defaults() {}
}
