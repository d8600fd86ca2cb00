package io.wattwire.contract;

import io.wattwire.device.model.Access;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterKind;
import io.wattwire.device.model.RegisterTable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What raw words of one register mean.
 *
 * @param model model of the device
 * @param kind address space
 * @param address first address as on the wire
 * @param words hexadecimal, in the order of the wire
 * @param value a number, a label, or the code of a label; empty when the device says nothing
 * @param unit engineering unit
 * @param direction decode; both when it can be written too; absent when this model lacks it
 */
public record RegisterFact(
        String model,
        RegisterKind kind,
        int address,
        String words,
        String value,
        String unit,
        String direction) {

    private static final String ABSENT = "absent";
    private static final String BOTH = "both";
    private static final List<String> DIRECTIONS = List.of("decode", BOTH, ABSENT);

    static RegisterFact of(String[] cells) {
        RegisterFact fact =
                new RegisterFact(
                        cells[0],
                        RegisterKind.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                        Integer.parseInt(cells[2]),
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
                        .filter(register -> register.address() == address)
                        .toList();
        if (found.isEmpty() != direction.equals(ABSENT)) {
            throw disagrees("has " + found.stream().map(Register::name).toList());
        }
        List<String> disagreements = found.stream().map(this::disagreement).toList();
        if (!found.isEmpty() && !disagreements.contains("")) {
            throw disagrees(String.join(", and ", disagreements));
        }
    }

    /** What the table says otherwise, empty when it agrees. */
    private String disagreement(Register register) {
        int[] raw = IndependentFacts.words(words);
        if (register.type().words() != raw.length) {
            return "reads " + register.type().words() + " words";
        }
        Optional<Object> decoded = register.decode(raw);
        boolean agrees =
                value.isEmpty()
                        ? decoded.isEmpty()
                        : decoded.filter(it -> FactValue.agrees(register, it, value)).isPresent();
        if (!agrees || !register.unit().equals(unit)) {
            return "decodes " + FactValue.text(decoded) + " " + register.unit();
        }
        return direction.equals(BOTH)
                ? encoding(register, FactValue.engineering(decoded.orElseThrow(), value), raw)
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
                kind.name().toLowerCase(Locale.ROOT),
                Integer.toString(address),
                words,
                direction.equals(ABSENT) ? "is absent" : "is '" + value + "'",
                unit);
    }
}
