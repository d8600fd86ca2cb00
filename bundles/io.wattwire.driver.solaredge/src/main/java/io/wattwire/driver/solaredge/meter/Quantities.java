package io.wattwire.driver.solaredge.meter;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * All that a meter can show, and the names that sources use for it: the keys of
 * solaredge_meterproxy in both spellings ({@code l1_}, {@code p1_}), and our common points.
 */
public final class Quantities {

    private static final Pattern OLD_PHASE = Pattern.compile("^p([123])(n?_|[123]_)");
    private static final Map<String, Quantity> BY_KEY = new LinkedHashMap<>();
    private static final Map<String, Quantity> BY_NAME = new LinkedHashMap<>();

    static {
        for (List<String> row : TableFile.rows("quantities.csv", 5)) {
            Quantity quantity =
                    new Quantity(
                            row.get(0),
                            row.get(1),
                            Double.parseDouble(row.get(2)),
                            Double.parseDouble(row.get(3)));
            BY_KEY.put(quantity.key(), quantity);
            BY_NAME.put(quantity.key(), quantity);
            if (!row.get(4).isEmpty()) {
                BY_NAME.put(row.get(4), quantity);
            }
        }
    }

    private Quantities() {}

    /**
     * All, in the order of their table.
     *
     * @return 58 quantities, each under its key
     */
    public static Collection<Quantity> all() {
        return List.copyOf(BY_KEY.values());
    }

    /**
     * Finds what a source means.
     *
     * @param name a key in its present or its old spelling, or a common point
     * @return empty when no meter shows such a thing
     */
    public static Optional<Quantity> find(String name) {
        String present = OLD_PHASE.matcher(name.strip()).replaceFirst("l$1$2");
        return Optional.ofNullable(BY_NAME.get(present));
    }

    static Quantity of(String key) {
        return Optional.ofNullable(BY_KEY.get(key))
                .orElseThrow(() -> new IllegalArgumentException("no quantity " + key));
    }
}
