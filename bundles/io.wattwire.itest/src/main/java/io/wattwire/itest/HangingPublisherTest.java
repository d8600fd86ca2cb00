package io.wattwire.itest;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.itest.wait.Await;
import io.wattwire.itest.wait.Machine;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.plant.HouseLoad;
import io.wattwire.simulator.plant.InverterSpec;
import io.wattwire.simulator.plant.Site;
import io.wattwire.simulator.plant.Sun;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.cloudconnection.publisher.CloudPublisher;
import org.junit.jupiter.api.Test;
import org.osgi.framework.ServiceRegistration;

/** Behind the Fifo of the shipped graph a receiver may hang: the limit does not wait for it. */
class HangingPublisherTest {
    private static final String PID = "hanging-publisher";
    private static final double BASE_W = 400;
    private static final double OVEN_W = 2_000;

    /** The limit warns of receivers that take longer; so may a machine that is held up. */
    private static final Duration ONE_TURN = Duration.ofMillis(250);

    private static final double DROP_S = 22;

    @Test
    void theLoadDropIsFollowedAsIfNobodyHung() throws Exception {
        HangingPublisher publisher = new HangingPublisher();
        ServiceRegistration<CloudPublisher> service = register(publisher);
        Duration lost = Machine.lost();
        try (ZeroExportSite site = new ZeroExportSite(drop());
                LogTail log = new LogTail()) {
            site.load(
                    new Snapshot()
                            .component("publisher", null)
                            .property(
                                    "CloudPublisher.target",
                                    "String",
                                    "(kura.service.pid=" + PID + ")"));
            Await.until(
                    "it hangs", Duration.ofSeconds(60), publisher::isHanging, site.gateway::faults);
            site.awaitLimit("the limit opens", Duration.ofSeconds(60), 1_500, 2_500);
            assertFollows(site);
            Await.until(
                    "it hangs still",
                    Duration.ofSeconds(1),
                    publisher::isHanging,
                    site.gateway::faults);
            site.assertRunsOn();
            boolean calm = Machine.lost().minus(lost).compareTo(ONE_TURN) < 0;
            List<String> held = log.about("held the limit up");
            assertTrue(held.isEmpty() || !calm, () -> "" + held);
        } finally {
            service.unregister();
        }
    }

    private static ServiceRegistration<CloudPublisher> register(CloudPublisher publisher) {
        Dictionary<String, Object> properties = new Hashtable<>(Map.of("kura.service.pid", PID));
        return Launch.context().registerService(CloudPublisher.class, publisher, properties);
    }

    private static Scenario drop() {
        HouseLoad load = HouseLoad.base(BASE_W).restless(3, 1).with("oven", 0, DROP_S, OVEN_W);
        return new Scenario(
                "drop",
                Duration.ofMinutes(5),
                Site.zeroExport(Sun.constant(4_000), load, InverterSpec.single4200()),
                LocalTime.NOON,
                1,
                Map.of());
    }

    private static void assertFollows(ZeroExportSite site) {
        Await.until(
                "the oven goes off",
                Duration.ofSeconds(60),
                () -> site.simulation.snapshot().flow().loadW() < BASE_W + 10,
                site.simulation::snapshot);
        long drop = System.nanoTime();
        site.awaitLimit("the limit falls", Duration.ofSeconds(5), 0, BASE_W + 50);
        long command = System.nanoTime();
        Await.until(
                "the export ends",
                Duration.ofSeconds(30),
                () -> site.simulation.snapshot().flow().gridW() > -50,
                site.simulation::snapshot);
        System.out.printf(
                "a publisher hangs: command after %d ms, inside after %d ms%n",
                (command - drop) / 1_000_000, (System.nanoTime() - drop) / 1_000_000);
    }
}
