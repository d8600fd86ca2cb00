package io.wattwire.driver.givenergy;

import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The inverter's clock, six registers; the year goes without its century. */
final class DateAndTime extends Command {

    private static final List<String> PARTS =
            List.of(
                    "system_time_year",
                    "system_time_month",
                    "system_time_day",
                    "system_time_hour",
                    "system_time_minute",
                    "system_time_second");

    private static final List<DateTimeFormatter> FORMS =
            List.of(
                    form("uuuu-MM-dd'T'HH:mm:ss"),
                    form("uuuu-MM-dd HH:mm:ss"),
                    form("dd/MM/uuuu HH:mm:ss"));

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    DateAndTime(Set<String> models) {
        super("date_time", "2026-01-31T04:30:00 or 31/01/2026 04:30:00", models);
    }

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    @Override
    public List<RegisterWrite> commands(Object wanted, Values known) {
        LocalDateTime time = parse(wanted);
        int[] parts = {
            time.getYear(),
            time.getMonthValue(),
            time.getDayOfMonth(),
            time.getHour(),
            time.getMinute(),
            time.getSecond()
        };
        List<RegisterWrite> writes = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            writes.add(write(PARTS.get(i), (double) parts[i]));
        }
        return List.copyOf(writes);
    }

    private LocalDateTime parse(Object wanted) {
        String text = wanted.toString().strip().replaceAll("\\s+", " ");
        for (DateTimeFormatter form : FORMS) {
            Optional<LocalDateTime> time = parse(form, text);
            if (time.isPresent()) {
                return time.filter(DateAndTime::fits).orElseThrow(() -> impossible(wanted));
            }
        }
        throw impossible(wanted);
    }

    private static Optional<LocalDateTime> parse(DateTimeFormatter form, String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, form));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    private static boolean fits(LocalDateTime time) {
        return time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR;
    }

    @Override
    public Optional<Object> readBack(Values known) {
        int[] parts = new int[PARTS.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = (int) known.number(PARTS.get(i)).orElse(-1);
        }
        try {
            return Optional.of(
                    LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5])
                            .format(FORMS.get(0)));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    @Override
    public Set<String> readBackRegisters() {
        return Set.copyOf(PARTS);
    }

    /** A clock goes on. */
    @Override
    public boolean stays() {
        return false;
    }
}
