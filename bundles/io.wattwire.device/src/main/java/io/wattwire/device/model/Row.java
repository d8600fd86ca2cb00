package io.wattwire.device.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/** A row of a table: cells by column, and mistakes that know their place. */
record Row(String file, int line, Map<String, String> cells) {
    private static final String SEPARATORS = "[ |]+";

    /** Empty where the cell is empty or the table has no such column. */
    String text(String column) {
        return cells.getOrDefault(column, "");
    }

    String required(String column) throws TableException {
        String text = text(column);
        if (text.isEmpty()) {
            throw mistake(column, "is empty; every row needs it");
        }
        return text;
    }

    OptionalDouble number(String column) throws TableException {
        String text = text(column);
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        Optional<BigDecimal> number = Numbers.decimal(text);
        if (number.isEmpty()) {
            boolean comma = Numbers.decimal(text.replace(',', '.')).isPresent();
            throw mistake(
                    column,
                    "'"
                            + text
                            + "' is not a number; write "
                            + (comma ? text.replace(',', '.') : "0.1"));
        }
        return OptionalDouble.of(number.get().doubleValue());
    }

    long whole(String column, String text) throws TableException {
        return Numbers.whole(text)
                .orElseThrow(
                        () ->
                                mistake(
                                        column,
                                        "'" + text + "' is not a whole number; write 123 or 0x7B"));
    }

    Duration seconds(String column) throws TableException {
        double seconds = number(column).orElse(0);
        if (seconds < 0 || seconds > 1e9) {
            throw mistake(column, "'" + text(column) + "' is no time in seconds; write 0 or more");
        }
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    /** A constant by its name in lower case. */
    <E extends Enum<E>> E constant(String column, Class<E> type, E byDefault)
            throws TableException {
        String text = text(column);
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        if (!text.isEmpty()) {
            String all =
                    Arrays.stream(type.getEnumConstants())
                            .map(
                                    constant ->
                                            type == Access.class
                                                    ? constant.name()
                                                    : lower(constant.name()))
                            .collect(Collectors.joining(", "));
            throw mistake(column, "'" + text + "' is not known; write one of " + all);
        }
        return byDefault;
    }

    /** Words between blanks or bars. */
    Set<String> words(String column) {
        Set<String> words = new LinkedHashSet<>(Arrays.asList(text(column).split(SEPARATORS)));
        words.remove("");
        return words;
    }

    TableException mistake(String column, String problem) {
        return new TableException(file, line, column, problem);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
