package io.wattwire.publish;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which channels are published, and how often: lines such as {@code *_energy_* = last 300}, {@code
 * meter/grid_power = mean 60}, {@code link_* = off}; the first that fits counts, and what fits none
 * is published as it comes. A pattern without a slash means the channel of any asset.
 */
final class Rules {

    private static final Pattern LINE =
            Pattern.compile("([^=\\s]{1,200})\\s*=\\s*([a-z]+)(?:\\s+(\\d{1,5}))?");
    private static final int SHOWN = 60;
    private static final int MOST = 200;
    private static final long DAY_S = 86_400;
    private static final int MOST_SERIES = 100_000;

    private final List<Rule> rules;
    private final Map<String, Rule> found = new HashMap<>();

    private Rules(List<Rule> rules) {
        this.rules = rules;
    }

    /** Reads rules, one per line or between semicolons; each mistake is told. */
    static Rules parse(String text, Consumer<String> problem) {
        List<Rule> rules = new ArrayList<>();
        for (String line : text.split("[;\\r\\n]+")) {
            if (!line.isBlank()) {
                rule(line.strip(), problem, rules);
            }
        }
        if (rules.size() > MOST) {
            problem.accept("channels has " + rules.size() + " rules; write at most " + MOST);
        }
        return new Rules(rules);
    }

    private static void rule(String line, Consumer<String> problem, List<Rule> rules) {
        Matcher matcher = LINE.matcher(line);
        Rule.Mode mode = matcher.matches() ? mode(matcher.group(2)) : null;
        if (mode == null) {
            problem.accept(
                    "channels has '"
                            + (line.length() > SHOWN ? line.substring(0, SHOWN) + "…" : line)
                            + "'; write for example meter/* = mean 60, with all, off, last N, mean N"
                            + " or change N, N in seconds");
            return;
        }
        boolean timed = mode != Rule.Mode.ALL && mode != Rule.Mode.OFF;
        long seconds = matcher.group(3) == null ? 0 : Long.parseLong(matcher.group(3));
        if (timed != (seconds > 0) || seconds > DAY_S) {
            problem.accept(
                    "channels has '"
                            + line
                            + "'; "
                            + (timed
                                    ? "write 1 to " + DAY_S + " seconds after " + matcher.group(2)
                                    : matcher.group(2) + " has no seconds"));
            return;
        }
        rules.add(new Rule(pattern(matcher.group(1)), mode, seconds * 1000));
    }

    private static Rule.Mode mode(String word) {
        for (Rule.Mode mode : Rule.Mode.values()) {
            if (mode.name().toLowerCase(Locale.ROOT).equals(word)) {
                return mode;
            }
        }
        return null;
    }

    private static Pattern pattern(String glob) {
        String whole = glob.contains("/") ? glob : "*/" + glob;
        StringBuilder regex = new StringBuilder();
        for (String part : whole.split("(?<=\\*)|(?=\\*)")) {
            regex.append(part.equals("*") ? ".*" : Pattern.quote(part));
        }
        return Pattern.compile(regex.toString());
    }

    /** The rule for a series. */
    Rule of(String series) {
        if (found.size() > MOST_SERIES) {
            found.clear(); // names that never end must not fill the memory
        }
        return found.computeIfAbsent(
                series,
                name ->
                        rules.stream()
                                .filter(rule -> rule.matches(name))
                                .findFirst()
                                .orElse(Rule.EVERYTHING));
    }
}
