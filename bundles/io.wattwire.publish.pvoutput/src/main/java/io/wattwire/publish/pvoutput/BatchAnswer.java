package io.wattwire.publish.pvoutput;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What PVOutput says to a batch: {@code 20260131,14:05,1;…}, 1 for what it has now. */
final class BatchAnswer {

    private static final Pattern ENTRY = Pattern.compile("(\\d{8},\\d\\d:\\d\\d),([01])");

    private BatchAnswer() {}

    /** By date and time with a comma between; empty where nothing like it was said. */
    static Map<String, Boolean> parse(String body) {
        Map<String, Boolean> added = new HashMap<>();
        for (String entry : body.strip().split(";")) {
            Matcher matcher = ENTRY.matcher(entry.strip());
            if (matcher.matches()) {
                added.put(matcher.group(1), matcher.group(2).equals("1"));
            }
        }
        return added;
    }
}
