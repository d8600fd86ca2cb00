package io.wattwire.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a WattNode shows, as it was typed from the vendor's list into wattnode.csv. */
final class Wattnode {
    private static final int FIRST_INTEGER = 1200;
    private static final int FIRST_SETTING = 1600;

    /** An energy that the meter counts by itself goes on while the test runs. */
    private static final double FLOAT_TOLERANCE = 0.1;

    /**
     * A register.
     *
     * @param holds what it must hold, "*" where that differs
     */
    record Row(int address, String type, String name, String holds) {
        int words() {
            return type.endsWith("32") ? 2 : 1;
        }

        void check(double value) {
            if (holds.equals("*")) {
                return;
            }
            double tolerance =
                    type.equals("float32")
                            ? FLOAT_TOLERANCE
                            : address >= FIRST_INTEGER && address < FIRST_SETTING ? 1 : 0;
            assertEquals(Double.parseDouble(holds), value, tolerance, name + " at " + address);
        }
    }

    private Wattnode() {}

    static Path file() throws URISyntaxException {
        return Path.of(Wattnode.class.getResource("/wattnode.csv").toURI());
    }

    static List<Row> rows() throws IOException, URISyntaxException {
        List<Row> rows =
                Files.readAllLines(file()).stream()
                        .filter(line -> !line.startsWith("#") && !line.startsWith("address"))
                        .map(line -> line.split(","))
                        .map(cell -> new Row(Integer.parseInt(cell[0]), cell[1], cell[2], cell[3]))
                        .toList();
        assertEquals(180, rows.size(), "documented registers");
        return rows;
    }

    /** Runs of registers of one type without a gap, as one request can ask for. */
    static List<List<Row>> runs() throws IOException, URISyntaxException {
        List<List<Row>> runs = new ArrayList<>();
        Row last = null;
        for (Row row : rows()) {
            boolean goesOn =
                    last != null
                            && row.type().equals(last.type())
                            && row.address() == last.address() + last.words();
            if (!goesOn) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(row);
            last = row;
        }
        return runs;
    }

    /** All registers must hold what the list says. */
    static void check(Map<Integer, Double> found) throws IOException, URISyntaxException {
        Map<Integer, Double> left = new TreeMap<>(found);
        for (Row row : rows()) {
            Double value = left.remove(row.address());
            assertTrue(value != null, () -> row + " was not read");
            row.check(value);
        }
        assertTrue(left.isEmpty(), () -> "read besides: " + left);
    }
}
