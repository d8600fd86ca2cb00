package io.wattwire.itest;

import static io.wattwire.itest.ZeroExportSite.INVERTER_TOPIC;
import static io.wattwire.itest.ZeroExportSite.LIFECYCLE;
import static io.wattwire.itest.ZeroExportSite.LIMIT_TOPIC;
import static io.wattwire.itest.ZeroExportSite.METER_TOPIC;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.itest.Mailbox.Mail;
import io.wattwire.itest.Recorder.Emission;
import io.wattwire.itest.wait.Await;
import io.wattwire.itest.wait.Machine;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.plant.HouseLoad;
import io.wattwire.simulator.plant.InverterSpec;
import io.wattwire.simulator.plant.Site;
import io.wattwire.simulator.plant.Sun;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.kura.message.KuraPayload;
import org.junit.jupiter.api.Test;

/** From the meter to the inverter and to Kapua, with the shipped graph. */
class ZeroExportTest {
    private static final double BASE_W = 400;
    private static final double OVEN_W = 2_000;
    private static final double DROP_S = 20;

    /** What the inverter is held at without a trusted meter: its least, 2 % of 4200 W. */
    private static final double HELD_W = 90;

    @Test
    void theSiteObeysAndKapuaHearsOfIt() throws Exception {
        Machine.lost(); // counts from here
        try (ZeroExportSite site = new ZeroExportSite(dropAtNoon())) {
            assertOpensFromFallBack(site);
            assertFollowsTheDrop(site);
            assertSamplesEachSecond(site, "meter", "grid_power");
            assertSamplesEachSecond(site, "inverter", "inverter_power");
            assertMessages(site);
            assertAnswersRequests(site);
            site.stopGateway();
            site.mailbox.await(LIFECYCLE + "DC", 1, Duration.ofSeconds(60));
            assertNotNull(site.mailbox.on(LIFECYCLE + "DC").get(0).payload().getMetric("uptime"));
            assertTrue(site.gateway.faults().isEmpty(), () -> "" + site.gateway.faults());
            assertTrue(
                    site.mailbox.on(LIFECYCLE + "LWT").isEmpty(), "a clean stop is no last will");
        }
    }

    private static Scenario dropAtNoon() {
        HouseLoad load = HouseLoad.base(BASE_W).restless(3, 1).with("oven", 0, DROP_S, OVEN_W);
        return new Scenario(
                "drop",
                Duration.ofMinutes(5),
                Site.zeroExport(Sun.constant(4_000), load, InverterSpec.single4200()),
                LocalTime.NOON,
                1,
                Map.of());
    }

    private static void assertOpensFromFallBack(ZeroExportSite site) {
        site.awaitLimit("the limit opens", Duration.ofSeconds(60), 1_500, 2_500);
        assertTrue(
                site.limits().get(0).number("inverter_power_limit") <= HELD_W,
                () -> "did not start at the fall-back: " + site.limits().get(0));
        Await.until(
                "the plant follows the limit up",
                Duration.ofSeconds(60),
                () -> site.simulation.snapshot().flow().inverterW() > 1_400,
                site.simulation::snapshot);
    }

    private static void assertFollowsTheDrop(ZeroExportSite site) {
        double before = site.limitW();
        Await.until(
                "the oven goes off",
                Duration.ofSeconds(60),
                () -> site.simulation.snapshot().flow().loadW() < BASE_W + 10,
                site.simulation::snapshot);
        site.awaitLimit("the limit falls", Duration.ofSeconds(3), 0, BASE_W + 50);
        Duration took =
                Await.until(
                        "the export ends",
                        Duration.ofSeconds(20),
                        () -> site.simulation.snapshot().flow().gridW() > -50,
                        site.simulation::snapshot);
        System.out.printf(
                "load drop: limit %.0f -> %.0f W, export ended %d ms after the write%n",
                before, site.limitW(), took.toMillis());
        assertTrue(before > BASE_W + 1_000, "the limit was open before: " + before);
        assertTrue(
                site.simulation.ledger().maxExportW() > 500, "the drop was one for the plant too");
    }

