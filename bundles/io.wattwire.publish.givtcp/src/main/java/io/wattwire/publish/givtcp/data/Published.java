package io.wattwire.publish.givtcp.data;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** The structure as single values with paths, as GivTCP publishes them. */
public final class Published {

    private static final int DECIMALS = 2;

    private Published() {}

    /**
     * Each value by its path.
     *
     * @param structure nested maps
     * @return texts by keys joined with slashes, in their order; nothing for what is null
     */
    public static Map<String, String> of(Map<String, Object> structure) {
        Map<String, String> flat = new LinkedHashMap<>();
        add("", structure, flat);
        return flat;
    }

    private static void add(String path, Map<?, ?> map, Map<String, String> flat) {
        map.forEach(
                (key, value) -> {
                    String next = path + key.toString().replace(' ', '_');
                    if (value instanceof Map<?, ?> inner) {
                        add(next + "/", inner, flat);
                    } else if (value != null) {
                        flat.put(next, text(value));
                    }
                });
    }

    /** As Python writes it: two decimals at most, one at least, {@code True} and {@code False}. */
    static String text(Object value) {
        if (value instanceof Double number) {
            double rounded = Section.rounded(number, DECIMALS);
            String plain = BigDecimal.valueOf(rounded).stripTrailingZeros().toPlainString();
            return plain.contains(".") ? plain : plain + ".0";
        }
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        return value.toString();
    }
}
