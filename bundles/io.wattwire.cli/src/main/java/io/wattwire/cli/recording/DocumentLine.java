package io.wattwire.cli.recording;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of an HTTP request or answer in one line, and back: line ends and other control
 * characters are written as {@code \n} or with their number, a backslash as two.
 */
final class DocumentLine {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-f]{4}|.|$)");

    private DocumentLine() {}

    /** Tells whether what is on a link is text. */
    static boolean on(String link) {
        return link.startsWith("http:");
    }

    static String of(byte[] bytes) {
        StringBuilder line = new StringBuilder();
        String text = new String(bytes, StandardCharsets.UTF_8);
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == '\\') {
                line.append("\\\\");
            } else if (letter == '\n') {
                line.append("\\n");
            } else if (Character.isISOControl(letter) || letter == '\u2028' || letter == '\u2029') {
                line.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
            } else {
                line.append(letter);
            }
        }
        return line.toString();
    }

    /**
     * @throws IllegalArgumentException if a backslash is followed by something else
     */
    static byte[] bytes(String line) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        Matcher escape = ESCAPE.matcher(line);
        while (escape.find()) {
            text.append(line, done, escape.start()).append(letter(escape.group(1)));
            done = escape.end();
        }
        text.append(line, done, line.length());
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static char letter(String escaped) {
        if (escaped.length() == 5) {
            return (char) Integer.parseInt(escaped.substring(1), 16);
        }
        switch (escaped) {
            case "n":
                return '\n';
            case "\\":
                return '\\';
            default:
                throw new IllegalArgumentException(
                        "a backslash is written as two, a line end as \\n");
        }
    }
}
