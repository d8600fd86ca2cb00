package io.wattwire.standalone.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.kura.configuration.metatype.AD;
import org.eclipse.kura.configuration.metatype.Scalar;
import org.eclipse.kura.core.configuration.metatype.Tocd;

/**
 * What a bundle's metatype says of one component.
 *
 * @param pid the PID or factory PID, also the id of the description
 * @param ocd the description of the properties
 * @param factory whether there may be several instances
 */
record Definition(String pid, Tocd ocd, boolean factory) {
    /**
     * The defaults. As in Kura an empty default is none, and for a single value the first of a list
     * counts.
     */
    Map<String, Object> defaults() {
        Map<String, Object> defaults = new TreeMap<>();
        for (AD attribute : ocd.getAD()) {
            String text = attribute.getDefault();
            if (text != null && !text.isBlank()) {
                defaults.put(attribute.getId(), defaultOf(attribute, split(text)));
            }
        }
        return defaults;
    }

    private Object defaultOf(AD attribute, List<String> texts) {
        try {
            return attribute.getCardinality() == 0
                    ? Values.parse(attribute.getType(), texts.get(0))
                    : Values.parseArray(attribute.getType(), texts);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "default of %s in the metatype of %s: %s"
                            .formatted(attribute.getId(), pid, e.getMessage()),
                    e);
        }
    }

    /** Splits at commas that no backslash precedes. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                part.append(text.charAt(++i));
            } else if (c == ',') {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    /** The names of the properties that are passwords. */
    Set<String> secrets() {
        return ocd.getAD().stream()
                .filter(attribute -> attribute.getType() == Scalar.PASSWORD)
                .map(AD::getId)
                .collect(Collectors.toSet());
    }
}
