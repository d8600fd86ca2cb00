package io.wattwire.publish.givtcp.control;

import io.wattwire.publish.control.ControlRefused;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what follows a command: a bare value, or a flat object. The object may be written as
 * GivTCP's own page writes it, which is no JSON: a comma in place of the colon where there is but
 * one pair, and a round bracket at the end.
 */
final class Payload {

    /** In characters; the longest that means anything has about 80. */
    static final int LONGEST = 512;

    private static final int MOST_KEYS = 8;

    /** A quoted text, a bare word or number, a mark. */
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\G\\s*(?:\"([^\"\\\\\\p{Cntrl}]*)\""
                            + "|([-+]?\\d{1,12}(?:\\.\\d{1,12})?|true|false)"
                            + "|([{}),:]))");

    private final String text;
    private final Matcher tokens;

    private Payload(String text) {
        this.text = text;
        this.tokens = TOKEN.matcher(text);
    }

    /** A bare value, with or without quotation marks around it. */
    static String value(String text) throws ControlRefused {
        String value = bounded(text).strip();
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        value = quoted ? value.substring(1, value.length() - 1).strip() : value;
        if (value.isEmpty()) {
            throw new ControlRefused("the payload is empty; write the value");
        }
        return value;
    }

    /**
     * The keys and values of an object, numbers as they are written; none when there is no body.
     */
    static Map<String, String> object(String text) throws ControlRefused {
        return new Payload(bounded(text)).pairs();
    }

    private static String bounded(String text) throws ControlRefused {
        if (text.length() > LONGEST) {
            throw new ControlRefused("the payload has more than " + LONGEST + " characters");
        }
        return text;
    }

    private Map<String, String> pairs() throws ControlRefused {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (text.isBlank()) {
            return pairs;
        }
        mark("{");
        boolean comma = false;
        String mark;
        do {
            String key = value(true);
            comma |= mark(":,").equals(",");
            if (pairs.put(key, value(false)) != null || pairs.size() > MOST_KEYS) {
                throw malformed();
            }
            mark = mark(",})");
        } while (mark.equals(","));
        boolean ended = text.substring(tokens.end()).isBlank();
        if (!ended || comma && pairs.size() > 1) {
            throw malformed();
        }
        return pairs;
    }

    private String mark(String anyOf) throws ControlRefused {
        if (!tokens.find() || tokens.group(3) == null || !anyOf.contains(tokens.group(3))) {
            throw malformed();
        }
        return tokens.group(3);
    }

    private String value(boolean isKey) throws ControlRefused {
        if (!tokens.find() || tokens.group(1) == null && (isKey || tokens.group(2) == null)) {
            throw malformed();
        }
        return tokens.group(1) != null ? tokens.group(1).strip() : tokens.group(2);
    }

    private static ControlRefused malformed() {
        return new ControlRefused(
                "the payload is no flat JSON object; write for example"
                        + " {\"start\":\"01:00\",\"finish\":\"04:00\"}");
    }
}
