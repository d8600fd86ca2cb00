package io.wattwire.site;

import java.util.List;
import java.util.Optional;

/**
 * State of charge of all batteries together, weighted with their capacities.
 *
 * @param settings of the site
 * @param readings so far
 * @param nowNanos now, on the monotonic clock
 */
record StateOfCharge(SiteSettings settings, Readings readings, long nowNanos) {

    private static final double FULL = 100;

    /** {@return empty when no battery ever told one} */
    Optional<SiteValue> value() {
        List<Part> parts = Part.of(SitePoint.BATTERY_SOC, settings);
        boolean told =
                parts.stream()
                        .flatMap(part -> part.source().stream())
                        .anyMatch(source -> readings.of(source).count() > 0);
        return told ? Optional.of(weighted(parts)) : Optional.empty();
    }

    private SiteValue weighted(List<Part> parts) {
        Sum charged = new Sum(nowNanos);
        double whole = 0;
        for (Part part : parts) {
            SiteValue weight = parts.size() == 1 ? one() : capacity(part);
            charged.add(times(charge(part), weight), 1);
            whole += weight.value();
        }
        SiteValue sum = charged.as(SitePoint.BATTERY_SOC.name(), SitePoint.BATTERY_SOC.unit());
        return sum.isKnown()
                ? SiteValue.known(sum.name(), sum.unit(), sum.value() / whole, sum.takenNanos())
                : sum;
    }

    private static SiteValue one() {
        return SiteValue.known("weight", "", 1, 0);
    }

    private SiteValue charge(Part part) {
        SiteValue soc = new PartValue(settings, readings, nowNanos).of(SitePoint.BATTERY_SOC, part);
        boolean absurd = soc.isKnown() && (soc.value() < 0 || soc.value() > FULL);
        return absurd
                ? SiteValue.missing(
                        SitePoint.BATTERY_SOC, part.entry() + ": " + soc.value() + " % cannot be")
                : soc;
    }

    private SiteValue capacity(Part part) {
        SitePoint point = SitePoint.BATTERY_CAPACITY;
        SiteValue capacity =
                Part.of(point, settings).stream()
                        .filter(other -> other.entry().equals(part.entry()))
                        .findFirst()
                        .map(other -> new PartValue(settings, readings, nowNanos).of(point, other))
                        .orElseThrow();
        return capacity.isKnown() && capacity.value() > 0
                ? capacity
                : SiteValue.missing(
                        point,
                        "the capacity of "
                                + part.entry().asset()
                                + " is not known: set battery.capacity.kwh");
    }

    /** The age is that of the charge: a capacity does not age. */
    private static SiteValue times(SiteValue charge, SiteValue weight) {
        if (!charge.isKnown()) {
            return charge;
        }
        return weight.isKnown()
                ? SiteValue.known(
                        charge.name(),
                        charge.unit(),
                        charge.value() * weight.value(),
                        charge.takenNanos())
                : weight;
    }
}
