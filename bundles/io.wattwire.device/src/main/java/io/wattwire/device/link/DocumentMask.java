package io.wattwire.device.link;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes serials, names of networks and secrets out of JSON documents that others shall see. Their
 * first character stays, because it tells the kind of a device; what is left is a document with the
 * same members.
 */
public final class DocumentMask {

    private static final String REST = "***";

    /** A member with such a name, up to the begin of its text. */
    private static final Pattern PERSONAL =
            Pattern.compile(
                    "\"[a-z_0-9]*(?:serial|mac|ssid|pass|key|token)[a-z_0-9]*\"\\s*:\\s*\"",
                    Pattern.CASE_INSENSITIVE);

    private DocumentMask() {}

    /**
     * Masks a text as those in documents are masked.
     *
     * @param text of a personal member
     * @return its first character and three stars; empty stays empty
     */
    public static String text(String text) {
        return text.isEmpty() ? text : text.substring(0, length(text, 0)) + REST;
    }

    /**
     * Masks a document, or what should be one.
     *
     * @param json any text
     * @return the same without what is personal
     */
    public static String document(String json) {
        StringBuilder masked = new StringBuilder();
        Matcher personal = PERSONAL.matcher(json);
        int from = 0;
        while (personal.find(from)) {
            int begin = personal.end();
            int end = end(json, begin);
            masked.append(json, from, begin).append(text(json.substring(begin, end)));
            from = end;
        }
        return masked.append(json, from, json.length()).toString();
    }

    /** Where a text ends: its quote, or the end of what was cut. */
    private static int end(String json, int begin) {
        int at = begin;
        while (at < json.length() && json.charAt(at) != '"') {
            at += length(json, at);
        }
        return Math.min(at, json.length());
    }

    /** Length of the character there as it is written, with an escape in front or without. */
    private static int length(String text, int at) {
        if (text.charAt(at) != '\\') {
            return Character.charCount(text.codePointAt(at));
        }
        boolean unicode = at + 1 < text.length() && text.charAt(at + 1) == 'u';
        return Math.min(unicode ? 6 : 2, text.length() - at);
    }
}
