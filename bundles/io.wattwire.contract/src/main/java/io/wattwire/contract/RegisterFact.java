package io.wattwire.contract;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.Values;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What raw words of one register mean.
 *
 * @param model model of the device
 * @param kind address space
 * @param part part of the device that has it, {@code pack1}, on a unit of its own; empty for any
 * @param block number of the block that the address counts from, 0 where it counts from 0
 * @param address first address as on the wire, or from the begin of the block
 * @param words hexadecimal, in the order of the wire; where another register tells the scale, that
 *     one's word after a semicolon
 * @param value a number, a label, or the code of a label; empty when the device says nothing
 * @param unit engineering unit
 * @param direction decode; both when it can be written too; absent when this model lacks it
 */
public record RegisterFact(
        String model,
        RegisterKind kind,
        String part,
        int block,
        int address,
        String words,
        String value,
        String unit,
        String direction) {

    private static final String ABSENT = "absent";
    private static final String BOTH = "both";
    private static final List<String> DIRECTIONS = List.of("decode", BOTH, ABSENT);

    static RegisterFact of(String[] cells) {
        String[] space = cells[1].split(" ");
        String[] place = cells[2].split("/");
        RegisterFact fact =
                new RegisterFact(
                        cells[0],
                        RegisterKind.valueOf(space[0].toUpperCase(Locale.ROOT)),
                        space.length == 1 ? "" : space[1],
                        place.length == 1 ? 0 : Integer.parseInt(place[0]),
                        Integer.parseInt(place[place.length - 1]),
                        cells[3],
                        cells[4],
                        cells[5],
                        cells[6]);
        if (!DIRECTIONS.contains(fact.direction)) {
            throw new IllegalStateException(fact + ": the direction is one of " + DIRECTIONS);
        }
        return fact;
    }

    /**
     * Compares a table with this fact. Where several registers share a word, one must agree.
     *
     * @param table the table of the whole family
     * @throws AssertionError if they disagree; the message tells both
     */
    public void check(RegisterTable table) {
        List<Register> found =
                table.forModel(model).registers().stream()
                        .filter(register -> register.kind() == kind)
                        .filter(register -> part.isEmpty() || register.service().equals(part))
                        .filter(register -> register.address() == address)
                        .filter(this::isInBlock)
                        .toList();
        if (found.isEmpty() != direction.equals(ABSENT)) {
            throw disagrees("has " + found.stream().map(Register::name).toList());
        }
        List<String> disagreements = found.stream().map(this::disagreement).toList();
        if (!found.isEmpty() && !disagreements.contains("")) {
            throw disagrees(String.join(", and ", disagreements));
        }
    }

    private boolean isInBlock(Register register) {
        return register.block().instance() <= 1
                && (block == 0
                        ? register.block().isNone()
                        : register.block().ids().contains(block));
    }

    /** What the table says otherwise, empty when it agrees. */
    private String disagreement(Register unscaled) {
        String[] parts = words.split(";");
        Values scale = name -> Optional.of((double) (short) IndependentFacts.words(parts[1])[0]);
        if (unscaled.scaleBy().isEmpty() != (parts.length == 1)) {
            return "takes its scale from '" + unscaled.scaleBy() + "'";
        }
        Optional<Register> register = unscaled.scaled(scale);
        int[] raw = IndependentFacts.words(parts[0]);
        if (unscaled.type().words() != raw.length) {
            return "reads " + unscaled.type().words() + " words";
        }
        Optional<Object> decoded = register.flatMap(it -> it.decode(raw));
        boolean agrees =
                value.isEmpty()
                        ? decoded.isEmpty()
                        : decoded.filter(it -> FactValue.agrees(unscaled, it, value)).isPresent();
        if (!agrees || !unscaled.unit().equals(unit)) {
            return "decodes " + FactValue.text(decoded) + " " + unscaled.unit();
        }
        return direction.equals(BOTH)
                ? encoding(
                        register.orElseThrow(),
                        FactValue.engineering(decoded.orElseThrow(), value),
                        raw)
                : "";
    }

    private static String encoding(Register register, Object engineering, int[] raw) {
        if (register.access() == Access.R) {
            return "calls it read-only";
        }
        int[] encoded = register.encode(engineering);
        return Arrays.equals(encoded, raw)
                ? ""
                : "encodes " + engineering + " as " + hexadecimal(encoded);
    }

    private static List<String> hexadecimal(int[] words) {
        return Arrays.stream(words).mapToObj(word -> String.format("%04X", word)).toList();
    }

    private AssertionError disagrees(String table) {
        return new AssertionError("the facts say " + this + "; the table " + table);
    }

    @Override
    public String toString() {
        return String.join(
                " ",
                model,
                (kind.name().toLowerCase(Locale.ROOT) + " " + part).strip(),
                block == 0 ? Integer.toString(address) : block + "/" + address,
                words,
                direction.equals(ABSENT) ? "is absent" : "is '" + value + "'",
                unit);
    }
}
