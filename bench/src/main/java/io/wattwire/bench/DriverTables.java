package io.wattwire.bench;

import io.wattwire.device.model.RegisterTable;
import io.wattwire.device.model.TableException;
import io.wattwire.device.plan.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What there is to read in register tables, model by model. */
final class DriverTables {
    private static final List<String> BRANDS = List.of("sdm", "growatt");

    private DriverTables() {}

    /** The tables on the class path. */
    static Map<String, List<Span>> shipped() throws IOException, TableException {
        Map<String, List<Span>> maps = new LinkedHashMap<>();
        for (String brand : BRANDS) {
            String resource = "/io/wattwire/driver/" + brand + "/registers.csv";
            try (InputStream bytes = DriverTables.class.getResourceAsStream(resource)) {
                if (bytes == null) {
                    throw new IOException(
                            resource + " is not on the class path; add the driver's classes to it");
                }
                maps.putAll(models(brand, new InputStreamReader(bytes, StandardCharsets.UTF_8)));
            }
        }
        return maps;
    }

    static Map<String, List<Span>> of(List<Path> files) throws IOException, TableException {
        Map<String, List<Span>> maps = new LinkedHashMap<>();
        for (Path file : files) {
            try (Reader text = Files.newBufferedReader(file)) {
                maps.putAll(models(file.getFileName().toString(), text));
            }
        }
        return maps;
    }

    private static Map<String, List<Span>> models(String name, Reader text) throws TableException {
        // registers alone: a register that is a common point too would be refused without its point
        RegisterTable table = RegisterTable.read(name, text, "no points", new StringReader(""));
        TreeSet<String> models = new TreeSet<>();
        table.registers().forEach(register -> models.addAll(register.models()));
        if (models.isEmpty()) {
            models.add("");
        }
        Map<String, List<Span>> maps = new LinkedHashMap<>();
        models.forEach(
                model -> maps.put((name + " " + model).strip(), readable(table.forModel(model))));
        return maps;
    }

    private static List<Span> readable(RegisterTable table) {
        return table.registers().stream()
                .filter(register -> register.access().readable())
                .map(Span::of)
                .toList();
    }
}
