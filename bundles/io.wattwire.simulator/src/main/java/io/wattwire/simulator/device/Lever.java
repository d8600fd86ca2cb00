package io.wattwire.simulator.device;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterWrite;
import io.wattwire.device.model.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.DoubleStream;

/**
 * A writable point of a device and the registers behind it: tells what is commanded now. As long as
 * the registers are what they were at first, nothing is.
 */
final class Lever {

    /** Steps of a search through the range of what can be commanded. */
    private static final int MOST_STEPS = 20_000;

    private final Point point;
    private final Optional<PointControl> control;
    private final TableDevice device;
    private final Set<String> registers = new TreeSet<>();
    private final Map<String, Object> atRest = new HashMap<>();

    /** Whether the read-back is of what was written; what is measured is not yet what is wanted. */
    private final boolean tells;

    private Map<String, Object> seen = Map.of();
    private OptionalDouble demand = OptionalDouble.empty();

    Lever(Point point, Optional<PointControl> control, TableDevice device) {
        this.point = point;
        this.control = control;
        this.device = device;
        if (control.isPresent()) {
            registers.addAll(control.get().readBackRegisters());
            example().forEach(write -> registers.add(write.register()));
            tells = control.get().readBackRegisters().stream().allMatch(this::isWritable);
            registers.removeIf(name -> !isWritable(name));
        } else {
            tells = true;
            registers.add(point.write());
        }
        registers.forEach(name -> value(name).ifPresent(at -> atRest.put(name, at)));
    }

    private boolean isThere(String name) {
        return device.table().register(name).isPresent();
    }

    private boolean isWritable(String name) {
        return device.table()
                .register(name)
                .filter(register -> register.access() != Access.R)
                .isPresent();
    }

    private Optional<Object> value(String name) {
        return isThere(name) ? device.get(name) : Optional.empty();
    }

    /** Writes of some command that the device takes, to learn which registers it has. */
    private List<RegisterWrite> example() {
        Values known = this::value;
        double most = control.orElseThrow().maximum(known).orElse(0);
        double least = control.orElseThrow().minimum(known).orElse(0);
        List<RegisterWrite> writes = new ArrayList<>();
        for (double wanted : new double[] {least, 0, most}) {
            writes.addAll(commands(wanted, known));
        }
        return writes;
    }

    private List<RegisterWrite> commands(double wanted, Values known) {
        try {
            return control.orElseThrow().commands(wanted, known);
        } catch (IllegalArgumentException refused) {
            return List.of();
        }
    }

    String point() {
        return point.name();
    }

    Set<String> registers() {
        return registers;
    }

    /** Whether the device would take a command as it stands. */
    boolean isReady() {
        if (control.isEmpty()) {
            return true;
        }
        Values known = this::value;
        double most = control.get().maximum(known).orElse(0);
        double least = control.get().minimum(known).orElse(0);
        return !commands(most, known).isEmpty() && !commands(least, known).isEmpty();
    }

    Optional<PointControl> control() {
        return control;
    }

    /** Everything is again as it was. */
    void rest() {
        atRest.forEach(device::set);
    }

    /** What is commanded, in the point's unit. */
    OptionalDouble demand() {
        Map<String, Object> now = new HashMap<>();
        registers.forEach(name -> value(name).ifPresent(at -> now.put(name, at)));
        if (now.equals(atRest)) {
            seen = now;
            demand = OptionalDouble.empty();
        } else if (control.isEmpty()) {
            demand = ((Values) this::value).number(point.write());
        } else {
            OptionalDouble told =
                    tells ? control.get().readBack(this::value) : OptionalDouble.empty();
            if (told.isPresent() || !now.equals(seen)) {
                demand = told.isPresent() ? told : searched(now);
            }
            seen = now;
        }
        return demand;
    }

    /** Of a device that does not tell: the command whose writes are what the registers hold. */
    private OptionalDouble searched(Map<String, Object> now) {
        Map<String, Optional<Object>> cache = new HashMap<>();
        Values known = name -> cache.computeIfAbsent(name, this::value);
        double least = control.orElseThrow().minimum(known).orElse(0);
        double most = control.orElseThrow().maximum(known).orElse(0);
        double step = control.orElseThrow().step(known).orElse(1);
        double stride = Math.max(step, (most - least) / MOST_STEPS);
        return DoubleStream.concat(
                        now.values().stream().flatMapToDouble(Lever::asItStands),
                        DoubleStream.iterate(least, wanted -> wanted <= most, w -> w + stride))
                .filter(wanted -> wanted >= least && wanted <= most)
                .filter(wanted -> says(wanted, known, now))
                .findFirst();
    }

    /** Most registers hold the wanted value itself, with one sign or the other. */
    private static DoubleStream asItStands(Object held) {
        return held instanceof Number number
                ? DoubleStream.of(number.doubleValue(), -number.doubleValue())
                : DoubleStream.empty();
    }

    private boolean says(double wanted, Values known, Map<String, Object> now) {
        List<RegisterWrite> writes = commands(wanted, known);
        return !writes.isEmpty() && writes.stream().allMatch(write -> holds(now, write));
    }

    private static boolean holds(Map<String, Object> now, RegisterWrite write) {
        Object there = now.get(write.register());
        if (there instanceof Number is && write.value() instanceof Number wanted) {
            return Math.abs(is.doubleValue() - wanted.doubleValue()) < 1e-6;
        }
        return Objects.equals(String.valueOf(there), String.valueOf(write.value()));
    }
}
