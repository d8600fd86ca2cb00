package io.wattwire.standalone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.standalone.configuration.SnapshotReader;
import io.wattwire.standalone.wire.GraphReader;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.kura.configuration.ComponentConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The graphs that we ship for a real Kura are read here without a change. */
class ShippedGraphsTest {
    private static final String GRAPH_SERVICE = "org.eclipse.kura.wire.graph.WireGraphService";

    static List<Path> snapshots() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("../../dp/graphs"))) {
            List<Path> found = files.filter(f -> f.toString().endsWith(".xml")).sorted().toList();
            assertFalse(found.isEmpty(), "there are shipped graphs");
            return found;
        }
    }

    private static Map<String, Map<String, Object>> read(Path snapshot) throws Exception {
        try (InputStream in = Files.newInputStream(snapshot)) {
            Map<String, Map<String, Object>> byPid = new HashMap<>();
            for (ComponentConfiguration each : SnapshotReader.read(in, snapshot.toString())) {
                byPid.put(each.getPid(), each.getConfigurationProperties());
            }
            return byPid;
        }
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void aGraphNamesOnlyComponentsThatItsFileConfigures(Path snapshot) throws Exception {
        Map<String, Map<String, Object>> byPid = read(snapshot);
        Map<String, Object> service = byPid.getOrDefault(GRAPH_SERVICE, Map.of());

        Set<String> unknown = new TreeSet<>(GraphReader.pids(service.get("WireGraph")));
        unknown.removeAll(byPid.keySet());

        assertEquals(Set.of(), unknown);
    }

    @ParameterizedTest
    @MethodSource("snapshots")
    void everyAssetNamesADriverOfItsFile(Path snapshot) throws Exception {
        Map<String, Map<String, Object>> byPid = read(snapshot);

        byPid.forEach(
                (pid, properties) -> {
                    Object driver = properties.get("driver.pid");
                    assertTrue(driver == null || byPid.containsKey(driver), pid + ": " + driver);
                });
    }
}
