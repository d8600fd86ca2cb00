package io.wattwire.publish.givtcp.control;

import static io.wattwire.publish.givtcp.control.Arguments.choice;
import static io.wattwire.publish.givtcp.control.Arguments.state;
import static io.wattwire.publish.givtcp.control.Arguments.whole;
import static io.wattwire.publish.givtcp.control.Control.flag;
import static io.wattwire.publish.givtcp.control.Control.number;
import static io.wattwire.publish.givtcp.control.Control.write;

import io.wattwire.publish.control.ControlRefused;
import io.wattwire.publish.givtcp.data.Form;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The commands of January 2022 but for the slots, as GivTCP's page lists them and as its code
 * really took them.
 *
 * <p>Source: origin/004; britkat1980/giv_tcp, commit 3ee2470, for version 3 the release 3.5.
 */
final class OriginControls {

    private static final String STATE = "state";
    private static final double MOST = 50;

    private static final Map<String, String> MODES =
            Map.of(
                    "Eco", "eco",
                    "Eco (Paused)", "eco (paused)",
                    "Timed Demand", "timed demand",
                    "Timed Export", "timed export",
                    "1", "1",
                    "2", "2",
                    "3", "3",
                    "4", "4");

    private OriginControls() {}

    static List<Control> all() {
        return List.of(
                flag("enableChargeTarget", "Charge Target", "charge_target", "on", "off"),
                Control.of(
                        "disableChargeTarget",
                        "Charge Target",
                        STATE,
                        "charge_target",
                        OriginControls::noTarget),
                flag("enableChargeSchedule", "Charge Schedule", "charge_schedule", "on", "off"),
                dischargeSchedule("enableDischargeSchedule"),
                // as the topic was really spelt
                dischargeSchedule("enableDishargeSchedule").byMqtt(),
                flag("enableDischarge", "Discharge", "battery_discharging", "on", "off"),
                // the page has the keys of the two the wrong way round
                rate("setChargeRate", "Charge Rate", "charge", "chargeRate", "dischargeRate"),
                rate(
                        "setDischargeRate",
                        "Discharge Rate",
                        "discharge",
                        "dischargeRate",
                        "chargeRate"),
                number("setChargeTarget", "Charge Target", "chargeToPercent", "charge_target"),
                reserve(),
                Control.of(
                        "setBatteryMode",
                        "Battery Mode",
                        "mode",
                        "battery_mode",
                        it -> choice(it, MODES)),
                Control.of("setDateTime", "Date and Time", "dateTime", "date_time", it -> it),
                number("setShallowCharge", "Shallow Charge", "val", "battery_soc_reserve")
                        .byMqtt());
    }

    private static Control dischargeSchedule(String name) {
        return flag(name, "Discharge Schedule", "discharge_schedule", "on", "off");
    }

    /** Its payload is enable, too: what disable would mean nobody knows. */
    private static String noTarget(String given) throws ControlRefused {
        if (!state(given)) {
            throw new ControlRefused(
                    "it takes enable; to follow the target send enable to enableChargeTarget");
        }
        return "off";
    }

    /** Percent in 2022; watts in version 3. */
    private static Control rate(
            String name, String title, String what, String key, String keyOnThePage) {
        return new Control(
                name,
                title,
                true,
                true,
                (arguments, form) ->
                        form == Form.OF_2022
                                ? write(
                                        what + "_rate",
                                        whole(arguments.text(List.of(key, keyOnThePage))))
                                : write(
                                        "battery_" + what + "_limit",
                                        share(
                                                whole(arguments.text(List.of(key))),
                                                arguments.known().batteryCapacityWh())));
    }

    /** The register counts in percent of what empties the battery in an hour, at most 50. */
    private static String share(String watts, OptionalDouble capacityWh) throws ControlRefused {
        if (!(capacityWh.orElse(0) > 0)) {
            throw new ControlRefused(
                    "the battery's capacity is not known yet, and rates in watts are counted by it;"
                            + " publish battery_capacity too, and wait for its first value");
        }
        double percent = Math.floor(Integer.parseInt(watts) / capacityWh.getAsDouble() * 100);
        return Long.toString((long) Math.min(MOST, percent));
    }

    /** Version 3 moved it to another register, under another key. */
    private static Control reserve() {
        return new Control(
                "setBatteryReserve",
                "Battery Reserve",
                true,
                true,
                (arguments, form) ->
                        form == Form.OF_2022
                                ? write(
                                        "battery_reserve",
                                        whole(arguments.text(List.of("dischargeToPercent"))))
                                : write(
                                        "battery_soc_reserve",
                                        whole(arguments.text(List.of("reservePercent")))));
    }
}
