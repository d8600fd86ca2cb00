package io.wattwire.site;

/**
 * One value of the site: known, or missing with the reason.
 *
 * @param name of the point
 * @param unit of it
 * @param value NaN when missing
 * @param takenNanos when its oldest part was measured, on the monotonic clock
 * @param missing the parts that are missing, and why; empty when none is
 * @param outage whether a part is missing that was or should be there, rather than one that does
 *     not measure such a thing at all
 */
record SiteValue(
        String name, String unit, double value, long takenNanos, String missing, boolean outage) {

    static SiteValue known(String name, String unit, double value, long takenNanos) {
        // adding 0 turns the -0.0 of a turned sign into 0.0
        return new SiteValue(name, unit, value + 0.0, takenNanos, "", false);
    }

    static SiteValue missing(SitePoint point, String why) {
        return new SiteValue(point.name(), point.unit(), Double.NaN, 0, why, true);
    }

    /** Nothing is wrong: there is just nobody who measures all of it. */
    static SiteValue untold(SitePoint point, String why) {
        return new SiteValue(point.name(), point.unit(), Double.NaN, 0, why, false);
    }

    /** The same lack under another name. */
    SiteValue as(String otherName) {
        return new SiteValue(otherName, unit, value, takenNanos, missing, outage);
    }

    boolean isKnown() {
        return missing.isEmpty();
    }
}
