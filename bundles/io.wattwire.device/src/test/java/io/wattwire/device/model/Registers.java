package io.wattwire.device.model;

import java.io.StringReader;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Tables and registers for tests, written as people write them. */
final class Registers {
    private Registers() {}

    static RegisterTable table(String registers, String points) throws TableException {
        return RegisterTable.read(
                "registers.csv",
                new StringReader(registers),
                "points.csv",
                new StringReader(points));
    }

    /** A register from cells {@code column=text}. */
    static Register of(String... cells) {
        String header = cells(cells, 0);
        String row = cells(cells, 1);
        try {
            return table("name,kind,address," + header + "\nr,holding,7," + row + "\n", "")
                    .registers()
                    .get(0);
        } catch (TableException e) {
            throw new AssertionError(e);
        }
    }

    private static String cells(String[] cells, int part) {
        return Arrays.stream(cells)
                .map(cell -> cell.split("=", 2)[part])
                .collect(Collectors.joining(","));
    }

    static Register scaled(String type, double scale, double offset) {
        return of("type=" + type, "scale=" + scale, "offset=" + offset);
    }
}
