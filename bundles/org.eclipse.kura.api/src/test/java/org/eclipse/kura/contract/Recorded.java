package org.eclipse.kura.contract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/** What is on record about Kura 5.5.0. */
final class Recorded {
    private static final Path PACKAGES = Path.of("..", "..", "cnf", "kura-packages.csv");

    private Recorded() {}

    /** The types that this bundle declares, as Kura does, by binary name. */
    static SortedMap<String, TypeSignature> types() {
        try (BufferedReader reader =
                new BufferedReader(
                        new InputStreamReader(
                                Recorded.class.getResourceAsStream("/kura-5.5.0-signatures.txt"),
                                StandardCharsets.UTF_8))) {
            return Javap.parse(reader.lines().filter(line -> !line.startsWith("#")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version of each package that Kura exports. */
    static Map<String, String> packageVersions() {
        try {
            return Files.readAllLines(PACKAGES).stream()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
