package io.wattwire.driver.givenergy;

import io.wattwire.device.model.Values;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A slot of the day; it may go over midnight. Without length it is none.
 *
 * @param start {@code 16:00}
 * @param end {@code 07:00}
 */
record TimeSlot(String start, String end) {

    static final String MIDNIGHT = "00:00";

    private static final int DAY = 24 * 60;
    private static final Pattern TIME = Pattern.compile("([01]?\\d|2[0-3]):?([0-5]\\d)(:00)?");

    /** A slot as the device has it; empty when none is set. */
    static Optional<TimeSlot> of(String startRegister, String endRegister, Values known) {
        Optional<Object> start = known.get(startRegister);
        Optional<Object> end = known.get(endRegister);
        return start.isEmpty() || end.isEmpty() || start.equals(end)
                ? Optional.empty()
                : Optional.of(new TimeSlot(start.get().toString(), end.get().toString()));
    }

    /** Reads 01:00-04:30 or 0100-0430; empty when it is none. */
    static Optional<TimeSlot> parse(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length != 2) {
            return Optional.empty();
        }
        Optional<String> start = time(ends[0].strip());
        Optional<String> end = time(ends[1].strip());
        return start.isEmpty() || end.isEmpty()
                ? Optional.empty()
                : Optional.of(new TimeSlot(start.get(), end.get()));
    }

    private static Optional<String> time(String text) {
        Matcher matcher = TIME.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        "%02d:%02d"
                                .formatted(
                                        Integer.parseInt(matcher.group(1)),
                                        Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** From a minute of the day on, for so many minutes. */
    static TimeSlot from(int minuteOfDay, int minutes) {
        return new TimeSlot(clock(minuteOfDay), clock(minuteOfDay + minutes));
    }

    private static String clock(int minute) {
        int inDay = Math.floorMod(minute, DAY);
        return "%02d:%02d".formatted(inDay / 60, inDay % 60);
    }

    /** Its length, from 1 min to a day less 1 min. */
    int minutes() {
        return Math.floorMod(minute(end) - minute(start), DAY);
    }

    private static int minute(String time) {
        return LocalTime.parse(time).toSecondOfDay() / 60;
    }

    @Override
    public String toString() {
        return start + "-" + end;
    }
}
