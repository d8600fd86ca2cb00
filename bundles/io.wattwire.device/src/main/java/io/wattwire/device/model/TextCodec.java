package io.wattwire.device.model;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** The encodings whose raw value is text: strings, times of day, dates. */
final class TextCodec {
    private static final int CENTURY = 2000;

    /** Smaller numbers are years of this century. */
    private static final int FIRST_FULL_YEAR = 100;

    private static final int LAST_YEAR = 9999;
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\x00-\\x1F\\x7F-\\x9F]");
    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private TextCodec() {}

    static Optional<String> decode(Encoding encoding, int[] words) {
        return switch (encoding) {
            case HHMM -> time(words[0] >> 8, words[0] & 0xFF);
            case HHMM_DECIMAL -> time(words[0] / 100, words[0] % 100);
            case DATETIME -> words.length == 3 ? dateTime(bytes(words)) : dateTime(words);
            default -> string(words);
        };
    }

    static int[] encode(Encoding encoding, int count, String text) {
        return switch (encoding) {
            case HHMM -> new int[] {time(text).getHour() << 8 | time(text).getMinute()};
            case HHMM_DECIMAL -> new int[] {time(text).getHour() * 100 + time(text).getMinute()};
            case DATETIME -> count == 3 ? packed(dateTime(text)) : spread(dateTime(text));
            default -> string(count, text);
        };
    }

    private static Optional<String> string(int[] words) {
        byte[] bytes = new byte[2 * words.length];
        for (int i = 0; i < words.length; i++) {
            bytes[2 * i] = (byte) (words[i] >> 8);
            bytes[2 * i + 1] = (byte) words[i];
        }
        int from = 0;
        while (from < bytes.length && padding(bytes[from])) {
            from++;
        }
        // what follows a NUL is left over from a longer text
        int to = from;
        while (to < bytes.length && bytes[to] != 0) {
            to++;
        }
        while (to > from && padding(bytes[to - 1])) {
            to--;
        }
        String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(UNPRINTABLE.matcher(text).replaceAll("?"));
    }

    /** NUL and blank fill a string up, 0xFF is what SMA and Victron send for none at all. */
    private static boolean padding(byte value) {
        return value == 0 || value == ' ' || value == (byte) 0xFF;
    }

    private static int[] string(int count, String text) {
        if (text.length() > 2 * count) {
            throw new IllegalArgumentException(
                    "'" + text + "' is longer than the " + 2 * count + " characters that fit");
        }
        int[] words = new int[count];
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character > 0xFF || Character.isISOControl(character)) {
                throw new IllegalArgumentException(
                        "character "
                                + (i + 1)
                                + " is none that a register can hold; write printable Latin-1");
            }
            words[i / 2] |= i % 2 == 0 ? character << 8 : character;
        }
        return words;
    }

    private static Optional<String> time(int hour, int minute) {
        return hour > 23 || minute > 59
                ? Optional.empty()
                : Optional.of(LocalTime.of(hour, minute).toString());
    }

    private static LocalTime time(String text) {
        try {
            return LocalTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a time of day; write 04:30", e);
        }
    }

    private static Optional<String> dateTime(int[] parts) {
        int year = parts[0] < FIRST_FULL_YEAR ? CENTURY + parts[0] : parts[0];
        try {
            LocalDateTime time =
                    LocalDateTime.of(year, parts[1], parts[2], parts[3], parts[4], parts[5]);
            return year > LAST_YEAR ? Optional.empty() : Optional.of(DATE_TIME.format(time));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDateTime dateTime(String text) {
        try {
            return LocalDateTime.parse(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a date and time; write 2026-01-31T04:30:00", e);
        }
    }

    private static int[] bytes(int[] words) {
        int[] bytes = new int[2 * words.length];
        for (int i = 0; i < words.length; i++) {
            bytes[2 * i] = words[i] >> 8;
            bytes[2 * i + 1] = words[i] & 0xFF;
        }
        bytes[0] += CENTURY;
        return bytes;
    }

    private static int[] packed(LocalDateTime time) {
        int year = time.getYear() - CENTURY;
        if (year < 0 || year > 0xFF) {
            throw new IllegalArgumentException(
                    "year " + time.getYear() + " does not fit; write 2000 to 2255");
        }
        int[] parts = spread(time);
        return new int[] {year << 8 | parts[1], parts[2] << 8 | parts[3], parts[4] << 8 | parts[5]};
    }

    private static int[] spread(LocalDateTime time) {
        if (time.getYear() < FIRST_FULL_YEAR || time.getYear() > LAST_YEAR) {
            throw new IllegalArgumentException(
                    "year " + time.getYear() + " does not fit; write 2000 or later");
        }
        return new int[] {
            time.getYear(),
            time.getMonthValue(),
            time.getDayOfMonth(),
            time.getHour(),
            time.getMinute(),
            time.getSecond()
        };
    }
}
