package io.wattwire.device.model;

import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns the lines of a file into rows with named columns. */
final class Rows {
    private Rows() {}

    static List<Row> read(String file, Reader input, List<String> columns, Set<String> mandatory)
            throws TableException {
        List<CsvReader.Line> lines = CsvReader.read(file, input);
        if (lines.isEmpty()) {
            return List.of();
        }
        CsvReader.Line header = lines.get(0);
        checkHeader(file, header, columns, mandatory);
        List<Row> rows = new ArrayList<>();
        for (CsvReader.Line line : lines.subList(1, lines.size())) {
            rows.add(row(file, header.cells(), line));
        }
        return rows;
    }

    private static void checkHeader(
            String file, CsvReader.Line header, List<String> columns, Set<String> mandatory)
            throws TableException {
        for (String column : header.cells()) {
            if (!columns.contains(column)) {
                throw new TableException(
                        file,
                        header.line(),
                        column,
                        "is not known; write one of " + String.join(", ", columns));
            }
            if (header.cells().indexOf(column) != header.cells().lastIndexOf(column)) {
                throw new TableException(file, header.line(), column, "is there twice; remove one");
            }
        }
        for (String column : mandatory) {
            if (!header.cells().contains(column)) {
                throw new TableException(
                        file, header.line(), column, "is missing from the header; add it");
            }
        }
    }

    private static Row row(String file, List<String> header, CsvReader.Line line)
            throws TableException {
        if (line.cells().size() != header.size()) {
            throw new TableException(
                    file,
                    line.line(),
                    "",
                    "has "
                            + line.cells().size()
                            + " cells, the header has "
                            + header.size()
                            + "; quote cells with a comma in them, and keep the commas of empty cells");
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            cells.put(header.get(i), line.cells().get(i));
        }
        return new Row(file, line.line(), Map.copyOf(cells));
    }
}
