package io.wattwire.publish.givtcp.control;

import io.wattwire.publish.control.ControlRefused;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The values of a command, each asked for by its key. What nobody asked for is refused. */
final class Arguments {

    /** Under which a bare value stands: it answers for every key. */
    private static final String BARE = "";

    private static final Pattern WHOLE = Pattern.compile("\\+?(-?\\d{1,6})(?:\\.0{1,6})?");
    private static final Pattern TIME =
            Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)(?::00)?|([01]\\d|2[0-3])([0-5]\\d)");

    private final Map<String, String> values;
    private final Set<String> unused;
    private final Known known;

    private Arguments(Map<String, String> values, Known known) {
        this.values = values;
        this.unused = new HashSet<>(values.keySet());
        this.known = known;
    }

    /** The keys and values of an object. */
    static Arguments of(Map<String, String> values, Known known) {
        return new Arguments(values, known);
    }

    /** A bare value. */
    static Arguments bare(String value, Known known) {
        return new Arguments(Map.of(BARE, value), known);
    }

    Known known() {
        return known;
    }

    /** A value that must be there, under one of some keys. */
    String text(List<String> keys) throws ControlRefused {
        List<String> given =
                values.containsKey(BARE)
                        ? List.of(BARE)
                        : keys.stream().filter(values::containsKey).toList();
        if (given.size() != 1) {
            throw new ControlRefused(
                    "it takes one value, \"" + String.join("\" or \"", keys) + "\"");
        }
        unused.remove(given.get(0));
        return values.get(given.get(0));
    }

    /** A value that may be there. */
    Optional<String> optional(String key) throws ControlRefused {
        return values.containsKey(key) || values.containsKey(BARE)
                ? Optional.of(text(List.of(key)))
                : Optional.empty();
    }

    /** Without its decimals, which are zeros. Its range is the driver's to check. */
    static String whole(String given) throws ControlRefused {
        Matcher matcher = WHOLE.matcher(given);
        if (!matcher.matches()) {
            throw new ControlRefused("it takes a whole number and not '" + shown(given) + "'");
        }
        return matcher.group(1);
    }

    static boolean state(String given) throws ControlRefused {
        return switch (given.toLowerCase(Locale.ROOT)) {
            case "enable", "enabled" -> true;
            case "disable", "disabled" -> false;
            default ->
                    throw new ControlRefused(
                            "it takes enable or disable and not '" + shown(given) + "'");
        };
    }

    /** Hours and minutes as the driver writes them. */
    static String time(String given) throws ControlRefused {
        Matcher matcher = TIME.matcher(given);
        if (!matcher.matches()) {
            throw new ControlRefused(
                    "it takes a time such as 01:00 or 0100 and not '" + shown(given) + "'");
        }
        boolean colon = matcher.group(1) != null;
        return "%02d:%s"
                .formatted(
                        Integer.parseInt(matcher.group(colon ? 1 : 3)),
                        matcher.group(colon ? 2 : 4));
    }

    /** One of some words, whatever the case of its letters. */
    static String choice(String given, Map<String, String> words) throws ControlRefused {
        for (Map.Entry<String, String> word : words.entrySet()) {
            if (word.getKey().equalsIgnoreCase(given)) {
                return word.getValue();
            }
        }
        throw new ControlRefused(
                "it takes "
                        + String.join(", ", words.keySet().stream().sorted().toList())
                        + " and not '"
                        + shown(given)
                        + "'");
    }

    /** A misspelt key must not leave half of a command out. */
    void nothingElse() throws ControlRefused {
        if (!unused.isEmpty()) {
            String stranger = unused.stream().sorted().findFirst().orElseThrow();
            throw new ControlRefused("it takes no \"" + shown(stranger) + "\"");
        }
    }

    private static String shown(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]", "?");
        return line.length() <= 40 ? line : line.substring(0, 40) + "…";
    }
}
