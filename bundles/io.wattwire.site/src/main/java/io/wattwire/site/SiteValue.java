package io.wattwire.site;

/**
 * One value of the site: known, or missing with the reason.
 *
 * @param name of the point
 * @param unit of it
 * @param value NaN when missing
 * @param takenNanos when its oldest part was measured, on the monotonic clock
 * @param missing the parts that are missing, and why; empty when none is
 */
record SiteValue(String name, String unit, double value, long takenNanos, String missing) {

    static SiteValue known(String name, String unit, double value, long takenNanos) {
        // adding 0 turns the -0.0 of a turned sign into 0.0
        return new SiteValue(name, unit, value + 0.0, takenNanos, "");
    }

    static SiteValue missing(String name, String unit, String why) {
        return new SiteValue(name, unit, Double.NaN, 0, why);
    }

    boolean isKnown() {
        return missing.isEmpty();
    }
}
