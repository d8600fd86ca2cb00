package io.wattwire.simulator.device;

import io.wattwire.device.model.Point;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Values;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Finds register values that make a common point what it shall be. Turns a lone register around,
 * and any expression that is linear in at least one of its registers; of several it changes as few
 * as it can, those first that other points do not show. Two that only this point shows, one counted
 * against the other, are an import and an export: one of them is 0, none below.
 */
final class PointInverse {

    private static final double EXACT = 1e-6;

    private final RegisterTable table;
    private final Point point;
    private final Values current;
    private final Map<String, Object> changed = new HashMap<>();

    private PointInverse(RegisterTable table, Point point, Values current) {
        this.table = table;
        this.point = point;
        this.current = current;
    }

    /**
     * Solves for registers.
     *
     * @param current what the registers hold; a missing number counts as 0
     * @return register values, by name
     * @throws IllegalArgumentException when the point cannot be turned around; the message names
     *     the registers to set instead
     */
    static Map<String, Object> solve(
            RegisterTable table, Point point, Object value, Values current) {
        Optional<String> lone = point.value().loneRegister();
        if (lone.isPresent()) {
            return Map.of(lone.get(), value);
        }
        return new PointInverse(table, point, current).solve(number(point, value));
    }

    private static double number(Point point, Object value) {
        try {
            double number = Double.parseDouble(value.toString());
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, together with numbers that are not finite
        }
        throw new IllegalArgumentException(
                "point " + point.name() + ": '" + value + "' is not a number; write for example 5");
    }

    private Map<String, Object> solve(double wanted) {
        List<String> registers = byUse();
        if (areOpposed(registers)) {
            registers.forEach(register -> changed.put(register, 0.0));
            registers = firstThatReaches(registers, wanted);
        }
        for (String register : registers) {
            OptionalDouble slope = slope(register);
            if (slope.isEmpty()) {
                continue;
            }
            double base = with(register, 0).orElseThrow();
            double shown = shown(register, (wanted - base) / slope.getAsDouble());
            changed.put(register, shown);
            double reached = with(register, shown).orElseThrow();
            double step = scaled(register).scale();
            double tolerance = Math.abs(slope.getAsDouble() * step) / 2 + EXACT * Math.abs(wanted);
            if (Math.abs(reached - wanted) <= tolerance + EXACT) {
                return changed;
            }
        }
        throw new IllegalArgumentException(
                "point "
                        + point.name()
                        + " is computed as '"
                        + point.value()
                        + "' and cannot be set to "
                        + wanted
                        + "; set its registers "
                        + point.value().registers()
                        + " instead");
    }

    /** One for each direction: no other point shows them, and they count against each other. */
    private boolean areOpposed(List<String> registers) {
        if (registers.size() != 2 || registers.stream().anyMatch(name -> uses(name) > 1)) {
            return false;
        }
        double sum = 0;
        for (String register : registers) {
            OptionalDouble slope = slope(register);
            if (slope.isEmpty()) {
                return false;
            }
            sum += slope.getAsDouble();
        }
        return Math.abs(sum) <= EXACT;
    }

    /** The one first that reaches the value without falling below 0. */
    private List<String> firstThatReaches(List<String> opposed, double wanted) {
        boolean first = slope(opposed.get(0)).orElse(0) * wanted >= 0;
        return first ? opposed : List.of(opposed.get(1), opposed.get(0));
    }

    /** Registers that fewer other points show come first, else as the expression names them. */
    private List<String> byUse() {
        return point.value().registers().stream()
                .sorted(Comparator.comparingLong(this::uses))
                .toList();
    }

    private long uses(String register) {
        return table.points().stream()
                .filter(other -> other.value().registers().contains(register))
                .count();
    }

    /** How much the point rises per unit of a register, if it is linear in it and depends on it. */
    private OptionalDouble slope(String register) {
        OptionalDouble at0 = with(register, 0);
        OptionalDouble at1 = with(register, 1);
        OptionalDouble at2 = with(register, 2);
        if (at0.isEmpty() || at1.isEmpty() || at2.isEmpty()) {
            return OptionalDouble.empty();
        }
        double first = at1.getAsDouble() - at0.getAsDouble();
        double second = at2.getAsDouble() - at1.getAsDouble();
        boolean linear = Math.abs(first - second) <= EXACT * Math.abs(first);
        return linear && first != 0 ? OptionalDouble.of(first) : OptionalDouble.empty();
    }

    private OptionalDouble with(String register, double value) {
        Values values =
                name -> {
                    if (name.equals(register)) {
                        return Optional.of(value);
                    }
                    Object set = changed.get(name);
                    return Optional.of(set != null ? set : current.get(name).orElse((Object) 0.0));
                };
        return point.value().evaluate(values).orElse(null) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** What the register shows of a value: rounded to its step and held within its type. */
    private double shown(String name, double value) {
        Register register = scaled(name);
        Object decoded = register.decode(register.encodeNearest(value)).orElse(0.0);
        return decoded instanceof Number number ? number.doubleValue() : value;
    }

    private Register scaled(String name) {
        Register register = table.register(name).orElseThrow();
        return register.scaled(current).orElse(register);
    }
}
