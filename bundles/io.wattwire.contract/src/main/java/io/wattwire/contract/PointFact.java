package io.wattwire.contract;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.device.model.Layout;
import io.wattwire.device.model.MeterRole;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.PointControl;
import io.wattwire.device.model.RegisterTable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What raw words of several registers mean to a common point, or what a command leaves in them.
 *
 * @param model model of the device
 * @param role role of a meter, empty for other devices
 * @param mounting empty, {@code invert} or {@code phase 2}
 * @param registers kind, first address and words as on the wire; several with semicolons between
 * @param point name of the point
 * @param value its value, empty when it has none
 * @param unit its unit
 */
public record PointFact(
        String model,
        String role,
        String mounting,
        String registers,
        String point,
        String value,
        String unit) {

    private static final String INVERT = "invert";
    private static final String PHASE = "phase ";

    static PointFact of(String[] cells) {
        return new PointFact(cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6]);
    }

    /**
     * Compares a table with this fact.
     *
     * @param table the table of the whole family
     * @throws AssertionError if they disagree; the message tells both
     */
    public void check(RegisterTable table) {
        check(FactMemory.of(mounted(table.forModel(model)), Optional.empty(), registers));
    }

    /**
     * Compares a family with this fact. A point that code commands is worth what its control reads
     * back, and the control must command the value by the fact's own words.
     *
     * @param family the family that has the model
     * @throws AssertionError if they disagree; the message tells both
     */
    public void check(DeviceFamily family) {
        RegisterTable mounted = mounted(family.table().forModel(model));
        Optional<PointControl> control =
                family.controls().stream()
                        .filter(it -> it.point().equals(point))
                        .filter(it -> it.models().isEmpty() || it.models().contains(model))
                        .findFirst();
        if (control.isPresent()) {
            check(control.get(), mounted, family.layout());
        } else {
            check(FactMemory.of(mounted, family.layout(), registers));
        }
    }

    private void check(FactMemory device) {
        Point found = device.table().point(point).orElseThrow(() -> disagrees("has no such point"));
        Optional<Object> evaluated = found.value().evaluate(device);
        if (!agrees(evaluated) || !found.unit().equals(unit)) {
            throw disagrees(
                    "says "
                            + FactValue.text(evaluated)
                            + " "
                            + found.unit()
                            + " from "
                            + found.value());
        }
    }

    private void check(PointControl control, RegisterTable table, Optional<Layout> layout) {
        FactMemory device = FactMemory.of(table, layout, registers);
        OptionalDouble shown = control.readBack(device);
        Optional<Object> readBack =
                shown.isPresent() ? Optional.of(shown.getAsDouble()) : Optional.empty();
        if (!agrees(readBack)) {
            throw disagrees("reads back " + FactValue.text(readBack));
        }
        if (!value.isEmpty()) {
            FactMemory commanded = FactMemory.of(table, layout, registers);
            commanded.write(control.commands(Double.parseDouble(value), device));
            List<String> otherwise = device.otherwiseIn(commanded);
            if (!otherwise.isEmpty()) {
                throw disagrees("commands it by " + String.join(", ", otherwise));
            }
        }
    }

    private boolean agrees(Optional<Object> said) {
        return value.isEmpty()
                ? said.isEmpty()
                : said.filter(it -> FactValue.agrees(it, value)).isPresent();
    }

    private RegisterTable mounted(RegisterTable table) {
        if (role.isEmpty()) {
            return table;
        }
        int phase =
                mounting.startsWith(PHASE)
                        ? Integer.parseInt(mounting.substring(PHASE.length()))
                        : 0;
        return table.forMeter(MeterRole.find(role).orElseThrow(), mounting.equals(INVERT), phase);
    }

    private AssertionError disagrees(String table) {
        return new AssertionError("the facts say " + this + "; the table " + table);
    }

    @Override
    public String toString() {
        String meter =
                Stream.of(model, role, mounting)
                        .filter(it -> !it.isEmpty())
                        .collect(Collectors.joining(" "));
        return String.join(" ", meter, registers, "is", point, value, unit);
    }
}
