package io.wattwire.site;

import io.wattwire.device.wire.Source;
import java.util.Optional;

/**
 * The value of one part now.
 *
 * @param settings of the site
 * @param readings so far
 * @param nowNanos now, on the monotonic clock
 */
record PartValue(SiteSettings settings, Readings readings, long nowNanos) {

    SiteValue of(SitePoint point, Part part) {
        Double fixed = settings.capacitiesKwh().get(part.entry().asset());
        if (fixed != null && point.name().equals(SitePoint.BATTERY_CAPACITY.name())) {
            return SiteValue.known(point.name(), point.unit(), fixed, nowNanos);
        }
        Optional<String> misplaced = misplaced(point, part.entry());
        if (misplaced.isPresent()) {
            return SiteValue.missing(point, misplaced.get());
        }
        if (part.source().isEmpty()) {
            return SiteValue.untold(
                    point, part.entry() + " is named for its power only and does not tell it");
        }
        return of(point, part.entry(), part.source().get());
    }

    private SiteValue of(SitePoint point, Entry entry, Source source) {
        Reading reading = readings.of(source);
        String missing = reading.missing(settings, point.slow(), nowNanos);
        if (missing.isEmpty()) {
            return SiteValue.known(
                    point.name(), point.unit(), reading.value(), reading.takenNanos());
        }
        boolean untold =
                reading.count() == 0 && reading.error().isEmpty() && tellsItsPower(entry, source);
        return untold
                ? SiteValue.untold(point, source + ": never told")
                : SiteValue.missing(point, source + ": " + missing);
    }

    /** An asset that is there and tells its power, but not this. */
    private boolean tellsItsPower(Entry entry, Source source) {
        for (Role role : Role.values()) {
            Source power = settings.power(role, entry);
            boolean itself = power.equals(source);
            if (settings.entries(role).contains(entry)
                    && !itself
                    && readings.of(power).count() > 0) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> misplaced(SitePoint point, Entry entry) {
        for (Role role : point.roles()) {
            if (settings.entries(role).contains(entry)) {
                Optional<String> why = Misplaced.why(role, entry, readings);
                if (why.isPresent()) {
                    return why;
                }
            }
        }
        return Optional.empty();
    }
}
