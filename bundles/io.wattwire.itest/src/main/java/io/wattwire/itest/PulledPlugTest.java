package io.wattwire.itest;

import static io.wattwire.itest.ZeroExportSite.INVERTER_TOPIC;
import static io.wattwire.itest.ZeroExportSite.LIFECYCLE;
import static io.wattwire.itest.ZeroExportSite.LIMIT_TOPIC;
import static io.wattwire.itest.ZeroExportSite.METER_TOPIC;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.wattwire.itest.Mailbox.Mail;
import io.wattwire.itest.wait.Await;
import io.wattwire.simulator.Scenario;
import io.wattwire.standalone.Publication;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens when a wire goes, and when it comes back. */
class PulledPlugTest {
    private static final double LOAD_W = 1_500;

    /** Default of {@code grid.stale.s} and one second to act. */
    private static final Duration FALL_BACK = Duration.ofSeconds(3 + 1);

    /** The time stamp that tells one record of a topic from another. */
    private static final Map<String, String> KEYS =
            Map.of(
                    METER_TOPIC, "grid_power_timestamp",
                    INVERTER_TOPIC, "inverter_power_timestamp",
                    LIMIT_TOPIC, "assetTimestamp");

    @Test
    void withoutItsMeterTheLimitGoesToFallBackAndReopensAfterwards() throws Exception {
        try (ZeroExportSite site = new ZeroExportSite(Scenario.steady(4_000, LOAD_W))) {
            awaitOpen(site);
            site.meterPlug.pull();
            Duration took =
                    Await.until(
                            "the limit falls back and the inverter obeys",
                            FALL_BACK,
                            () -> hasFallenBack(site),
                            () ->
                                    site.limitW()
                                            + " W, "
                                            + site.status().properties()
                                            + site.simulation.snapshot());
            System.out.printf("meter gone: fall-back after %d ms%n", took.toMillis());
            site.recorder.awaitMore("inverter", "inverter_power", 2);
            site.meterPlug.push();
            long back = System.nanoTime();
            awaitOpen(site);
            System.out.printf("meter back: open again after %d ms%n", millisSince(back));
        }
    }

    private static boolean hasFallenBack(ZeroExportSite site) {
        return site.status().text("state").equals("fall-back")
                && site.limitW() <= 90
                && site.simulation.snapshot().limitPercent() <= 2;
    }

    private static void awaitOpen(ZeroExportSite site) {
        site.awaitLimit("the limit opens", Duration.ofSeconds(60), LOAD_W - 150, LOAD_W + 50);
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    @Test
    void whatTheBrokerMissedIsDeliveredInOrderWhenItIsBack() throws Exception {
        try (ZeroExportSite site = new ZeroExportSite(Scenario.steady(4_000, LOAD_W))) {
            site.mailbox.await(METER_TOPIC, 2, Duration.ofSeconds(60));
            site.brokerPlug.pull();
            site.mailbox.await(LIFECYCLE + "LWT", 1, Duration.ofSeconds(60));
            awaitAllDelivered(site);
            int before = site.mailbox.on(METER_TOPIC).size();
            site.killBroker();
            site.recorder.awaitMore("meter", "grid_power", 4);
            Await.until(
                    "eight are kept meanwhile",
                    Duration.ofSeconds(60),
                    () -> site.gateway.backlog().waiting() >= 8,
                    () -> site.gateway.backlog().waiting());
            Await.until(
                    "somebody says so",
                    Duration.ofSeconds(60),
                    () ->
                            site.gateway.faults().stream()
                                    .anyMatch(f -> f.toString().contains("kept")),
                    site.gateway::faults);
            long waiting = site.gateway.backlog().waiting();
            site.reviveBroker();
            site.mailbox.await(LIFECYCLE + "BIRTH", 2, Duration.ofSeconds(60));
            site.mailbox.await(METER_TOPIC, before + 5, Duration.ofSeconds(60));
            KEYS.forEach((topic, key) -> assertNoneLost(site, topic, key));
            assertEquals(0, site.gateway.backlog().dropped());
            System.out.printf("broker gone: %d messages kept and delivered%n", waiting);
        }
    }

    /** The old broker passed on all that it has taken over. */
    private static void awaitAllDelivered(ZeroExportSite site) {
        for (String topic : KEYS.keySet()) {
            Publication sent = site.gateway.publications().get(topic);
            site.mailbox.await(topic, (int) sent.delivered(), Duration.ofSeconds(60));
        }
    }

    /** QoS 1 may deliver twice, never not at all: first arrivals are what was emitted, in order. */
    private static void assertNoneLost(ZeroExportSite site, String topic, String key) {
        String asset = topic.substring(topic.lastIndexOf('/') + 1);
        List<Long> emitted =
                site.recorder.of(asset, 0).stream().map(e -> (long) e.number(key)).toList();
        Await.until(
                "all of " + topic + " up to now has arrived",
                Duration.ofSeconds(60),
                () -> firstArrivals(site, topic, key).size() >= emitted.size(),
                () -> firstArrivals(site, topic, key).size() + " of " + emitted.size());
        assertEquals(emitted, firstArrivals(site, topic, key).subList(0, emitted.size()), topic);
    }

    private static List<Long> firstArrivals(ZeroExportSite site, String topic, String key) {
        List<Mail> mails = site.mailbox.on(topic);
        return mails.stream().map(mail -> (Long) mail.payload().getMetric(key)).distinct().toList();
    }
}
