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
 * A configuration file of sections and keys as Python's configparser reads it: keys in any case,
 * {@code =} or {@code :}, comments on lines of their own, continued lines are indented; what a
 * section does not say, {@code [DEFAULT]} says for it. Remembers where everything stood.
 */
final class IniFile {

    /** The section whose values hold for all others. */
    static final String DEFAULT = "DEFAULT";

    private static final Pattern SECTION = Pattern.compile("\\[([^\\]]+)\\]\\s*");
    private static final Pattern ENTRY = Pattern.compile("([^=:]+?)\\s*[=:]\\s*(.*)");

    /**
     * A key's value.
     *
     * @param text without the space around it
     * @param line number of its line, from 1
     */
    record Entry(String text, int line) {}

    /** One section. Remembers which keys were asked for. */
    static final class Section {

        private final String name;
        private final int line;
        private final Map<String, Entry> entries = new LinkedHashMap<>();
        private final Set<String> used = new TreeSet<>();
        private Section otherwise;

        private Section(String name, int line) {
            this.name = name;
            this.line = line;
        }

        String name() {
            return name;
        }

        int line() {
            return line;
        }

        Optional<Entry> entry(String key) {
            used.add(key);
            if (!entries.containsKey(key) && otherwise != null) {
                return otherwise.entry(key);
            }
            return Optional.ofNullable(entries.get(key)).filter(it -> !it.text.isEmpty());
        }

        String text(String key, String otherwise) {
            return entry(key).map(Entry::text).orElse(otherwise);
        }

        /** Keys that nobody asked for. */
        Map<String, Entry> unused() {
            Map<String, Entry> unused = new LinkedHashMap<>(entries);
            unused.keySet().removeAll(used);
            return unused;
        }
    }

    private final Map<String, Section> sections = new LinkedHashMap<>();

    private IniFile() {}

    /**
     * Reads the file's lines.
     *
     * @throws ImportException if a line is neither section, key nor comment
     */
    static IniFile read(List<String> lines) throws ImportException {
        IniFile file = new IniFile();
        Section section = null;
        String key = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String text = line.strip();
            if (text.isEmpty() || text.startsWith("#") || text.startsWith(";")) {
                continue;
            }
            if (Character.isWhitespace(line.charAt(0)) && key != null) {
                Entry begun = section.entries.get(key);
                section.entries.put(key, new Entry(begun.text + "\n" + text, begun.line));
                continue;
            }
            Matcher head = SECTION.matcher(text);
            if (head.matches()) {
                section = file.section(head.group(1).strip(), i + 1);
                key = null;
            } else {
                key = entry(section, text, i + 1);
            }
        }
        file.fallBack();
        return file;
    }

    private void fallBack() {
        Section defaults = sections.get(DEFAULT);
        sections.values().stream()
                .filter(section -> section != defaults)
                .forEach(section -> section.otherwise = defaults);
    }

    private Section section(String name, int line) throws ImportException {
        Section section = new Section(name, line);
        if (sections.putIfAbsent(name, section) != null) {
            throw new ImportException("line " + line + ": section [" + name + "] begins twice");
        }
        return section;
    }

    private static String entry(Section section, String text, int line) throws ImportException {
        Matcher entry = ENTRY.matcher(text);
        if (section == null || !entry.matches()) {
            throw new ImportException(
                    "line "
                            + line
                            + ": '"
                            + EnvFile.shown(text)
                            + "' is neither [section] nor key = value");
        }
        String key = entry.group(1).strip().toLowerCase(Locale.ROOT);
        section.entries.put(key, new Entry(entry.group(2).strip(), line));
        return key;
    }

    Optional<Section> section(String name) {
        return Optional.ofNullable(sections.get(name));
    }

    /** All sections in the order of the file. */
    List<Section> sections() {
        return List.copyOf(sections.values());
    }
}
