package io.wattwire.contract;

import io.wattwire.device.model.MeterRole;
import io.wattwire.device.model.Point;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What raw words of several registers mean to a common point.
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
        RegisterTable mounted = mounted(table.forModel(model));
        Point found = mounted.point(point).orElseThrow(() -> disagrees("has no such point"));
        Map<RegisterKind, Map<Integer, Integer>> memory = memory();
        Optional<Object> evaluated =
                found.value()
                        .evaluate(
                                name ->
                                        mounted.register(name)
                                                .flatMap(register -> decode(register, memory)));
        boolean agrees =
                value.isEmpty()
                        ? evaluated.isEmpty()
                        : evaluated.filter(it -> FactValue.agrees(it, value)).isPresent();
        if (!agrees || !found.unit().equals(unit)) {
            throw disagrees(
                    "says "
                            + FactValue.text(evaluated)
                            + " "
                            + found.unit()
                            + " from "
                            + found.value());
        }
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

    private Map<RegisterKind, Map<Integer, Integer>> memory() {
        Map<RegisterKind, Map<Integer, Integer>> memory = new HashMap<>();
        for (String block : registers.split(";")) {
            String[] parts = block.strip().split(" ", 3);
            RegisterKind kind = RegisterKind.valueOf(parts[0].toUpperCase(Locale.ROOT));
            int address = Integer.parseInt(parts[1]);
            int[] words = IndependentFacts.words(parts[2]);
            for (int i = 0; i < words.length; i++) {
                memory.computeIfAbsent(kind, any -> new HashMap<>()).put(address + i, words[i]);
            }
        }
        return memory;
    }

    private static Optional<Object> decode(
            Register register, Map<RegisterKind, Map<Integer, Integer>> memory) {
        Map<Integer, Integer> words = memory.getOrDefault(register.kind(), Map.of());
        int[] raw = new int[register.type().words()];
        for (int i = 0; i < raw.length; i++) {
            Integer word = words.get(register.address() + i);
            if (word == null) {
                return Optional.empty();
            }
            raw[i] = word;
        }
        return register.decode(raw);
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
