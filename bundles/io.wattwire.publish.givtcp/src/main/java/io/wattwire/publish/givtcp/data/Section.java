package io.wattwire.publish.givtcp.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** A part of the structure in the making; a key without a value is left out, as GivTCP does. */
final class Section {

    /** As many as the finest register has: cells, in mV. */
    private static final int DECIMALS = 3;

    private final Map<String, Object> map = new LinkedHashMap<>();

    Section whole(String key, OptionalDouble value) {
        value.ifPresent(it -> map.put(key, Math.round(it)));
        return this;
    }

    Section real(String key, OptionalDouble value) {
        value.ifPresent(it -> map.put(key, rounded(it, DECIMALS)));
        return this;
    }

    Section text(String key, Optional<String> value) {
        value.ifPresent(it -> map.put(key, it));
        return this;
    }

    Section enabled(String key, Optional<Boolean> value) {
        return text(key, value.map(it -> it ? "enable" : "disable"));
    }

    Section put(String key, Object value) {
        map.put(key, value);
        return this;
    }

    Map<String, Object> map() {
        return map;
    }

    static double rounded(double value, int decimals) {
        double rounded =
                new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN).doubleValue();
        return rounded == 0 ? 0 : rounded; // no -0
    }
}
