package io.wattwire.driver.solaredge.meter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The small tables of this package; their cells hold no commas. */
final class TableFile {

    private TableFile() {}

    static List<List<String>> rows(String file, int columns) {
        try (BufferedReader lines = new BufferedReader(reader(file))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> cells(file, line, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InputStreamReader reader(String file) {
        InputStream bytes = TableFile.class.getResourceAsStream(file);
        if (bytes == null) {
            throw new IllegalStateException(file + " is missing in the bundle");
        }
        return new InputStreamReader(bytes, StandardCharsets.UTF_8);
    }

    private static List<String> cells(String file, String line, int columns) {
        List<String> cells = Arrays.stream(line.split(",", -1)).map(String::strip).toList();
        if (cells.size() != columns) {
            throw new IllegalStateException(file + ": not " + columns + " cells: " + line);
        }
        return cells;
    }
}
