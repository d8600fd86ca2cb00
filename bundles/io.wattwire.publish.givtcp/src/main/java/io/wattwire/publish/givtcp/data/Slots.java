package io.wattwire.publish.givtcp.data;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Timeslots}: times of day, hh:mm:ss; a slot that is not set is from 00:00 to 00:00. */
final class Slots {

    private static final Pattern SLOT = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d).*");
    private static final Pattern TIME = Pattern.compile("\\d\\d:\\d\\d");
    private static final String NEVER = "00:00";
    private static final int SLOTS_OF_2022 = 2;
    private static final int V3_SLOTS = 10;

    private final Values values;

    Slots(Values values) {
        this.values = values;
    }

    Map<String, Object> map(Form form) {
        Section section = new Section();
        int most = form == Form.OF_2022 ? SLOTS_OF_2022 : V3_SLOTS;
        for (String what : new String[] {"Discharge", "Charge"}) {
            for (int slot = 1; slot <= most; slot++) {
                String name = what.toLowerCase(Locale.ROOT) + "_slot_" + slot;
                section.text(what + "_start_time_slot_" + slot, end(name, 1, "_start"))
                        .text(what + "_end_time_slot_" + slot, end(name, 2, "_end"));
            }
        }
        if (form == Form.V3) {
            section.text("Battery_pause_start_time_slot", end("battery_pause_slot", 1, "_start"))
                    .text("Battery_pause_end_time_slot", end("battery_pause_slot", 2, "_end"));
        }
        return section.map();
    }

    /** One end of a slot: of the command that reads as a whole, else of its register. */
    private Optional<String> end(String slot, int which, String register) {
        Optional<String> whole = values.text(slot);
        if (whole.isPresent()) {
            Matcher matcher = SLOT.matcher(whole.get());
            return Optional.of((matcher.matches() ? matcher.group(which) : NEVER) + ":00");
        }
        return values.text(slot + register)
                .filter(it -> TIME.matcher(it).matches())
                .map(it -> it + ":00");
    }
}
