package io.wattwire.publish.givtcp.control;

import static io.wattwire.publish.givtcp.control.Arguments.choice;
import static io.wattwire.publish.givtcp.control.Arguments.whole;
import static io.wattwire.publish.givtcp.control.Control.flag;
import static io.wattwire.publish.givtcp.control.Control.number;
import static io.wattwire.publish.givtcp.control.Control.write;

import io.wattwire.publish.control.ControlRefused;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What version 3 has besides. Source: britkat1980/giv_tcp, release 3.5. */
final class LaterControls {

    private static final String STATE = "state";
    private static final Set<String> ENDS = Set.of("cancel", "normal");
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private static final Map<String, String> PAUSES =
            Map.of(
                    "Disabled", "off",
                    "PauseCharge", "charge",
                    "PauseDischarge", "discharge",
                    "PauseBoth", "both");

    private static final Map<String, String> CALIBRATION =
            Map.of("Off", "stop", "Start", "start", "Charge Only", "charge only");

    private LaterControls() {}

    static List<Control> all() {
        return List.of(
                number(
                        "setBatteryCutoff",
                        "Battery Cutoff",
                        "dischargeToPercent",
                        "battery_reserve"),
                number(
                        "setChargeRateAC",
                        "Charge Rate AC",
                        "chargeRate",
                        "battery_charge_limit_ac"),
                number(
                        "setDischargeRateAC",
                        "Discharge Rate AC",
                        "dischargeRate",
                        "battery_discharge_limit_ac"),
                number(
                                "setActivePowerRate",
                                "Active Power Rate",
                                "activePowerRate",
                                "active_power_rate")
                        .byMqtt(),
                flag("setEcoMode", "Eco Mode", "battery_power_mode", "eco", "export"),
                flag("enableRTC", "Real Time Control", "enable_rtc", "true", "false").byMqtt(),
                flag("setEmsPlant", "EMS Plant", "plant_status", "true", "false"),
                Control.of(
                        "setBatteryPauseMode",
                        "Battery Pause Mode",
                        STATE,
                        "battery_pause_mode",
                        it -> choice(it, PAUSES)),
                Control.of(
                        "setBatteryCalibration",
                        "Battery Calibration",
                        STATE,
                        "battery_calibration",
                        it -> choice(it, CALIBRATION)),
                minutes("forceCharge", "Force Charge", "battery_force_charge"),
                minutes("forceExport", "Force Export", "battery_force_discharge"),
                minutes("tempPauseCharge", "Pause of Charging", "battery_pause_charge"),
                minutes("tempPauseDischarge", "Pause of Discharging", "battery_pause_discharge"),
                clock());
    }

    private static Control minutes(String name, String title, String channel) {
        return Control.of(name, title, "duration", channel, LaterControls::duration);
    }

    private static String duration(String given) throws ControlRefused {
        return ENDS.contains(given.toLowerCase(Locale.ROOT)) ? "0" : whole(given);
    }

    /** The inverter's clock by ours; the payload means nothing. */
    private static Control clock() {
        return new Control(
                "syncDateTime",
                "Date and Time",
                true,
                true,
                (arguments, form) -> {
                    arguments.optional(STATE);
                    arguments.optional("dateTime");
                    return write("date_time", arguments.known().now().format(CLOCK));
                });
    }
}
