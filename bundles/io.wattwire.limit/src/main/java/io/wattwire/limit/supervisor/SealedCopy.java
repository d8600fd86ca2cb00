package io.wattwire.limit.supervisor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Settings as they were when they were sealed. Values are kept as text, as the configuration reads
 * them again.
 *
 * @param values by key; empty for a key that was not set
 * @param pin what opens the seal
 * @param wallMillis when it was sealed, ms since 1970 UTC
 */
record SealedCopy(Map<String, Optional<String>> values, PinHash pin, long wallMillis) {

    private static final String HEAD = "wattwire seal 1";

    static SealedCopy of(
            Set<String> keys, Map<String, Object> properties, PinHash pin, long wallMillis) {
        Map<String, Optional<String>> values = new TreeMap<>();
        for (String key : keys) {
            values.put(key, Optional.ofNullable(properties.get(key)).map(String::valueOf));
        }
        return new SealedCopy(values, pin, wallMillis);
    }

    /** {@return the keys whose value is another one now} */
    Set<String> differing(Map<String, Object> properties) {
        Set<String> differing = new TreeSet<>();
        values.forEach(
                (key, value) -> {
                    Object now = properties.get(key);
                    if (!value.equals(Optional.ofNullable(now).map(String::valueOf))) {
                        differing.add(key);
                    }
                });
        return differing;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(HEAD);
        lines.add("at " + wallMillis);
        lines.add("pin " + pin.iterations() + " " + pin.salt() + " " + pin.hash());
        values.forEach(
                (key, value) ->
                        lines.add(
                                value.map(text -> "set " + encode(key) + " " + encode(text))
                                        .orElse("unset " + encode(key))));
        return lines;
    }

    /** {@return the copy; empty when the lines do not make one} */
    static Optional<SealedCopy> parse(List<String> lines) {
        try {
            if (!lines.get(0).equals(HEAD)) {
                return Optional.empty();
            }
            String[] pin = lines.get(2).split(" ");
            PinHash hash = new PinHash(Integer.parseInt(pin[1]), pin[2], pin[3]);
            Map<String, Optional<String>> values = new TreeMap<>();
            for (String line : lines.subList(3, lines.size())) {
                String[] words = line.split(" ", -1);
                boolean set = words[0].equals("set");
                values.put(
                        decode(words[1]), set ? Optional.of(decode(words[2])) : Optional.empty());
            }
            return Optional.of(
                    new SealedCopy(values, hash, Long.parseLong(lines.get(1).substring(3))));
        } catch (IllegalArgumentException | IndexOutOfBoundsException wrong) {
            return Optional.empty();
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
