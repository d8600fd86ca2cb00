package io.wattwire.limit.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes values as one line of text, exactly: {@code (component component)} for a record, {@code
 * [item item]} for a list or set, <code>{key value}</code> for a map, {@code "text"}, names and
 * numbers. Equal values give equal texts.
 */
final class RecordText {

    private final StringBuilder out = new StringBuilder();

    private RecordText() {}

    static String of(Object value) {
        RecordText text = new RecordText();
        text.write(value);
        return text.out.toString();
    }

    private void write(Object value) {
        if (value instanceof Record record) {
            record(record);
        } else if (value instanceof Enum<?> name) {
            out.append(name.name());
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Set<?> set) {
            list('[', sorted(set), ']');
        } else if (value instanceof List<?> list) {
            list('[', list.stream().map(RecordText::of).toList(), ']');
        } else if (value instanceof Map<?, ?> map) {
            List<String> entries = new ArrayList<>();
            map.forEach((key, item) -> entries.add(of(key) + " " + of(item)));
            Collections.sort(entries);
            list('{', entries, '}');
        } else if (value instanceof Optional<?> optional) {
            list('[', optional.stream().map(RecordText::of).toList(), ']');
        } else if (value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            throw new IllegalArgumentException("the ledger cannot write " + value);
        }
    }

    private void record(Record record) {
        Shape shape = Shape.of(record.getClass());
        out.append('(');
        for (int i = 0; i < shape.types().length; i++) {
            if (i > 0) {
                out.append(' ');
            }
            write(shape.get(record, i));
        }
        out.append(')');
    }

    private static List<String> sorted(Set<?> set) {
        return set.stream().map(RecordText::of).sorted().toList();
    }

    private void list(char begin, Collection<String> items, char end) {
        out.append(begin).append(String.join(" ", items)).append(end);
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\' || c < ' ' || Character.isSurrogate(c)) {
                out.append(String.format("\\%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
