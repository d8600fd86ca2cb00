package io.wattwire.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Facts about a device's registers that were typed without looking at its tables. A simulator made
 * from a table agrees with every mistake in it; these rows do not.
 *
 * <p>Both files are plain comma-separated values without quotes, with {@code #} lines that name
 * their sources and one header line.
 */
public final class IndependentFacts {
    private static final String REGISTERS = "model,kind,address,words,value,unit,direction";
    private static final String POINTS = "model,role,mounting,registers,point,value,unit";

    private IndependentFacts() {}

    /**
     * Reads what raw words of single registers mean.
     *
     * @param owner class beside which the file lies among the test's resources
     * @param file its name
     * @return its rows
     * @throws IllegalStateException if the file is missing or has another header or shape
     */
    public static List<RegisterFact> registers(Class<?> owner, String file) {
        return read(owner, file, REGISTERS, RegisterFact::of);
    }

    /**
     * Reads what raw words of several registers mean to a common point.
     *
     * @param owner class beside which the file lies among the test's resources
     * @param file its name
     * @return its rows
     * @throws IllegalStateException if the file is missing or has another header or shape
     */
    public static List<PointFact> points(Class<?> owner, String file) {
        return read(owner, file, POINTS, PointFact::of);
    }

    private static <T> List<T> read(
            Class<?> owner, String file, String header, Function<String[], T> row) {
        List<String> lines =
                lines(owner, file).stream()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList();
        if (lines.isEmpty() || !lines.get(0).equals(header)) {
            throw new IllegalStateException(file + ": the first row must be " + header);
        }
        int columns = header.split(",").length;
        return lines.stream().skip(1).map(line -> row.apply(cells(file, line, columns))).toList();
    }

    private static String[] cells(String file, String line, int columns) {
        String[] cells = line.split(",", -1);
        if (cells.length != columns) {
            throw new IllegalStateException(
                    file + ": " + columns + " columns are needed in '" + line + "'");
        }
        return cells;
    }

    private static List<String> lines(Class<?> owner, String file) {
        try (InputStream stream =
                        Objects.requireNonNull(
                                owner.getResourceAsStream(file),
                                () -> file + " is not beside " + owner.getName());
                BufferedReader reader =
                        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int[] words(String hexadecimal) {
        String[] words = hexadecimal.strip().split(" +");
        int[] parsed = new int[words.length];
        for (int i = 0; i < words.length; i++) {
            parsed[i] = Integer.parseInt(words[i], 16);
        }
        return parsed;
    }
}
