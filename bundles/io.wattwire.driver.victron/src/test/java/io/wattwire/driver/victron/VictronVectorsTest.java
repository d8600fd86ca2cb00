package io.wattwire.driver.victron;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.device.model.Register;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VictronVectorsTest {

    static List<String> vectors() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                VictronVectorsTest.class.getResourceAsStream("vectors.csv"),
                                StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("vectors")
    void decodesWhatTheSheetSays(String line) {
        String[] cells = line.split(",", 4);
        int[] words =
                Arrays.stream(cells[1].split(" "))
                        .mapToInt(hex -> Integer.parseInt(hex, 16))
                        .toArray();
        Register register = Gx.register(Integer.parseInt(cells[0]), words.length);
        assertEquals(cells[2], register.decode(words).map(Object::toString).orElse(""), cells[3]);
    }
}
