package io.wattwire.driver.sunspec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.Encoding;
import io.wattwire.device.model.Register;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The table against the public definitions of the models, taken from them by another way. */
class ModelDefinitionsTest {

    private record Definition(int model, int offset, String point, String type) {

        static Definition of(String line) {
            String[] cells = line.split(",", -1);
            return new Definition(
                    Integer.parseInt(cells[0]), Integer.parseInt(cells[1]), cells[2], cells[3]);
        }

        boolean isTold(Register register) {
            return register.block().ids().contains(model)
                    && register.block().instance() == 1
                    && register.address() == offset
                    && isNamed(register.note())
                    && isTyped(register);
        }

        /** Models 201 to 204 spell three voltages differently. */
        private boolean isNamed(String note) {
            String name = note.split(":")[0];
            return name.equalsIgnoreCase(point)
                    || name.equals(point.replaceFirst("^PPVph", "PhVph"));
        }

        private boolean isTyped(Register register) {
            Encoding encoding = register.type().encoding();
            int words = register.type().words();
            if (type.startsWith("string")) {
                return encoding == Encoding.STRING
                        && words == Integer.parseInt(type.substring("string".length()));
            }
            return switch (type) {
                case "int16", "sunssf" -> encoding == Encoding.S16;
                case "uint16", "count", "acc16" -> encoding == Encoding.U16;
                case "int32" -> encoding == Encoding.S32;
                case "uint32", "acc32" -> encoding == Encoding.U32;
                case "uint64", "acc64" -> encoding == Encoding.U64;
                case "enum16" -> encoding == Encoding.ENUM && words == 1;
                case "bitfield16" -> encoding == Encoding.BITS && words == 1;
                case "bitfield32" -> encoding == Encoding.BITS && words == 2;
                case "float32" -> encoding == Encoding.F32;
                default -> false;
            };
        }
    }

    private static List<Definition> definitions() throws Exception {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        ModelDefinitionsTest.class.getResourceAsStream(
                                                "/definitions.csv")),
                                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("model,"))
                    .map(Definition::of)
                    .toList();
        }
    }

    @Test
    void everyPointOfTheModelsIsInTheTableWithItsOffsetAndType() throws Exception {
        List<Register> table = SunspecDriver.FAMILY.table().registers();
        List<Definition> lost =
                definitions().stream()
                        .filter(definition -> table.stream().noneMatch(definition::isTold))
                        .toList();
        assertEquals(List.of(), lost);
        assertTrue(definitions().size() > 1_000);
    }

    /** What a model does not define has no place in the table. */
    @Test
    void theTableHasNothingElse() throws Exception {
        List<Definition> known = definitions();
        List<String> strange =
                SunspecDriver.FAMILY.table().registers().stream()
                        .filter(register -> register.block().instance() == 1)
                        .filter(register -> register.address() >= SunspecChain.HEADER)
                        .filter(register -> known.stream().noneMatch(it -> it.isTold(register)))
                        .map(Register::name)
                        .toList();
        assertEquals(List.of(), strange);
    }
}
