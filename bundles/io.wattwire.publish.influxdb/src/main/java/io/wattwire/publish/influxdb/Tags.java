package io.wattwire.publish.influxdb;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tags of an asset's lines: its name, and what the owner adds for all ({@code site=home}) or
 * for one ({@code meter/device=sdm630}).
 */
final class Tags {

    private static final Pattern TAG =
            Pattern.compile("(?:([^/=\\s]{1,200})/)?([^/=\\s]{1,100})=(\\S[^;\\r\\n]{0,200})");

    private final Map<String, String> common = new TreeMap<>();
    private final Map<String, Map<String, String>> special = new LinkedHashMap<>();

    static Tags parse(String text, Consumer<String> problem) {
        Tags tags = new Tags();
        for (String part : text.split("[;\\r\\n]+")) {
            Matcher matcher = TAG.matcher(part.strip());
            if (part.isBlank()) {
                continue;
            }
            if (!matcher.matches()) {
                problem.accept(
                        "tags has '"
                                + part.strip()
                                + "'; write for example site=home, or meter/device=sdm630 for one"
                                + " asset, with semicolons between");
            } else if (matcher.group(1) == null) {
                tags.common.put(matcher.group(2), matcher.group(3).strip());
            } else {
                tags.special
                        .computeIfAbsent(matcher.group(1), asset -> new TreeMap<>())
                        .put(matcher.group(2), matcher.group(3).strip());
            }
        }
        return tags;
    }

    /** In the order of their names, which is what the server sorts by. */
    Map<String, String> of(String asset) {
        Map<String, String> tags = new TreeMap<>(common);
        tags.put("asset", asset);
        tags.putAll(special.getOrDefault(asset, Map.of()));
        return tags;
    }
}
