package io.wattwire.contract;

import io.wattwire.device.model.Encoding;
import io.wattwire.device.model.Register;
import io.wattwire.device.model.RegisterTable;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a table with the list of registers that was collected for its devices before the driver
 * was written, so that none of them gets lost on the way.
 */
public final class CollectedFacts {

    private static final String LEFT_OUT = "## Left out";

    private CollectedFacts() {}

    /**
     * Finds what was lost.
     *
     * @param facts lines {@code line,name,kind,address,count,type,scale}; comments and the header
     *     are skipped
     * @param table of the whole family
     * @param page the device page; what its last part, headed "Left out", names in backticks may be
     *     missing or different
     * @return one sentence for each lost row, naming its line among the facts
     */
    public static List<String> lost(List<String> facts, RegisterTable table, String page) {
        String leftOut = page.substring(Math.max(0, page.indexOf(LEFT_OUT)));
        List<String> lost = new ArrayList<>();
        for (String line : facts) {
            if (line.startsWith("#") || line.startsWith("line,")) {
                continue;
            }
            Fact fact = Fact.of(line.split(",", -1));
            boolean there = table.registers().stream().anyMatch(fact::isTold);
            if (!there && !leftOut.contains("`" + fact.name + "`")) {
                lost.add(
                        "facts line "
                                + fact.line
                                + ": "
                                + line
                                + " is neither in the table nor left out by the page");
            }
        }
        return lost;
    }

    private record Fact(
            String line,
            String name,
            String kind,
            int address,
            int words,
            String type,
            double scale) {

        static Fact of(String[] cells) {
            return new Fact(
                    cells[0],
                    cells[1],
                    cells[2],
                    Integer.parseInt(cells[3]),
                    Integer.parseInt(cells[4]),
                    cells[5],
                    Double.parseDouble(cells[6]));
        }

        boolean isTold(Register register) {
            return register.kind().name().equalsIgnoreCase(kind)
                    && register.address() == address
                    && register.type().words() == words
                    && register.scale() == scale
                    && sameType(register);
        }

        /** A number whose values have names is an ENUM in our tables. */
        private boolean sameType(Register register) {
            Encoding encoding = register.type().encoding();
            return switch (type) {
                case "STR" -> encoding == Encoding.STRING;
                case "BITS16", "BITS32" -> encoding == Encoding.BITS;
                case "BCD32" -> encoding == Encoding.BCD;
                case "BLOCK" -> false;
                case "U16" -> encoding == Encoding.U16 || encoding == Encoding.ENUM;
                default -> encoding.name().equals(type);
            };
        }
    }
}
