package io.wattwire.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.itest.wait.Await;
import io.wattwire.simulator.Scenario;
import io.wattwire.standalone.Fault;
import io.wattwire.standalone.GatewayException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.kura.configuration.ConfigurationService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each wrong input gives one line with cause and remedy, and the site runs on. */
class WrongInputTest {
    private static ZeroExportSite site;
    private LogTail log;

    @BeforeAll
    static void start() throws Exception {
        site = new ZeroExportSite(Scenario.steady(4_000, 600));
        site.assertRunsOn();
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @BeforeEach
    void listen() {
        log = new LogTail();
    }

    @AfterEach
    void theRestRunsOn() {
        log.close();
        site.assertRunsOn();
    }

    @Test
    void aGraphThatNamesAMissingDriver() throws Exception {
        site.load(
                new Snapshot()
                        .asset("orphan", "no-such-driver", "power")
                        .receiver(site.graph(), "inverter-timer", "orphan"));
        assertFault("orphan", "no-such-driver", "configure that driver");
        assertEquals(1, log.about("orphan").size(), () -> "" + log.about("orphan"));
    }

    @Test
    void aGraphThatNamesAMissingComponent() throws Exception {
        site.load(new Snapshot().receiver(site.graph(), "inverter-timer", "ghost"));
        assertFault(Snapshot.GRAPH_PID, "ghost", "take it out of the graph");
    }

    @Test
    void aFactoryThatNoBundleHas() throws Exception {
        site.load(new Snapshot().component("stranger", "no.such.Factory"));
        assertFault("stranger", "no.such.Factory", "install and start the bundle");
    }

    /** Said once, in one line: what, where, and what to do. */
    private void assertFault(String source, String cause, String remedy) {
        String line = log.awaitOne(cause);
        assertTrue(line.startsWith(source + ": "), line);
        assertTrue(line.contains(remedy), line);
        List<Fault> faults =
                site.gateway.faults().stream().filter(f -> f.cause().contains(cause)).toList();
        assertEquals(1, faults.size(), faults::toString);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cut",
                "external entity",
                "entity expansion",
                "number",
                "type",
                "other file",
                "none"
            })
    void aBrokenSnapshotChangesNothing(String kind) throws Exception {
        ConfigurationService configurations = Launch.service(ConfigurationService.class);
        Set<String> pids = configurations.getConfigurableComponentPids();
        Set<Long> snapshots = configurations.getSnapshots();
        String message =
                assertThrows(
                                GatewayException.class,
                                () ->
                                        site.gateway.load(
                                                Snapshot.stream(broken(kind)),
                                                "broken.xml",
                                                Map.of()))
                        .getMessage();
        assertTrue(message.contains("broken.xml line "), message);
        assertFalse(message.contains("\n") || message.contains("Message:"), message);
        assertTrue(message.matches(".*(; (load|remove|write)|is this a snapshot).*"), message);
        assertEquals(pids, configurations.getConfigurableComponentPids());
        assertEquals(snapshots, configurations.getSnapshots());
    }

    /** The first component is right each time, and must not come. */
    private static String broken(String kind) {
        Snapshot good = new Snapshot().asset("half", "meter-driver", "grid_power");
        String xml =
                good.component("inverter-timer", null)
                        .property("simple.interval", "Integer", "1000")
                        .xml();
        String start = "<esf:configurations ";
        return switch (kind) {
            case "cut" -> xml.substring(0, xml.length() - 40);
            case "external entity" ->
                    xml.replace(
                                    start,
                                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                                            + start)
                            .replace(">1000<", ">&x;<");
            case "entity expansion" ->
                    xml.replace(
                                    start,
                                    "<!DOCTYPE a [<!ENTITY a \"1111\"><!ENTITY b \"&a;&a;&a;\">]>"
                                            + start)
                            .replace(">1000<", ">&b;<");
            case "number" -> xml.replace(">1000<", ">one<");
            case "type" -> xml.replace("\"Integer\"", "\"Number\"");
            case "other file" -> "<project><name>not a snapshot</name></project>";
            case "none" -> "";
            default -> throw new IllegalArgumentException(kind);
        };
    }

    @Test
    void textWhereADriverWantsANumberKeepsTheLastGoodConfiguration() throws Exception {
        site.load(
                new Snapshot()
                        .component("meter-driver", null)
                        .property("unit.id", "String", "two")
                        .property("port", "String", "1"));
        String line = log.awaitOne("unit.id");
        assertTrue(line.contains("meter-driver: wrong configuration"), line);
        assertTrue(line.contains("'two'; write a whole number"), line);
        site.assertRunsOn(); // also the right port beside the wrong unit id was not taken
        site.load(
                new Snapshot()
                        .component("meter-driver", null)
                        .property("unit.id", "Integer", "2")
                        .property("port", "Integer", "" + site.meterPlug.port()));
    }

    @Test
    void textWhereTheLimitWantsANumberKeepsTheLastGoodConfiguration() throws Exception {
        loadLimit("Double", "50.0");
        awaitStatus("allowed_export", "50.0");
        loadLimit("String", "plenty");
        String line = log.awaitOne("allowed.export.w");
        assertTrue(line.contains("limit: configuration refused"), line);
        assertTrue(line.contains("'plenty', not a plain number such as"), line);
        site.recorder.awaitMore("limit", "state", 2);
        assertEquals("50.0", site.status().text("allowed_export"));
        assertTrue(site.status().text("configuration_problem").contains("plenty"));
        loadLimit("Double", "0.0");
        awaitStatus("allowed_export", "0.0");
        awaitStatus("configuration_problem", "");
    }

    private static void loadLimit(String type, String allowed) throws GatewayException {
        site.load(
                new Snapshot()
                        .component("limit", null)
                        .property("allowed.export.w", type, allowed));
    }

    private static void awaitStatus(String name, String value) {
        Await.until(
                name + " " + value,
                Duration.ofSeconds(60),
                () -> site.status().text(name).equals(value),
                () -> site.status().properties());
    }
}
