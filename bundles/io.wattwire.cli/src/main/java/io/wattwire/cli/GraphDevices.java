package io.wattwire.cli;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.wattwire.device.model.LinkDefaults;
import io.wattwire.standalone.GatewayException;
import io.wattwire.standalone.SnapshotFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Finds the devices of a wire graph that its dynamic limit works with. */
final class GraphDevices {

    private static final String LIMIT = "io.wattwire.limit.DynamicLimit";
    private static final Pattern DRIVER =
            Pattern.compile("io\\.wattwire\\.driver\\.([a-z0-9]+)\\..*");
    private static final long MOST_BYTES = 16L << 20;

    private final Path file;
    private final Map<String, Map<String, String>> components = new LinkedHashMap<>();

    private final DeviceCatalog catalog;

    private GraphDevices(Path file, DeviceCatalog catalog) {
        this.file = file;
        this.catalog = catalog;
    }

    static GraphDevices read(Path file, DeviceCatalog catalog) throws WrongUse {
        GraphDevices graph = new GraphDevices(file, catalog);
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new WrongUse(file + " is larger than any graph");
            }
            if (file.toString().endsWith(".json")) {
                graph.readJson();
            } else {
                graph.readXml();
            }
            return graph;
        } catch (IOException e) {
            throw new WrongUse(file + " cannot be read; write the path of a graph");
        } catch (GatewayException | JsonParseException | IllegalStateException e) {
            throw new WrongUse(file + " is no graph: " + e.getMessage());
        }
    }

    private void readXml() throws GatewayException {
        SnapshotFile.read(file)
                .forEach(
                        (pid, properties) -> {
                            Map<String, String> texts = new TreeMap<>();
                            properties.forEach(
                                    (name, value) -> texts.put(name, String.valueOf(value)));
                            components.put(pid, texts);
                        });
    }

    private void readJson() throws IOException {
        JsonElement root = JsonParser.parseString(Files.readString(file, StandardCharsets.UTF_8));
        for (JsonElement each : root.getAsJsonObject().getAsJsonArray("configs")) {
            JsonObject component = each.getAsJsonObject();
            Map<String, String> properties = new TreeMap<>();
            for (Map.Entry<String, JsonElement> property :
                    component.getAsJsonObject("properties").entrySet()) {
                properties.put(property.getKey(), text(property.getValue()));
            }
            components.put(component.get("pid").getAsString(), properties);
        }
    }

    private static String text(JsonElement typed) {
        JsonElement value = typed.getAsJsonObject().get("value");
        return value.isJsonPrimitive() ? value.getAsString() : value.toString();
    }

    /** {@return words for each inverter that the limit writes, in the order of its ports} */
    List<List<String>> inverters() throws WrongUse {
        List<List<String>> inverters = new ArrayList<>();
        String first = limit().getOrDefault("inverter.source", "");
        inverters.add(device(first.isEmpty() ? "inverter/inverter_power" : first));
        // one line for each further inverter, beginning with its asset
        for (String line : limit().getOrDefault("more.inverters", "").split("[\\r\\n]+")) {
            if (!line.isBlank()) {
                inverters.add(device(line.trim().split("[\\s;]+", 2)[0]));
            }
        }
        return inverters;
    }

    /** {@return words for the meter that the limit follows} */
    List<String> meter() throws WrongUse {
        return device(limit().getOrDefault("grid.source", "meter/grid_power"));
    }

    Optional<String> setting(String name) throws WrongUse {
        return Optional.ofNullable(limit().get(name)).filter(text -> !text.isEmpty());
    }

    private Map<String, String> limit() throws WrongUse {
        List<Map<String, String>> limits =
                components.values().stream()
                        .filter(each -> LIMIT.equals(each.get("service.factoryPid")))
                        .toList();
        if (limits.size() != 1) {
            throw new WrongUse(
                    file + " has " + limits.size() + " dynamic limits; name the devices instead");
        }
        return limits.get(0);
    }

    private List<String> device(String source) throws WrongUse {
        String asset = source.split("/", 2)[0];
        Map<String, String> driver =
                component(component(asset).getOrDefault("driver.pid", "no driver"));
        var family = DRIVER.matcher(driver.getOrDefault("service.factoryPid", ""));
        if (!family.matches()) {
            throw new WrongUse(
                    file + ": " + source + " comes from no device; name the devices instead");
        }
        List<String> words = new ArrayList<>();
        String model = driver.getOrDefault("model", "");
        words.add(model.isEmpty() ? family.group(1) : model);
        words.addAll(link(driver, catalog.find(family.group(1)).family().link()));
        option(words, "--unit", driver.get("unit.id"));
        option(words, "--meter", driver.get("meter.role"));
        if (Boolean.parseBoolean(driver.get("meter.invert"))) {
            words.add("--invert");
        }
        return words;
    }

    private Map<String, String> component(String pid) throws WrongUse {
        Map<String, String> found = components.get(pid);
        if (found == null) {
            throw new WrongUse(file + " has no component " + pid + "; name the devices instead");
        }
        return found;
    }

    private static void option(List<String> words, String name, String value) {
        if (value != null && !value.isEmpty()) {
            words.add(name);
            words.add(value);
        }
    }

    private static List<String> link(Map<String, String> driver, LinkDefaults usual) {
        String host = driver.getOrDefault("host", "");
        String port = driver.getOrDefault("port", "");
        String at = port.isEmpty() ? host : host + ":" + port;
        String connection = driver.getOrDefault("connection", "tcp");
        return switch (connection) {
            case "serial" -> List.of("--serial", line(driver, usual));
            case "solarman" ->
                    List.of("--solarman", at + ":" + driver.getOrDefault("logger.serial", ""));
            // the words of the command line are those of the setting
            default -> List.of("--" + connection, at);
        };
    }

    private static String line(Map<String, String> driver, LinkDefaults usual) {
        String parity = driver.getOrDefault("serial.parity", "auto");
        String letter =
                parity.isEmpty() || parity.equals("auto")
                        ? String.valueOf(usual.parity())
                        : parity.substring(0, 1).toUpperCase(Locale.ROOT);
        return driver.getOrDefault("serial.device", "")
                + ":"
                + driver.getOrDefault("serial.baud", String.valueOf(usual.baud()))
                + ":8"
                + letter
                + driver.getOrDefault("serial.stop.bits", String.valueOf(usual.stopBits()));
    }
}
