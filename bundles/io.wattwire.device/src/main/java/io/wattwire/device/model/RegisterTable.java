package io.wattwire.device.model;

import java.io.Reader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The registers and points of a device family: what {@code registers.csv} and {@code points.csv}
 * say.
 */
public final class RegisterTable {
    private final List<Register> registers;
    private final List<Point> points;

    RegisterTable(List<Register> registers, List<Point> points) {
        this.registers = List.copyOf(registers);
        this.points = List.copyOf(points);
    }

    /**
     * A table without rows, for what gets its table later.
     *
     * @return neither registers nor points
     */
    public static RegisterTable empty() {
        return new RegisterTable(List.of(), List.of());
    }

    /**
     * Reads both tables. RFC 4180 with a header row; lines that begin with {@code #} are comments;
     * columns come in any order, unknown ones are refused, missing ones mean their defaults. The
     * readers are not closed.
     *
     * @param registersFile name of the first file for messages
     * @param registers columns name, service, block, kind, address, type, word_order, scale,
     *     offset, unit, invalid, rate, access, min, max, step, role, storage, expiry, min_interval,
     *     models, labels, note; name, address and type must be there, and kind where the address is
     *     a number
     * @param pointsFile name of the second file for messages
     * @param points columns name, role, value, unit, write, models, note; may be empty altogether
     * @return the table
     * @throws TableException at the first mistake
     */
    public static RegisterTable read(
            String registersFile, Reader registers, String pointsFile, Reader points)
            throws TableException {
        List<TableCheck.Placed<Register>> placedRegisters = new ArrayList<>();
        for (Row row :
                Rows.read(registersFile, registers, RegisterRows.COLUMNS, RegisterRows.MANDATORY)) {
            placedRegisters.add(new TableCheck.Placed<>(row, RegisterRows.register(row)));
        }
        if (placedRegisters.isEmpty()) {
            throw new TableException(
                    registersFile,
                    0,
                    "",
                    "has no registers; write a header row and one row for each");
        }
        List<TableCheck.Placed<Point>> placedPoints = new ArrayList<>();
        for (Row row : Rows.read(pointsFile, points, PointRows.COLUMNS, PointRows.MANDATORY)) {
            placedPoints.add(new TableCheck.Placed<>(row, PointRows.point(row)));
        }
        TableCheck.check(placedRegisters, placedPoints);
        return new RegisterTable(
                placedRegisters.stream().map(TableCheck.Placed::value).toList(),
                placedPoints.stream().map(TableCheck.Placed::value).toList());
    }

    /**
     * All registers.
     *
     * @return in the order of the file
     */
    public List<Register> registers() {
        return registers;
    }

    /**
     * All points.
     *
     * @return in the order of the file
     */
    public List<Point> points() {
        return points;
    }

    /**
     * Finds a register. In a table of several models the same name may stand for different
     * registers: narrow it with {@link #forModel} first.
     *
     * @param name its name
     * @return the first of this name
     */
    public Optional<Register> register(String name) {
        return registers.stream().filter(register -> register.name().equals(name)).findFirst();
    }

    /**
     * Finds a point; narrow the table with {@link #forModel} and {@link #forMeter} first.
     *
     * @param name its name
     * @return the first of this name
     */
    public Optional<Point> point(String name) {
        return points.stream().filter(point -> point.name().equals(name)).findFirst();
    }

    /**
     * The part of the table that one model has.
     *
     * @param model name of the model; of an unknown one only what all models have remains
     * @return registers and points without guards or with this model in them
     */
    public RegisterTable forModel(String model) {
        return new RegisterTable(
                registers.stream().filter(register -> register.existsIn(model)).toList(),
                points.stream().filter(point -> point.existsIn(model)).toList());
    }

    /**
     * The part of the table that a meter has in a role.
     *
     * @param role what the meter measures
     * @param invert the meter is mounted the other way round: signs turn, import and export change
     *     places
     * @param phase phase of the house on which the meter's first input is, 1 to 3; 0 is as 1
     * @return points of this role or of none, all registers
     * @throws IllegalArgumentException if the phase is out of range
     */
    public RegisterTable forMeter(MeterRole role, boolean invert, int phase) {
        return new RegisterTable(registers, new MeterView(points, role, invert, phase).points());
    }

    /**
     * The part of the table that a device has whose blocks were found: an ordinary table, in which
     * all addresses count from 0. Where several blocks of the device would give the same name, the
     * first row has it.
     *
     * @param places the device's blocks in their order
     * @return the registers that the device has, and the points that can be computed from them
     */
    public RegisterTable at(List<BlockPlace> places) {
        Map<String, Register> found = new LinkedHashMap<>();
        for (Register register : registers) {
            Optional<Register> there =
                    register.block().isNone()
                            ? Optional.of(register)
                            : register.block().among(places).flatMap(register::at);
            there.ifPresent(it -> found.putIfAbsent(it.name(), it));
        }
        return new RegisterTable(
                List.copyOf(found.values()),
                points.stream()
                        .filter(point -> found.keySet().containsAll(point.value().registers()))
                        .toList());
    }

    /**
     * Registers by name, and those that tell their scale.
     *
     * @param names names of registers; those that the table lacks are left out
     * @return each once
     */
    public Set<Register> withScales(Collection<String> names) {
        Set<Register> all = new LinkedHashSet<>();
        for (String name : names) {
            register(name).ifPresent(all::add);
        }
        for (Register register : List.copyOf(all)) {
            register(register.scaleBy()).ifPresent(all::add);
        }
        return Collections.unmodifiableSet(all);
    }
}
