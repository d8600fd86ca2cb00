package io.wattwire.publish.pvoutput;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** A recorded request and its answer. */
public record Exchange(String id, String method, String request, int status, String answer) {

    /** By id. */
    public static final Map<String, Exchange> ALL = all();

    private static Map<String, Exchange> all() {
        Map<String, Exchange> all = new TreeMap<>();
        try (InputStream in = Exchange.class.getResourceAsStream("/exchanges.csv")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (String line : text.lines().filter(it -> !it.startsWith("#")).toList()) {
                String[] parts = line.split("\\|");
                int status = Integer.parseInt(parts[3]);
                all.put(parts[0], new Exchange(parts[0], parts[1], parts[2], status, parts[4]));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }
}
