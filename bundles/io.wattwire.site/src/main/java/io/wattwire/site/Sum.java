package io.wattwire.site;

import java.util.LinkedHashSet;
import java.util.Set;

/** Adds values up as long as none is missing. Not thread-safe. */
final class Sum {

    private final Set<String> missing = new LinkedHashSet<>();
    private final long nowNanos;
    private double value;
    private long takenNanos;

    Sum(long nowNanos) {
        this.nowNanos = nowNanos;
        this.takenNanos = nowNanos;
    }

    Sum add(double summand, long summandTakenNanos) {
        value += summand;
        if (nowNanos - summandTakenNanos > nowNanos - takenNanos) {
            takenNanos = summandTakenNanos;
        }
        return this;
    }

    Sum add(SiteValue summand, double factor) {
        return summand.isKnown()
                ? add(factor * summand.value(), summand.takenNanos())
                : lack(summand.missing());
    }

    Sum lack(String why) {
        missing.add(why);
        return this;
    }

    SiteValue as(String name, String unit) {
        return missing.isEmpty()
                ? SiteValue.known(name, unit, value, takenNanos)
                : SiteValue.missing(name, unit, String.join("; ", missing));
    }
}
