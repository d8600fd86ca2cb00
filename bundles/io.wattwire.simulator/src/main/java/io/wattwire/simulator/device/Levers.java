package io.wattwire.simulator.device;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * All that a device can be commanded, and what the device forgets by itself: registers with an
 * expiry, and commands that say how long they hold. Not thread-safe.
 */
final class Levers {

    private static final Map<String, Double> SECONDS = Map.of("s", 1.0, "min", 60.0, "h", 3_600.0);

    private final TableDevice device;
    private final Watchdogs watchdogs;
    private final List<Lever> levers = new ArrayList<>();
    private final Map<String, Double> forgets = new HashMap<>();
    private final Map<String, Object> atFirst = new HashMap<>();
    private final Map<Lever, Double> ends = new HashMap<>();

    Levers(DeviceFamily family, String model, TableDevice device) {
        this.device = device;
        watchdogs = new Watchdogs(device);
        for (Point point : device.table().points()) {
            if (point.writable()) {
                levers.add(new Lever(point, control(family, model, point), device));
            }
        }
        for (Register register : device.table().registers()) {
            if (!register.expiry().isZero()) {
                device.get(register.name()).ifPresent(at -> atFirst.put(register.name(), at));
            }
        }
    }

    static Optional<PointControl> control(DeviceFamily family, String model, Point point) {
        return point.writtenByCode()
                ? family.controls().stream()
                        .filter(c -> c.point().equals(point.name()))
                        .filter(c -> c.models().isEmpty() || c.models().contains(model))
                        .findFirst()
                : Optional.empty();
    }

    List<Lever> all() {
        return levers;
    }

    /** Takes note that registers were written. */
    void written(Set<String> names, double now) {
        watchdogs.written(names, now);
        RegisterTable table = device.table();
        for (String name : names) {
            double expiry = table.register(name).orElseThrow().expiry().toMillis() / 1e3;
            if (expiry > 0 && !watchdogs.guards(name)) {
                forgets.put(name, now + expiry);
            }
        }
        for (Lever lever : levers) {
            boolean unwatched = lever.registers().stream().noneMatch(watchdogs::guards);
            if (unwatched && lever.registers().stream().anyMatch(names::contains)) {
                duration(lever).ifPresent(seconds -> ends.put(lever, now + seconds));
            }
        }
    }

    /** Takes note of a request that writes nothing. */
    void asked(double now) {
        watchdogs.asked(now);
    }

    /** How long a command holds, where one of its registers says so. */
    private OptionalDouble duration(Lever lever) {
        for (String name : lever.registers()) {
            Register register = device.table().register(name).orElseThrow();
            Double unit = SECONDS.get(register.unit());
            Object value = device.get(name).orElse(null);
            if (unit != null && value instanceof Number time && time.doubleValue() > 0) {
                return OptionalDouble.of(time.doubleValue() * unit);
            }
        }
        return OptionalDouble.empty();
    }

    /** Forgets what is over. */
    void forget(double now) {
        watchdogs.act(now);
        forgets.entrySet()
                .removeIf(
                        entry -> {
                            boolean over = entry.getValue() <= now;
                            if (over) {
                                Object first = atFirst.get(entry.getKey());
                                device.set(entry.getKey(), first == null ? 0 : first);
                            }
                            return over;
                        });
        ends.entrySet()
                .removeIf(
                        entry -> {
                            boolean over = entry.getValue() <= now;
                            if (over) {
                                entry.getKey().rest();
                            }
                            return over;
                        });
    }

    /**
     * Whether a set-point has to follow other powers, phase by phase or as a whole: so it does
     * where it is one of the AC side.
     */
    boolean followed(String point) {
        return levers.stream()
                .filter(lever -> lever.point().startsWith(point))
                .flatMap(lever -> lever.control().stream())
                .anyMatch(control -> !control.follows().isZero());
    }

    /** What is commanded by a point. */
    OptionalDouble demand(String point) {
        return levers.stream()
                .filter(lever -> lever.point().equals(point))
                .map(Lever::demand)
                .filter(OptionalDouble::isPresent)
                .findFirst()
                .orElse(OptionalDouble.empty());
    }
}
