package io.wattwire.device.model;

import java.util.List;
import java.util.Map;

/** Writes JSON on one line, in ASCII. */
final class JsonText {

    private JsonText() {}

    static void write(Object value, StringBuilder out) {
        if (value instanceof Map<?, ?> members) {
            String before = "{";
            for (Map.Entry<?, ?> member : members.entrySet()) {
                out.append(before);
                quote(String.valueOf(member.getKey()), out);
                out.append(':');
                write(member.getValue(), out);
                before = ",";
            }
            out.append(members.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> elements) {
            out.append('[');
            for (int i = 0; i < elements.size(); i++) {
                out.append(i == 0 ? "" : ",");
                write(elements.get(i), out);
            }
            out.append(']');
        } else if (value instanceof CharSequence words) {
            quote(words.toString(), out);
        } else {
            out.append(value);
        }
    }

    private static void quote(String words, StringBuilder out) {
        out.append('"');
        for (char c : words.toCharArray()) {
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || c > '~') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
