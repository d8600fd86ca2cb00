package io.wattwire.cli.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Environment variables as people keep them: {@code KEY=value} with or without {@code export}, and
 * the list or map below {@code environment} of a docker-compose.yml. Remembers where everything
 * stood and what was asked for.
 */
final class EnvFile {

    private static final Pattern ENTRY =
            Pattern.compile("(?:-\\s+)?(?:export\\s+)?([A-Z][A-Z0-9_]*)\\s*[=:]\\s*(.*)");
    private static final Pattern LISTED = Pattern.compile("-\\s+([\"'])(.*)\\1");

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> used = new TreeSet<>();

    /**
     * A variable.
     *
     * @param text its value, without quotes and the space around it
     * @param line number of its line, from 1
     */
    record Entry(String text, int line) {}

    private static final int LONGEST = 60;

    private EnvFile() {}

    /** Reads what is written in capitals; the rest of a docker-compose.yml is none of it. */
    static EnvFile read(List<String> lines) {
        EnvFile file = new EnvFile();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            Matcher listed = LISTED.matcher(line);
            Matcher entry = ENTRY.matcher(listed.matches() ? listed.group(2) : line);
            if (entry.matches()) {
                file.entries.put(entry.group(1), new Entry(plain(entry.group(2)), i + 1));
            }
        }
        return file;
    }

    private static String plain(String value) {
        String text = value.strip();
        boolean quoted =
                text.length() > 1
                        && (text.startsWith("\"") || text.startsWith("'"))
                        && text.endsWith(text.substring(0, 1));
        return quoted ? text.substring(1, text.length() - 1) : text.replaceFirst("\\s+#.*$", "");
    }

    Optional<Entry> entry(String key) {
        used.add(key);
        return Optional.ofNullable(entries.get(key)).filter(it -> !it.text().isEmpty());
    }

    Optional<String> text(String key) {
        return entry(key).map(Entry::text);
    }

    /** A choice as Python's programs have it; a misspelt one would turn something off unsaid. */
    boolean flag(String key, boolean otherwise) throws ImportException {
        Optional<Entry> entry = entry(key);
        if (entry.isEmpty()) {
            return otherwise;
        }
        return switch (entry.get().text().toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on" -> true;
            case "false", "0", "no", "off", "none" -> false;
            default -> throw wrong(key, entry.get(), "True or False");
        };
    }

    int number(String key, int otherwise, int least, int most) throws ImportException {
        Optional<Entry> entry = entry(key);
        if (entry.isEmpty()) {
            return otherwise;
        }
        String text = entry.get().text();
        if (text.matches("\\d{1,6}")) {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw wrong(key, entry.get(), "a whole number from " + least + " to " + most);
    }

    /** One line that names the place, what stands there and what should. */
    static ImportException wrong(String key, Entry entry, String remedy) {
        return new ImportException(
                "line "
                        + entry.line()
                        + ": "
                        + key
                        + " is '"
                        + shown(entry.text())
                        + "'; write "
                        + remedy);
    }

    /** As much of a text as helps to find it. */
    static String shown(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    /** Variables that nobody asked for. */
    Map<String, Entry> unused() {
        Map<String, Entry> unused = new LinkedHashMap<>(entries);
        unused.keySet().removeAll(used);
        return unused;
    }
}
