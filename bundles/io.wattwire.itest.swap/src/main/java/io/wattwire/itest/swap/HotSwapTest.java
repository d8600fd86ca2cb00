package io.wattwire.itest.swap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.itest.swap.SmallSite.LimitWrite;
import io.wattwire.itest.wait.Await;
import io.wattwire.itest.wait.Machine;
import io.wattwire.standalone.Gateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.service.deploymentadmin.DeploymentAdmin;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.junit5.context.BundleContextExtension;
import org.osgi.test.junit5.service.ServiceExtension;

/** Packages are swapped under the shipped graph at 1 Hz, as an owner would do it on a Sunday. */
@ExtendWith({BundleContextExtension.class, ServiceExtension.class})
class HotSwapTest {
    /** Two samples may be missing at 1 Hz; beyond that only what the machine lost. */
    private static final double LONGEST_GAP_S = 3.5;

    /** Letting go of a serial port takes longer. */
    private static final double LONGEST_SERIAL_GAP_S = 4.5;

    private static final Duration OPENING = Duration.ofSeconds(90);

    @InjectBundleContext BundleContext context;
    @InjectService DeploymentAdmin admin;
    @InjectService Gateway gateway;
    @TempDir Path data;
    private Packages packages;
    private SmallSite site;

    @BeforeEach
    void open() throws IOException {
        packages = new Packages(context, admin);
        site = new SmallSite();
    }

    @AfterEach
    void close() throws Exception {
        packages.close();
        site.close();
    }

    @Test
    void packagesInstallInEitherOrder() throws Exception {
        packages.install(packages.built("wattwire-limit"));
        packages.install(packages.built("wattwire-driver-growatt"));
        packages.install(packages.built("wattwire-driver-sdm"));
        packages.install(packages.built("wattwire-core"));
        assertFalse(packages.notActive().isEmpty(), "nothing waited for the serial package");
        packages.install(packages.built("wattwire-serial"));
        packages.awaitAllActive();
        packages.close();

        packages.installAll();
        try (RunningGraph graph = graph()) {
            graph.awaitSamples(2);
        }
    }

    @Test
    void driverLimitAndCoreAreSwappedUnderTheRunningGraph() throws Exception {
        packages.installAll();
        try (RunningGraph graph = graph()) {
            awaitOpen();
            for (String name :
                    List.of("wattwire-driver-growatt", "wattwire-limit", "wattwire-core")) {
                int before = site.limitPercent();
                Duration lost = Machine.lost();
                long start = System.nanoTime();
                packages.install(packages.built(name).at("0.1.1"));
                packages.awaitAllActive();
                graph.awaitSamples(4);
                double meter = graph.longestGapS("meter", start);
                double inverter = graph.longestGapS("inverter", start);
                System.out.printf(
                        "swap of %s: longest gap meter %.2f s, inverter %.2f s, limit %d %% -> %d"
                                + " %%%n",
                        name, meter, inverter, before, site.limitPercent());
                double longest = LONGEST_GAP_S + Machine.lostSince(lost);
                assertTrue(meter <= longest, name + ": gap of the meter " + meter + " s");
                assertTrue(inverter <= longest, name + ": gap of the inverter " + inverter);
                assertNoRise(name, before, start);
                awaitOpen();
            }
            assertEquals("0.1.1", packages.version("io.wattwire.limit"));
            assertEquals("0.1.1", packages.version("io.wattwire.device"));
        }
    }

    @Test
    void aSwappedLimitStartsAtItsFallBack() throws Exception {
        packages.installAll();
        try (RunningGraph graph = graph()) {
            awaitOpen();
            int opened = site.limitPercent();
            long start = System.nanoTime();
            packages.install(packages.built("wattwire-limit").at("0.1.1"));
            Await.until(
                    "a write of the new limit",
                    OPENING,
                    () -> !writesSince(start).isEmpty(),
                    site::limitPercent);
            int first = writesSince(start).get(0).percent();
            assertTrue(first < opened / 2, "the new limit began at " + first + " %");
            graph.awaitSamples(1);
        }
    }

