package io.wattwire.publish.venus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a service shows at a moment, by path: null for what is invalid. Only values of now are in
 * it: when the source is 5 s old, nothing is valid. For one thread.
 */
final class Picture {

    private static final int PHASES = 3;
    private static final double MILLION = 1e6;

    private final VenusSettings settings;
    private final LiveValues live;
    private final List<Row> rows;
    private final List<Row> phases;

    Picture(VenusSettings settings, LiveValues live) {
        this.settings = settings;
        this.live = live;
        this.rows = Rows.of(settings.kind());
        this.phases = Rows.phases(settings.kind());
    }

    /** {@return all rows that may be shown} */
    List<Row> all() {
        List<Row> all = new ArrayList<>(rows);
        all.addAll(phases);
        return all;
    }

    /** {@return how old the source is, ns; a very long time where there was none yet} */
    long ageNanos(long nowNanos) {
        double millis = live.ageMillis(settings.asset(), settings.kind().primary(), nowNanos);
        return Double.isInfinite(millis) ? Long.MAX_VALUE : (long) (millis * MILLION);
    }

    /** {@return the value of each path} */
    Map<String, Object> at(long nowNanos) {
        Map<String, Object> shown = new HashMap<>();
        boolean fresh = ageNanos(nowNanos) < Times.STALE_NANOS;
        for (Row row : all()) {
            shown.put(row.path(), null);
        }
        if (fresh) {
            for (Row row : rows) {
                shown.put(row.path(), value(row.channel(), nowNanos));
            }
            phases(shown, nowNanos);
            special(shown, nowNanos);
        }
        return shown;
    }

    /** Wire values as the bus has them: labels of states stay text. */
    private Object value(String channel, long nowNanos) {
        Object value = live.value(settings.asset(), channel, nowNanos);
        return value instanceof Number number ? (Object) number.doubleValue() : value;
    }

    private double number(String channel, long nowNanos) {
        return live.number(settings.asset(), channel, nowNanos);
    }

    private void phases(Map<String, Object> shown, long nowNanos) {
        if (settings.kind() == Kind.BATTERY) {
            return;
        }
        int count = count(nowNanos);
        shown.put("/NrOfPhases", count);
        if (count == 1) {
            single(shown, nowNanos);
            return;
        }
        for (Row row : phases) {
            if (!row.channel().isEmpty()) {
                shown.put(row.path(), value(row.channel(), nowNanos));
            }
        }
        share(shown);
    }

    /** As many as have a power, a voltage or a current. */
    private int count(long nowNanos) {
        int highest = 1;
        for (int phase = 2; phase <= PHASES; phase++) {
            for (String what : List.of("power", "voltage", "current")) {
                String channel = settings.kind().start() + what + "_l" + phase;
                if (value(channel, nowNanos) != null) {
                    highest = phase;
                }
            }
        }
        return highest;
    }

    /** What has one phase is on the one that the owner says, and its totals are that phase's. */
    private void single(Map<String, Object> shown, long nowNanos) {
        String path = "/Ac/L" + settings.phase();
        String start = settings.kind().start();
        Object power = value(start + "power_l1", nowNanos);
        shown.put(path + "/Power", power == null ? shown.get("/Ac/Power") : power);
        shown.put(path + "/Voltage", value(start + "voltage_l1", nowNanos));
        shown.put(path + "/Current", value(start + "current_l1", nowNanos));
        shown.put(path + "/Energy/Forward", shown.get("/Ac/Energy/Forward"));
        if (settings.kind() == Kind.GRID) {
            shown.put(path + "/Energy/Reverse", shown.get("/Ac/Energy/Reverse"));
        }
    }

    /** An inverter that tells only its total is shown with a third of it on each phase. */
    private void share(Map<String, Object> shown) {
        boolean told = false;
        for (int phase = 1; phase <= PHASES; phase++) {
            told |= shown.get("/Ac/L" + phase + "/Power") != null;
        }
        if (!told
                && settings.kind() == Kind.PVINVERTER
                && shown.get("/Ac/Power") instanceof Double total) {
            for (int phase = 1; phase <= PHASES; phase++) {
                shown.put("/Ac/L" + phase + "/Power", total / PHASES);
            }
        }
    }

    private void special(Map<String, Object> shown, long nowNanos) {
        switch (settings.kind()) {
            case GRID -> shown.put("/Ac/Energy/Consumption", balance(shown));
            case PVINVERTER -> {
                double power = number("inverter_power", nowNanos);
                Object state = value("device_state", nowNanos);
                shown.put("/StatusCode", StateCode.of(state, power));
            }
            default -> battery(shown, nowNanos);
        }
    }

    private static Object balance(Map<String, Object> shown) {
        return shown.get("/Ac/Energy/Forward") instanceof Double in
                        && shown.get("/Ac/Energy/Reverse") instanceof Double out
                ? (Object) (in - out)
                : null;
    }

    /** Powers that a battery would take or give, as currents at its present voltage. */
    private void battery(Map<String, Object> shown, long nowNanos) {
        double voltage = number("battery_voltage", nowNanos);
        double charge = number("battery_max_charge_power", nowNanos);
        double discharge = number("battery_max_discharge_power", nowNanos);
        shown.put("/Info/MaxChargeCurrent", current(charge, voltage));
        shown.put("/Info/MaxDischargeCurrent", current(discharge, voltage));
        shown.put("/Io/AllowToCharge", allowed(charge));
        shown.put("/Io/AllowToDischarge", allowed(discharge));
    }

    private static Object current(double watts, double volts) {
        return Double.isNaN(watts) || !(volts > 1)
                ? null
                : (Object) (Math.rint(10 * watts / volts) / 10);
    }

    private static Object allowed(double watts) {
        return Double.isNaN(watts) ? null : (Object) (watts > 0 ? 1 : 0);
    }
}
