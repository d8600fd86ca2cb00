package io.wattwire.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.itest.wait.Await;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.plant.HouseLoad;
import io.wattwire.simulator.plant.InverterSpec;
import io.wattwire.simulator.plant.Site;
import io.wattwire.simulator.plant.Sun;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * A GX limits the inverter through the shipped graph, the limit and the driver: what it writes can
 * only be stricter than the limit's own law. (That a wish ends after 60 s is proved in simulated
 * time, VenusControlTest.)
 */
class VenusLimitTest {

    private static final double LOAD_W = 2_400;
    private static final double WISH_W = 1_000;

    /** The law may stand so far above the load while it follows it. */
    private static final double SLACK_W = 150;

    private static final String PV = "com.victronenergy.pvinverter.pv_inverter";
    private static final String LIMIT = "/Ac/PowerLimit";
    private static final int ACCEPTED = 0;

    private static Scenario steady() {
        return new Scenario(
                "gx",
                Duration.ofMinutes(5),
                Site.zeroExport(
                        Sun.constant(4_000), HouseLoad.base(LOAD_W), InverterSpec.single4200()),
                LocalTime.NOON,
                1,
                Map.of());
    }

    private static ZeroExportSite site(FakeGx gx) throws Exception {
        return new ZeroExportSite(
                steady(),
                "venus.xml",
                simulation -> simulation,
                Map.of(
                        "venus-grid",
                        Map.of("address", gx.address()),
                        "venus-pv",
                        Map.of("address", gx.address(), "control.enabled", true),
                        "limit",
                        Map.of("setpoint.source", "venus-pv/power_limit")));
    }

    @Test
    void aWishOfTheGxIsStricterOrNothing() throws Exception {
        try (FakeGx gx = new FakeGx();
                ZeroExportSite site = site(gx)) {
            Duration soon = Duration.ofSeconds(60);
            Await.until("the inverter is on the GX", soon, () -> gx.has(PV), site::status);
            site.awaitLimit("the law rules", soon, LOAD_W - 300, LOAD_W + SLACK_W);

            assertEquals(ACCEPTED, gx.set(PV, LIMIT, WISH_W));
            site.awaitLimit("the inverter gets the wish", Duration.ofSeconds(30), 0, WISH_W);
            Await.until(
                    "the inverter obeys",
                    Duration.ofSeconds(30),
                    () -> site.simulation.snapshot().flow().inverterW() <= WISH_W + 1,
                    site.simulation::snapshot);

            int wished = site.limits().size();
            assertTrue(gx.set(PV, LIMIT, "4200") > ACCEPTED, "a text is no power");
            assertTrue(gx.set(PV, LIMIT, -1.0) > ACCEPTED, "nor is a negative number");
            assertTrue(gx.set(PV, LIMIT, Double.NaN) > ACCEPTED, "nor is no number");
            site.assertRunsOn();
            assertMost(site, wished, WISH_W);

            assertEquals(ACCEPTED, gx.set(PV, LIMIT, 1_000_000.0));
            site.awaitLimit("the law rules again", soon, LOAD_W - 300, LOAD_W + SLACK_W);
            assertMost(site, wished, LOAD_W + SLACK_W);
            double gridW = site.simulation.snapshot().flow().gridW();
            assertTrue(gridW > -SLACK_W, () -> "grid power is " + gridW + " W");
        }
    }

    private static void assertMost(ZeroExportSite site, int from, double mostW) {
        site.limits().stream()
                .skip(from)
                .mapToDouble(emission -> emission.number("inverter_power_limit"))
                .forEach(limit -> assertTrue(limit <= mostW, () -> "a limit of " + limit + " W"));
    }
}