    @Test
    void thePreviousDriverRunsOnACoreWithAdditions() throws Exception {
        packages.installAll();
        packages.install(packages.built("wattwire-core").withAdditionsAt("0.2.0"));
        packages.awaitAllActive();
        assertEquals("0.2.0", packages.version("io.wattwire.device"));
        try (RunningGraph graph = graph()) {
            awaitOpen();
            graph.awaitSamples(2);
        }
    }

    @Test
    void anUninstalledDriverComesBackWithItsConfiguration() throws Exception {
        packages.installAll();
        try (RunningGraph graph = graph()) {
            graph.awaitSamples(3);
            packages.uninstall("wattwire-driver-sdm");
            long inverterOnly = graph.count("inverter") + 3;
            await("the inverter's asset runs on", () -> graph.count("inverter") >= inverterOnly);
            int meterBefore = graph.count("meter");
            packages.install(packages.built("wattwire-driver-sdm"));
            await("the meter is back", () -> graph.count("meter") > meterBefore + 1);
        }
    }

    @Test
    void whatWasSetBeforeTheFirstWriteSurvivesAWipedBundleStorage() throws Exception {
        packages.installAll();
        try (RunningGraph graph = graph()) {
            awaitOpen();
            List<Path> saved = stateFiles("inverter-driver");
            assertFalse(saved.isEmpty(), "nothing was saved under " + data);
            List<String> contents = contents(saved);
            packages.close(); // the storage of each bundle goes with it
            packages.installAll();
            awaitOpen();
            assertEquals(saved, stateFiles("inverter-driver"));
            assertEquals(contents, contents(saved));
            graph.awaitSamples(1);
        }
    }

    static boolean thereIsASerialLine() {
        return SerialLine.isPossible();
    }

    /** The native code of the serial port must outlive the engine, twice in one JVM. */
    @Test
    @EnabledIf("thereIsASerialLine")
    void twoSwapsOfTheCoreKeepASerialPortOpen(@TempDir Path folder) throws Exception {
        packages.installAll();
        try (SerialLine line = new SerialLine(folder, site);
                RunningGraph graph =
                        new RunningGraph(
                                gateway,
                                packages.project(),
                                data,
                                RunningGraph.serial(line.port()))) {
            graph.awaitSamples(3);
            for (String version : List.of("0.1.1", "0.1.2")) {
                Duration lost = Machine.lost();
                long start = System.nanoTime();
                packages.install(packages.built("wattwire-core").at(version));
                packages.awaitAllActive();
                graph.awaitSamples(4);
                double gap = graph.longestGapS("meter", start);
                System.out.printf("swap of wattwire-core over serial: gap %.2f s%n", gap);
                double longest = LONGEST_SERIAL_GAP_S + Machine.lostSince(lost);
                assertTrue(gap <= longest, "gap of the meter " + gap + " s");
            }
            assertEquals("0.1.2", packages.version("io.wattwire.device"));
        }
    }

    private RunningGraph graph() throws Exception {
        return new RunningGraph(gateway, packages.project(), data, RunningGraph.tcp(site));
    }

    private void await(String what, BooleanSupplier condition) {
        Await.until(what, Duration.ofSeconds(60), condition, gateway::faults);
    }

    /** Open means that the house's load is covered, within one step. */
    private void awaitOpen() {
        int covered = (int) (100 * SmallSite.LOAD_W / SmallSite.RATED_W) - 4;
        Await.until(
                "the limit opens",
                OPENING,
                () -> site.limitPercent() >= covered && site.limitPercent() < 100,
                () -> site.limitPercent() + " %");
    }

    private void assertNoRise(String name, int before, long since) {
        for (LimitWrite write : writesSince(since)) {
            assertTrue(
                    write.percent() <= before + 1,
                    name + ": the limit rose from " + before + " to " + write.percent() + " %");
        }
    }

    private List<LimitWrite> writesSince(long nanoTime) {
        return site.limitWrites().stream().filter(w -> w.nanoTime() >= nanoTime).toList();
    }

    private List<Path> stateFiles(String pid) throws IOException {
        Path directory = data.resolve("wattwire").resolve(pid);
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.toString().endsWith(".txt")).sorted().toList();
        }
    }

    private static List<String> contents(List<Path> files) throws IOException {
        List<String> all = new ArrayList<>();
        for (Path file : files) {
            all.add(Files.readString(file));
        }
        return all;
    }
}
