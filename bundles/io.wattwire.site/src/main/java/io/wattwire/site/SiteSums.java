package io.wattwire.site;

import io.wattwire.device.wire.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes one set of values of those of the parts. A pure function of settings, readings and time: a
 * value of which a part is missing, too old or failed is missing, never smaller.
 */
final class SiteSums {

    private final SiteSettings settings;
    private final Readings readings;
    private final long nowNanos;

    private SiteSums(SiteSettings settings, Readings readings, long nowNanos) {
        this.settings = settings;
        this.readings = readings;
        this.nowNanos = nowNanos;
    }

    /** {@return the values that this site has, known or missing} */
    static List<SiteValue> of(SiteSettings settings, Readings readings, long nowNanos) {
        return new SiteSums(settings, readings, nowNanos).values();
    }

    private List<SiteValue> values() {
        List<SiteValue> values = new ArrayList<>();
        for (SitePoint point : SitePoint.ALL) {
            value(point).ifPresent(values::add);
        }
        new StateOfCharge(settings, readings, nowNanos).value().ifPresent(values::add);
        value(SitePoint.GRID_POWER)
                .ifPresent(
                        grid -> {
                            values.add(load(grid));
                            values.add(positive("grid_import_power", grid, 1));
                            values.add(positive("grid_export_power", grid, -1));
                        });
        value(SitePoint.BATTERY_POWER)
                .ifPresent(
                        battery -> {
                            values.add(positive("battery_charge_power", battery, 1));
                            values.add(positive("battery_discharge_power", battery, -1));
                        });
        return List.copyOf(values);
    }

    /** Empty when the site does not have it: nobody is to tell it, and nobody ever did. */
    private Optional<SiteValue> value(SitePoint point) {
        List<Part> parts = Part.of(point, settings);
        if (parts.isEmpty() || !isExpected(point) && parts.stream().noneMatch(this::everTold)) {
            return Optional.empty();
        }
        return Optional.of(
                point.rule() == SitePoint.Rule.SUM ? sum(point, parts) : first(point, parts));
    }

    /** The powers of the roles are expected from the start. */
    private boolean isExpected(SitePoint point) {
        return point.roles().stream()
                .anyMatch(role -> role.power().equals(point.name()) && settings.has(role));
    }

    private boolean everTold(Part part) {
        boolean fixed = settings.capacitiesKwh().containsKey(part.entry().asset());
        return part.source().filter(source -> readings.of(source).count() > 0).isPresent()
                || fixed && part.source().filter(SiteSums::isCapacity).isPresent();
    }

    private static boolean isCapacity(Source source) {
        return source.channel().equals(SitePoint.BATTERY_CAPACITY.name());
    }

    private SiteValue sum(SitePoint point, List<Part> parts) {
        Sum sum = new Sum(nowNanos);
        for (Part part : parts) {
            sum.add(value(point, part), 1);
        }
        return sum.as(point.name(), point.unit());
    }

    private SiteValue first(SitePoint point, List<Part> parts) {
        return parts.stream()
                .filter(this::everTold)
                .findFirst()
                .map(part -> value(point, part))
                .orElseThrow();
    }

    private SiteValue value(SitePoint point, Part part) {
        return new PartValue(settings, readings, nowNanos).of(point, part);
    }

    /**
     * What is left of all that flows into the house. A hybrid's battery is behind the AC terminals
     * that its inverter power is measured at, so only batteries of their own are taken off.
     */
    private SiteValue load(SiteValue grid) {
        Sum load = new Sum(nowNanos).add(grid, 1);
        value(SitePoint.INVERTER_POWER).ifPresent(inverter -> load.add(inverter, 1));
        value(SitePoint.GENERATOR_POWER).ifPresent(generator -> load.add(generator, 1));
        value(SitePoint.AC_BATTERY_POWER).ifPresent(battery -> load.add(battery, -1));
        return load.as("load_power", "W");
    }

    private static SiteValue positive(String name, SiteValue flow, double sign) {
        return flow.isKnown()
                ? SiteValue.known(
                        name, flow.unit(), Math.max(0, sign * flow.value()), flow.takenNanos())
                : flow.as(name);
    }
}
