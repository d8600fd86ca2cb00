package io.wattwire.publish.venus;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.eclipse.kura.type.TypedValue;
import org.eclipse.kura.type.TypedValues;

/**
 * What the component's thread does: shows the values of now, and emits its own health and, for an
 * inverter that may be commanded, what the GX and the owner's rule allow. One thread runs it.
 */
final class VenusRun implements Runnable {

    private static final long GRID_NANOS = 250_000_000L;
    private static final long SHOW_NANOS = 1_000_000_000L;
    private static final long TELL_NANOS = 1_000_000_000L;

    private final String pid;
    private final VenusSettings settings;
    private final LiveValues live;
    private final Picture picture;
    private final Service service;
    private final PowerLimit limit;
    private final EnergyRule rule = new EnergyRule();
    private final Consumer<Map<String, TypedValue<?>>> emission;
    private final LongSupplier nanos;
    private final LongSupplier wall;
    private long shownNanos;
    private long toldNanos;
    private boolean started;
    private double toldW = Double.NaN;

    VenusRun(
            String pid,
            VenusSettings settings,
            LiveValues live,
            Picture picture,
            Service service,
            PowerLimit limit,
            Consumer<Map<String, TypedValue<?>>> emission,
            LongSupplier nanos,
            LongSupplier wall) {
        this.pid = pid;
        this.settings = settings;
        this.live = live;
        this.picture = picture;
        this.service = service;
        this.limit = limit;
        this.emission = emission;
        this.nanos = nanos;
        this.wall = wall;
    }

    @Override
    public void run() {
        long now = nanos.getAsLong();
        long pause = settings.kind() == Kind.GRID ? GRID_NANOS : SHOW_NANOS;
        double maxW = maxW();
        double powerW = settings.commands() ? limit.watts(maxW, now) : Double.NaN;
        if (!started || now - shownNanos >= pause) {
            shownNanos = now;
            show(now, maxW, powerW);
        }
        boolean turned = Double.compare(powerW, toldW) != 0;
        if (!started || turned || now - toldNanos >= TELL_NANOS) {
            toldNanos = now;
            toldW = powerW;
            emission.accept(record(now, powerW));
        }
        started = true;
    }

    /** As set, else as the inverter says itself; at night as it last said. */
    private double maxW() {
        return Double.isNaN(settings.maxW())
                ? live.last(settings.asset(), "inverter_rated_power")
                : settings.maxW();
    }

    private void show(long now, double maxW, double powerW) {
        long age = picture.ageNanos(now);
        boolean fresh = age < Times.STALE_NANOS;
        Map<String, Object> shown = new HashMap<>(picture.at(now));
        if (settings.kind() == Kind.PVINVERTER) {
            shown.put("/Ac/MaxPower", valid(maxW));
            shown.put("/Ac/PowerLimit", settings.commands() && fresh ? valid(powerW) : null);
            for (String name : new String[] {"Status", "Power", "MaxPower", "PowerMax"}) {
                String channel = "dynamicGeneration" + name;
                Object value = live.value(settings.limit(), channel, now);
                shown.put("/" + channel, value instanceof Number n ? n.doubleValue() : value);
            }
        }
        service.show(shown, age < Times.GONE_NANOS);
    }

    private static Object valid(double watts) {
        return Double.isNaN(watts) ? null : (Object) watts;
    }

    private Map<String, TypedValue<?>> record(long now, double powerW) {
        Map<String, TypedValue<?>> values = new HashMap<>();
        values.put("assetName", TypedValues.newStringValue(pid));
        values.put("assetTimestamp", TypedValues.newLongValue(wall.getAsLong()));
        values.put("publisher_state", TypedValues.newStringValue(state()));
        values.put("publisher_problem", TypedValues.newStringValue(service.problem()));
        values.put("device_instance", TypedValues.newIntegerValue(service.kept().instance()));
        if (!Double.isNaN(powerW)) {
            values.put("power_limit", TypedValues.newDoubleValue(powerW));
            values.put("gx_limits", TypedValues.newBooleanValue(limit.isInForce(now)));
        }
        if (settings.usesEnergyRule()) {
            double allowed =
                    rule.allowedExportW(
                            service.kept().difference(),
                            service.kept().derate(),
                            balance(now),
                            settings.freeExportW());
            values.put("allowed_export", TypedValues.newDoubleValue(allowed));
        }
        return values;
    }

    private String state() {
        if (!service.problem().isEmpty()) {
            return "failing";
        }
        return service.isNamed() ? "sending" : "waiting";
    }

    /** Import less export, kWh; NaN where the meter does not say it. */
    private double balance(long now) {
        return live.number(settings.meter(), "grid_energy_import", now)
                - live.number(settings.meter(), "grid_energy_export", now);
    }
}
