package io.wattwire.device.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads configuration properties, which arrive as anything or not at all, and collects what is
 * wrong with them instead of stopping at the first.
 */
public final class PropertyReader {

    private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,9}(\\.\\d{1,9})?");
    private static final int SHOWN = 40;

    private final Map<String, Object> properties;
    private final List<String> problems = new ArrayList<>();

    /**
     * Reads one configuration.
     *
     * @param properties anything may be missing or wrong in it
     */
    public PropertyReader(Map<String, Object> properties) {
        this.properties = properties;
    }

    /**
     * What is wrong so far.
     *
     * @return a sentence for each mistake
     */
    public List<String> problems() {
        return problems;
    }

    /**
     * Adds a mistake that was found elsewhere.
     *
     * @param text cause and remedy
     */
    public void problem(String text) {
        problems.add(text);
    }

    /**
     * A number.
     *
     * @param key name of the setting
     * @param otherwise what it is when the setting is empty
     * @param least smallest allowed
     * @param most largest allowed
     * @return the number; the least one after a mistake
     */
    public double number(String key, String otherwise, double least, double most) {
        return parse(key, text(key, otherwise), least, most);
    }

    /**
     * A number that may be left out.
     *
     * @param key name of the setting
     * @param otherwise what it is when the setting is empty; may be out of the range
     * @param least smallest allowed
     * @param most largest allowed
     * @return the number, or the other value when the setting is empty
     */
    public double optional(String key, double otherwise, double least, double most) {
        String text = text(key, "");
        return text.isEmpty() ? otherwise : parse(key, text, least, most);
    }

    /**
     * A time in seconds.
     *
     * @param key name of the setting
     * @param otherwise what it is when the setting is empty
     * @param leastSeconds smallest allowed
     * @param mostSeconds largest allowed
     * @return nanoseconds
     */
    public long nanos(String key, String otherwise, double leastSeconds, double mostSeconds) {
        return (long) (number(key, otherwise, leastSeconds, mostSeconds) * 1e9);
    }

    /**
     * One of a few words.
     *
     * @param <E> the words
     * @param key name of the setting
     * @param otherwise what it is when the setting is empty
     * @param kind the words
     * @return the chosen one; the other one after a mistake
     */
    public <E extends Enum<E>> E choice(String key, String otherwise, Class<E> kind) {
        String text = text(key, otherwise);
        List<String> known = new ArrayList<>();
        for (E value : kind.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(text)) {
                return value;
            }
            known.add(value.name().toLowerCase(Locale.ROOT));
        }
        problem(key + " is '" + shown(text) + "'; choose one of " + String.join(", ", known));
        return Enum.valueOf(kind, otherwise.toUpperCase(Locale.ROOT));
    }

    /**
     * A source of values.
     *
     * @param key name of the setting
     * @param otherwise what it is when the setting is empty
     * @return the source, or null when the setting is empty or wrong
     */
    public Source source(String key, String otherwise) {
        String text = text(key, otherwise);
        Source source = Source.parse(text);
        if (source == null && !text.isEmpty()) {
            problem(key + " is '" + shown(text) + "'; write <asset>/<channel>");
        }
        return source;
    }

    private double parse(String key, String text, double least, double most) {
        if (!NUMBER.matcher(text).matches()) {
            problem(key + " is '" + shown(text) + "', not a plain number such as 20 or 0.5");
            return least;
        }
        double value = Double.parseDouble(text);
        if (value < least || value > most) {
            problem(key + " is " + text + "; it must be " + plain(least) + " to " + plain(most));
            return least;
        }
        return value;
    }

    /**
     * A text.
     *
     * @param key name of the setting
     * @param otherwise what it is when the setting is empty
     * @return the text without blanks around it
     */
    public String text(String key, String otherwise) {
        Object value = properties.get(key);
        String text = value == null ? "" : plain(value).trim();
        return text.isEmpty() ? otherwise : text;
    }

    /** Without exponent and without needless decimals, so that 1.0E7 stays a plain number. */
    private static String plain(Object value) {
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return Double.isFinite(number)
                    ? new java.math.BigDecimal(String.valueOf(value))
                            .stripTrailingZeros()
                            .toPlainString()
                    : String.valueOf(number);
        }
        return String.valueOf(value);
    }

    /**
     * What an installer wrote, short enough for a sentence.
     *
     * @param text any
     * @return its beginning
     */
    public static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
