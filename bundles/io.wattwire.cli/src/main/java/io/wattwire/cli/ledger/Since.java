package io.wattwire.cli.ledger;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A moment as people write it. */
public final class Since {

    private static final Pattern AGO = Pattern.compile("(\\d{1,6})([smhd])");

    private Since() {}

    /**
     * Reads a moment.
     *
     * @param text so long ago ({@code 90s}, {@code 30m}, {@code 2h}, {@code 7d}), a day or a time
     *     of a day in local time, or a time with a zone
     * @param now to count back from
     * @param zone of local times
     * @return the moment
     * @throws IllegalArgumentException if it is none of these
     */
    public static Instant parse(String text, Instant now, ZoneId zone) {
        Matcher ago = AGO.matcher(text);
        if (ago.matches()) {
            long count = Long.parseLong(ago.group(1));
            return now.minus(
                    switch (ago.group(2)) {
                        case "s" -> Duration.ofSeconds(count);
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    });
        }
        try {
            if (text.endsWith("Z")) {
                return Instant.parse(text);
            }
            return text.contains("T")
                    ? LocalDateTime.parse(text).atZone(zone).toInstant()
                    : LocalDate.parse(text).atStartOfDay(zone).toInstant();
        } catch (DateTimeException wrong) {
            throw new IllegalArgumentException(
                    "'"
                            + text
                            + "' is no moment; write 2h, 7d, 2026-01-31, 2026-01-31T14:30 or"
                            + " 2026-01-31T14:30:00Z",
                    wrong);
        }
    }
}