    /** Counted between its first and its last: none missing, none doubled. */
    private static void assertSamplesEachSecond(ZeroExportSite site, String asset, String channel) {
        List<Emission> samples = site.recorder.samples(asset, channel);
        double seconds =
                (samples.get(samples.size() - 1).nanoTime() - samples.get(0).nanoTime()) / 1e9;
        assertTrue(seconds >= 8, asset + " was watched for " + seconds + " s only");
        double lost = Machine.lost().toMillis() / 1e3; // a late one belongs to the second before
        assertEquals(
                seconds + 1,
                samples.size(),
                1 + lost,
                asset + " in " + seconds + " s, of which the machine lost " + lost);
    }

    private static void assertMessages(ZeroExportSite site) {
        List<Mail> births = site.mailbox.on(LIFECYCLE + "BIRTH");
        assertEquals(1, births.size());
        assertEquals("kura-protobuf", births.get(0).payload().getMetric("payload_encoding"));
        for (String topic : List.of(METER_TOPIC, INVERTER_TOPIC, LIMIT_TOPIC)) {
            site.mailbox.await(topic, 8, Duration.ofSeconds(60));
            assertTypesAreStable(site.mailbox.on(topic));
        }
        KuraPayload meter = site.mailbox.on(METER_TOPIC).get(3).payload();
        assertInstanceOf(Double.class, meter.getMetric("grid_power"));
        assertInstanceOf(Long.class, meter.getMetric("grid_power_timestamp"));
        assertEquals("W", meter.getMetric("grid_power_unit"));
    }

    /** As Kapua asks Kura: what there is, what it shows, and to write what is not for others. */
    private static void assertAnswersRequests(ZeroExportSite site) throws Exception {
        String assets = site.mailbox.ask("home/wattwire/ASSET-V1/GET/assets", "");
        assertTrue(
                assets.contains("{\"name\":\"grid_power\",\"type\":\"DOUBLE\",\"mode\":\"READ\"}"),
                assets);
        String read =
                site.mailbox.ask(
                        "home/wattwire/ASSET-V1/EXEC/read",
                        "[{\"name\":\"meter\",\"channels\":[{\"name\":\"grid_power\"}]}]");
        assertTrue(read.contains("\"type\":\"DOUBLE\",\"unit\":\"W\""), read);
        String regulated = write(site, "inverter-control", "100");
        assertTrue(regulated.contains("is commanded by limit on this gateway"), regulated);
        String outside = write(site, "inverter-control", "4100");
        assertTrue(outside.contains("takes 0 to 4000 W and not 4100"), outside);
        String unlisted = write(site, "inverter", "1000");
        assertTrue(unlisted.contains("is not commanded from outside"), unlisted);
    }

    private static String write(ZeroExportSite site, String asset, String watts) throws Exception {
        return site.mailbox.ask(
                "home/wattwire/ASSET-V1/EXEC/write",
                "[{\"name\":\"%s\",\"channels\":[{\"name\":\"inverter_power_limit\",\"type\":\"DOUBLE\",\"value\":\"%s\"}]}]"
                        .formatted(asset, watts));
    }

    private static void assertTypesAreStable(List<Mail> mails) {
        Map<String, Class<?>> types = new HashMap<>();
        for (Mail mail : mails) {
            KuraPayload payload = mail.payload();
            assertNotNull(payload.getTimestamp(), mail.topic());
            String asset = mail.topic().substring(mail.topic().lastIndexOf('/') + 1);
            assertEquals(asset, payload.getMetric("assetName"));
            payload.metrics()
                    .forEach(
                            (name, value) -> {
                                Class<?> first = types.putIfAbsent(name, value.getClass());
                                assertTrue(
                                        first == null || first == value.getClass(),
                                        () -> mail.topic() + " " + name + " was " + first);
                            });
        }
    }
}
