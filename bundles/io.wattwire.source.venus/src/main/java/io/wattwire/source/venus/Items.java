package io.wattwire.source.venus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values as the bus has them: by path, each alone or with its text. Stateless. */
final class Items {

    /** Path of the number that tells several services of a class apart. */
    static final String INSTANCE = "DeviceInstance";

    private Items() {}

    /**
     * Reads values.
     *
     * @param items path to value, or to {@code Value} and {@code Text}; anything else is nothing
     * @return numbers by path without a slash in front; NaN for what is invalid or no number
     */
    static Map<String, Double> of(Object items) {
        Map<String, Double> values = new HashMap<>();
        if (items instanceof Map<?, ?> map) {
            map.forEach(
                    (path, item) -> {
                        if (path instanceof String text) {
                            one(values, text.startsWith("/") ? text.substring(1) : text, item);
                        }
                    });
        }
        return values;
    }

    /** A change of a text alone is no value. */
    private static void one(Map<String, Double> values, String path, Object item) {
        boolean pair = item instanceof Map<?, ?>;
        if (!pair) {
            values.put(path, number(item));
        } else if (((Map<?, ?>) item).containsKey("Value")) {
            values.put(path, number(((Map<?, ?>) item).get("Value")));
        }
    }

    /**
     * Tells what is neither a number nor invalid.
     *
     * @param items as for {@link #of}
     * @return paths without a slash in front
     */
    static List<String> texts(Object items) {
        List<String> paths = new ArrayList<>();
        if (items instanceof Map<?, ?> map) {
            map.forEach(
                    (path, item) -> {
                        Object value = item instanceof Map<?, ?> pair ? pair.get("Value") : item;
                        boolean invalid =
                                value == null || value instanceof List<?> none && none.isEmpty();
                        if (path instanceof String text && !invalid && !finite(value)) {
                            paths.add(text.startsWith("/") ? text.substring(1) : text);
                        }
                    });
        }
        return paths;
    }

    private static boolean finite(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue());
    }

    private static double number(Object value) {
        return finite(value) ? ((Number) value).doubleValue() : Double.NaN;
    }
}
