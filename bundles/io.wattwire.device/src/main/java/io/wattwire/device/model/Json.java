package io.wattwire.device.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JSON as RFC 8259 has it and nothing else: devices that answer with something similar are told so.
 * Objects are maps in the order of the text, arrays lists, numbers {@link BigDecimal} with their
 * digits as they came, texts {@link String}, true and false {@link Boolean}, null is null. What is
 * read is bounded in depth; its length is bounded by who brings it.
 */
public final class Json {

    private static final int DEEPEST = 20;
    private static final int LONGEST_NUMBER = 40;
    private static final String END = "it ends too early";

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Reads a document.
     *
     * @param text the whole of it
     * @return its value
     * @throws IllegalArgumentException if it is no JSON; the message says where and why
     */
    public static Object parse(String text) {
        Json reader = new Json(text);
        Object value = reader.value(0);
        reader.space();
        if (reader.at < text.length()) {
            throw reader.wrong("something follows its end");
        }
        return value;
    }

    /**
     * Reads a document that is an object.
     *
     * @param text the whole of it
     * @return its members
     * @throws IllegalArgumentException if it is no JSON object; the message says where and why
     */
    public static Map<String, Object> object(String text) {
        Json reader = new Json(text);
        reader.space();
        if (reader.peek() != '{') {
            throw reader.wrong("no object begins");
        }
        @SuppressWarnings("unchecked") // value() makes nothing else of a brace
        Map<String, Object> members = (Map<String, Object>) parse(text);
        return members;
    }

    /**
     * Writes a value.
     *
     * @param value of the kinds that {@link #parse} gives; any {@link Number} that is finite
     * @return its text on one line
     */
    public static String write(Object value) {
        StringBuilder out = new StringBuilder();
        JsonText.write(value, out);
        return out.toString();
    }

    private Object value(int depth) {
        if (depth > DEEPEST) {
            throw wrong("it is nested too deep");
        }
        space();
        return switch (peek()) {
            case '{' -> members(depth);
            case '[' -> elements(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, Object> members(int depth) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (empty('}')) {
            return members;
        }
        do {
            space();
            String name = string();
            space();
            expect(':');
            members.put(name, value(depth + 1));
        } while (more('}'));
        return members;
    }

    private List<Object> elements(int depth) {
        List<Object> elements = new ArrayList<>();
        if (empty(']')) {
            return elements;
        }
        do {
            elements.add(value(depth + 1));
        } while (more(']'));
        return elements;
    }

    /** Goes over an opening bracket, and the closing one where nothing is between. */
    private boolean empty(char close) {
        at++;
        space();
        if (peek() != close) {
            return false;
        }
        at++;
        return true;
    }

    private boolean more(char close) {
        space();
        if (peek() == ',') {
            at++;
            return true;
        }
        expect(close);
        return false;
    }

    private String string() {
        expect('"');
        StringBuilder out = new StringBuilder();
        for (char c = next(); c != '"'; c = next()) {
            if (c < ' ') {
                throw wrong("a text has a control character");
            }
            out.append(c == '\\' ? escaped() : c);
        }
        return out.toString();
    }

    private char escaped() {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unicode();
            default -> throw wrong("a text has an escape that does not exist");
        };
    }

    private char unicode() {
        String digits = text.substring(at, Math.min(text.length(), at + 4));
        if (!digits.matches("[0-9A-Fa-f]{4}")) {
            throw wrong("a text has an escape without its four digits");
        }
        at += 4;
        return (char) Integer.parseInt(digits, 16);
    }

    private Object word(String word, Object meaning) {
        if (!text.startsWith(word, at)) {
            throw wrong("no value begins");
        }
        at += word.length();
        return meaning;
    }

    private BigDecimal number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(from, Math.min(at, from + LONGEST_NUMBER + 1));
        if (!digits.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
                || digits.length() > LONGEST_NUMBER) {
            at = from;
            throw wrong("no value begins");
        }
        return new BigDecimal(digits);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong(END);
        }
        return text.charAt(at);
    }

    private char next() {
        char c = peek();
        at++;
        return c;
    }

    private void expect(char wanted) {
        if (peek() != wanted) {
            throw wrong("'" + wanted + "' is missing");
        }
        at++;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("no JSON: " + what + " at character " + (at + 1));
    }
}
