package io.wattwire.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.cli.imports.SempImport;
import io.wattwire.itest.Recorder.Emission;
import io.wattwire.itest.wait.Await;
import io.wattwire.itest.wait.Machine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.eclipse.kura.configuration.ConfigurationService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A meter shown to a SolarEdge inverter, by the shipped graph and by others. */
class EmulatedMeterTest {
    private static final String DRIVER = "io.wattwire.driver.solaredge.SolarEdgeMeterDriver";

    /** The age that a value of a source read every second may reach. */
    private static final Duration AGE = Duration.ofSeconds(5);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration READ_AGAIN = Duration.ofSeconds(60);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    /** Ten requests without an answer, with a second to spare for a busy machine. */
    private static final Duration SILENCE = Duration.ofSeconds(3);

    private EmulatedMeterSite site;
    private LogTail log;

    @BeforeEach
    void start() throws Exception {
        log = new LogTail();
        site = new EmulatedMeterSite();
    }

    @AfterEach
    void stop() throws Exception {
        site.close();
        log.close();
    }

    private String state() {
        List<Emission> states = site.recorder.samples("solaredge-meter", "meter_state");
        return states.isEmpty() ? "" : states.get(states.size() - 1).text("meter_state");
    }

    private void awaitState(String state) {
        Await.until("state " + state, READ_AGAIN, () -> state().equals(state), this::state);
    }

    @Test
    void aDeadSourceSilencesTheMeterAndALivingOneIsShownAtOnce() throws Exception {
        site.load();
        site.awaitPower(EmulatedMeterSite.UNIT, 1500);
        assertEquals(
                1234.5f,
                site.master.numberForSure(EmulatedMeterSite.UNIT, EmulatedMeterSite.IMPORT));
        awaitState("answering");
        site.plug.pull();
        Duration silent =
                Await.until(
                        "silence",
                        AGE.plus(POLL).plus(SILENCE),
                        this::isSilent,
                        () -> "still answers");
        assertTrue(silent.compareTo(AGE.minus(POLL.multipliedBy(2))) > 0, () -> "after " + silent);
        awaitState("silent-stale");
        assertEquals(1, log.about("silent-stale").size(), () -> "" + log.about(""));
        site.show(-2750);
        Duration lost = Machine.lost();
        site.plug.push();
        Await.until("an answer", READ_AGAIN, () -> !isSilent(), this::state);
        long answered = System.nanoTime();
        assertEquals(-2750f, power(), "never the value of before");
        Await.until("the sample", READ_AGAIN, () -> fresh().isPresent(), this::state);
        Duration late = Duration.ofNanos(answered - fresh().orElseThrow().nanoTime());
        assertTrue(late.minus(Machine.lost().minus(lost)).compareTo(AT_ONCE) < 0, "after " + late);
        awaitState("answering");
        System.out.printf("source gone: silence after %d ms%n", silent.toMillis());
    }

    private Optional<Emission> fresh() {
        return site.recorder.samples("meter", "grid_power").stream()
                .filter(e -> e.number("grid_power") == -2750)
                .findFirst();
    }

    private boolean isSilent() {
        return Float.isNaN(power());
    }

    private float power() {
        return site.master.numberForSure(EmulatedMeterSite.UNIT, EmulatedMeterSite.POWER_1);
    }

    /** The second meter has no asset in any file: its driver makes it, and it is wired as it is. */
    @Test
    void theReadyMadeAssetIsWiredToAMeterAndNothingElseIsNeeded() throws Exception {
        site.load();
        site.load(second("2nd", 3).xml());
        ConfigurationService kura = Launch.service(ConfigurationService.class);
        Await.until(
                "the asset is made",
                READ_AGAIN,
                () -> kura.getConfigurableComponentPids().contains("2nd-meter"),
                kura::getConfigurableComponentPids);
        String graph =
                (String)
                        kura.getComponentConfiguration(Snapshot.GRAPH_PID)
                                .getConfigurationProperties()
                                .get(Snapshot.GRAPH);
        site.load(new Snapshot().receiver(graph, "meter", "2nd-meter").xml());
        site.awaitPower(3, 1500);
        site.awaitPower(EmulatedMeterSite.UNIT, 1500);
        assertTrue(site.gateway.faults().isEmpty(), () -> "" + site.gateway.faults());
    }

    private Snapshot second(String pid, int unit) {
        return second(pid, unit, "tcp");
    }

    private Snapshot second(String pid, int unit, String connection) {
        return new Snapshot()
                .component(pid, DRIVER)
                .property("connection", "String", connection)
                .property("port", "Integer", "" + site.port)
                .property("unit.id", "Integer", "" + unit);
    }

    @Test
    void wrongSettingsAreOneLineEachAndTheFirstMeterGoesOn() throws Exception {
        site.load();
        site.load(second("twin", 2).xml());
        String twin = log.awaitOne("twin: ");
        assertTrue(
                twin.contains("unit id 2") && twin.contains("is taken by solaredge-driver"), twin);
        site.load(second("no-ct", 4).property("ct.current", "Integer", "0").xml());
        String noCt = log.awaitOne("ct.current");
        assertTrue(noCt.contains("no-ct") && noCt.contains("1") && noCt.contains("6000"), noCt);
        site.load(second("other-line", 5, "rtu-tcp").xml());
        String other = log.awaitOne("other-line: ");
        assertTrue(other.contains("by solaredge-driver; give both the same settings"), other);
        site.awaitPower(EmulatedMeterSite.UNIT, 1500);
    }

    /** A voltage in tenths of a volt, and a channel that no meter has. */
    @Test
    void wrongValuesAreOneLineEachAndTheOthersAreShown() throws Exception {
        site.source.set("grid_voltage_l1", 2300.0);
        site.load();
        site.awaitPower(EmulatedMeterSite.UNIT, 1500);
        String absurd = log.awaitOne("solaredge-driver: l1n_voltage is 2300.0 V");
        assertTrue(absurd.contains("check the source's unit and scale"), absurd);
        site.show(1700);
        site.awaitPower(EmulatedMeterSite.UNIT, 1700);
        log.awaitOne("solaredge-driver: l1n_voltage is 2300.0 V");
    }

    @Test
    void aSempConfigurationLoadsAsItWasImported() throws Exception {
        String conf =
                """
                [server]
                address = 127.0.0.1
                port = %d
                meters = grid
                [grid]
                type = sdm630
                dst_address = 7
                ct_current = 50
                refresh_rate = 1
                host = 127.0.0.1
                port = %d
                """
                        .formatted(site.port, site.plug.port());
        SempImport.Result imported = SempImport.of(conf.lines().toList());
        assertEquals(List.of(), imported.notes());
        site.load(imported.xml());
        site.awaitReady();
        site.awaitPower(7, 1500);
        assertTrue(site.gateway.faults().isEmpty(), () -> "" + site.gateway.faults());
    }
}
