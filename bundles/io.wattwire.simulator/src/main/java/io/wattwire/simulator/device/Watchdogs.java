package io.wattwire.simulator.device;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What devices do by themselves when nobody commands them any more, as their makers' documents say:
 * after a time another limit or power counts. Not thread-safe.
 */
final class Watchdogs {

    /**
     * One watchdog.
     *
     * @param seconds register with its time, or the time itself
     * @param armed register that switches it on
     * @param label what that register shows then
     * @param fedBy registers whose writing feeds it; empty where each request does
     * @param fallBack by register, where its value then comes from: a register, or a label
     */
    private record Watchdog(
            String seconds,
            String armed,
            String label,
            Set<String> fedBy,
            Map<String, String> fallBack) {}

    private static final Set<String> BY_COMMUNICATION =
            Set.of("external_active_power_setpoint", "external_control");

    /** The first of two for the same registers counts, where the device has all of its own. */
    private static final List<Watchdog> ALL =
            List.of(
                    new Watchdog(
                            "der_control_power_limit_reversion",
                            "der_control_power_limit_enabled",
                            "enabled",
                            Set.of("der_control_power_limit", "der_control_power_limit_enabled"),
                            Map.of(
                                    "der_control_power_limit",
                                    "der_control_power_limit_after",
                                    "der_control_power_limit_enabled",
                                    "der_control_power_limit_enabled_after")),
                    new Watchdog(
                            "control_absent_timeout",
                            "control_absent_mode",
                            "use fallback setting",
                            BY_COMMUNICATION,
                            Map.of("external_active_power_setpoint", "control_absent_power")),
                    new Watchdog( // owners report 10 to 30 minutes
                            "600",
                            "external_control",
                            "active",
                            BY_COMMUNICATION,
                            Map.of("external_control", "inactive")),
                    new Watchdog(
                            "vpp_ems_comm_failure_time",
                            "vpp_ems_comm_failure_enable",
                            "on",
                            Set.of(),
                            Map.of(
                                    "vpp_static_active_power_limit_pct",
                                    "vpp_export_limit_failure_rate")));

    private final TableDevice device;
    private final Map<Watchdog, Double> fed = new HashMap<>();
    private final Set<Watchdog> there = new HashSet<>();
    private final Set<String> guarded = new HashSet<>();

    Watchdogs(TableDevice device) {
        this.device = device;
        for (Watchdog one : ALL) {
            boolean whole = isThere(one.armed()) && (isThere(one.seconds()) || isTime(one));
            boolean taken = one.fedBy().stream().anyMatch(guarded::contains);
            if (whole && !taken) {
                there.add(one);
                guarded.addAll(one.fedBy());
                guarded.addAll(one.fallBack().keySet());
            }
        }
    }

    private static boolean isTime(Watchdog one) {
        return one.seconds().chars().allMatch(Character::isDigit);
    }

    private boolean isThere(String name) {
        return device.table().register(name).isPresent();
    }

    /** Whether a watchdog, and nothing else, ends what a register holds. */
    boolean guards(String register) {
        return guarded.contains(register);
    }

    /** Takes note of a request that writes nothing. */
    void asked(double now) {
        written(Set.of(), now);
    }

    /** Takes note that registers were written. */
    void written(Set<String> names, double now) {
        for (Watchdog one : there) {
            if (one.fedBy().isEmpty() || one.fedBy().stream().anyMatch(names::contains)) {
                fed.put(one, now);
            }
        }
    }

    /** Lets those act whose time is over. */
    void act(double now) {
        for (Watchdog one : there) {
            Double last = fed.get(one);
            if (last != null && isArmed(one) && now - last > seconds(one)) {
                fed.remove(one);
                one.fallBack().forEach((to, from) -> device.set(to, value(from)));
            }
        }
    }

    private boolean isArmed(Watchdog one) {
        boolean on = device.get(one.armed()).filter(one.label()::equals).isPresent();
        return on && seconds(one) > 0;
    }

    private double seconds(Watchdog one) {
        return isTime(one)
                ? Double.parseDouble(one.seconds())
                : device.get(one.seconds())
                        .map(value -> ((Number) value).doubleValue())
                        .orElse(0.0);
    }

    private Object value(String from) {
        return isThere(from) ? device.get(from).orElse(0) : from;
    }
}
