package io.wattwire.site;

import java.util.LinkedHashSet;
import java.util.Set;

/** Adds values up as long as none is missing. Not thread-safe. */
final class Sum {

    private final Set<String> missing = new LinkedHashSet<>();
    private final long nowNanos;
    private boolean outage;
    private double value;
    private long takenNanos;

    Sum(long nowNanos) {
        this.nowNanos = nowNanos;
        this.takenNanos = nowNanos;
    }

    Sum add(SiteValue summand, double factor) {
        if (!summand.isKnown()) {
            missing.add(summand.missing());
            outage |= summand.outage();
            return this;
        }
        value += factor * summand.value();
        if (nowNanos - summand.takenNanos() > nowNanos - takenNanos) {
            takenNanos = summand.takenNanos();
        }
        return this;
    }

    SiteValue as(String name, String unit) {
        return missing.isEmpty()
                ? SiteValue.known(name, unit, value, takenNanos)
                : new SiteValue(name, unit, Double.NaN, 0, String.join("; ", missing), outage);
    }
}
