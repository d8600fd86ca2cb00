package io.wattwire.publish.givtcp.control;

import static io.wattwire.publish.givtcp.control.Arguments.time;
import static io.wattwire.publish.givtcp.control.Arguments.whole;
import static io.wattwire.publish.givtcp.control.Control.write;

import io.wattwire.publish.control.ControlRefused;
import java.util.ArrayList;
import java.util.List;

/** The slots of the day. An object is needed either way, as there are two or three values. */
final class SlotControls {

    private static final String CHARGE = "chargeToPercent";
    private static final String DISCHARGE = "dischargeToPercent";
    private static final String NONE = "";
    private static final int SLOTS = 10;
    private static final int EXPORT_SLOTS = 3;

    private SlotControls() {}

    static List<Control> all() {
        List<Control> all = new ArrayList<>();
        for (int n = 1; n <= SLOTS; n++) {
            add(all, "Charge", "charge_slot_", n, CHARGE);
            add(all, "Discharge", "discharge_slot_", n, DISCHARGE);
        }
        for (int n = 1; n <= EXPORT_SLOTS; n++) {
            add(all, "Export", "export_slot_", n, NONE);
        }
        all.add(slot("setPauseSlot", "Pause Slot", "battery_pause_slot", NONE));
        all.add(end("setPauseStart", "Pause Slot", "start", "battery_pause_slot_start"));
        all.add(end("setPauseEnd", "Pause Slot", "finish", "battery_pause_slot_end"));
        all.add(numbered("setChargeSlot", "Charge Slot", "charge_slot_", CHARGE));
        all.add(numbered("setDischargeSlot", "Discharge Slot", "discharge_slot_", DISCHARGE));
        return all;
    }

    /** A slot, and its ends alone as the entities of version 3 have them. */
    private static void add(
            List<Control> all, String what, String channels, int n, String percent) {
        String title = what + " Slot " + n;
        String channel = channels + n;
        all.add(slot("set" + what + "Slot" + n, title, channel, percent));
        all.add(end("set" + what + "Start" + n, title, "start", channel + "_start"));
        all.add(end("set" + what + "End" + n, title, "finish", channel + "_end"));
    }

    private static Control slot(String name, String title, String channel, String percent) {
        return new Control(
                name,
                title,
                true,
                false,
                (arguments, form) -> write(channel, slot(arguments, percent)));
    }

    private static Control end(String name, String title, String key, String channel) {
        return Control.of(name, title, key, channel, Arguments::time).byMqtt();
    }

    /** The slot's number stands in the payload. */
    private static Control numbered(String name, String title, String channels, String percent) {
        return new Control(
                name,
                title,
                true,
                false,
                (arguments, form) -> {
                    String slot = whole(arguments.text(List.of("slot")));
                    if (!slot.matches("[1-9]|10")) {
                        throw new ControlRefused(
                                "it takes slot 1 to " + SLOTS + " and not " + slot);
                    }
                    return write(channels + slot, slot(arguments, percent));
                });
    }

    /** The percentage is written with the slot, as GivTCP does. */
    private static String slot(Arguments arguments, String percentKey) throws ControlRefused {
        String start = time(arguments.text(List.of("start")));
        String finish = time(arguments.text(List.of("finish")));
        if (!arguments.optional("enabled").orElse("true").equalsIgnoreCase("true")) {
            throw new ControlRefused("it sets a slot; to clear one write 00:00 to both ends");
        }
        String slot = start + "-" + finish;
        return percentKey.isEmpty() || arguments.optional(percentKey).isEmpty()
                ? slot
                : slot + " " + whole(arguments.text(List.of(percentKey))) + "%";
    }
}
