package io.wattwire.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.wattwire.device.model.DeviceFamily;
import io.wattwire.itest.Recorder.Emission;
import io.wattwire.itest.wait.Await;
import io.wattwire.itest.wait.Machine;
import io.wattwire.simulator.Scenario;
import io.wattwire.simulator.device.TableDevice;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The limit lives on the values of the site, with the shipped graph. */
class SiteGraphTest {
    private static final double LOAD_W = 1_500;
    private static final double SECOND_PV_W = 500;
    private static final double WATT = 1e-6;
    private static final int PV_METER_UNIT = 3;
    private static final int IN_A_ROW = 5;

    /** Less than half of the meter's period. */
    private static final long SAME_READING_MS = 400;

    /** Default of {@code grid.stale.s} and one second to act. */
    private static final Duration FALL_BACK = Duration.ofSeconds(3 + 1);

    private static ZeroExportSite site() throws Exception {
        DeviceFamily sdm = Launch.family("sdm");
        return new ZeroExportSite(
                Scenario.steady(4_000, LOAD_W),
                "site.xml",
                simulation ->
                        simulation.device(
                                "pv-meter",
                                PV_METER_UNIT,
                                plant ->
                                        TableDevice.of(sdm, "sdm120")
                                                .set("active_power", -SECOND_PV_W)),
                "pv-meter-driver");
    }

    @Test
    void theLimitTakesItsGridFromTheSiteAndFallsBackWithIt() throws Exception {
        try (ZeroExportSite site = site()) {
            awaitOpen(site);
            assertAddsUp(site);
            site.meterPlug.pull();
            Await.until(
                    "the site misses its meter and the limit falls back",
                    FALL_BACK,
                    () -> missesTheMeter(site) && site.status().text("state").equals("fall-back"),
                    () -> last(site).properties() + " " + site.status().properties());
            assertTrue(site.limitW() <= 90, () -> "fall-back at " + site.limitW());
            assertTrue(
                    last(site).number("inverter_power") >= SECOND_PV_W,
                    () -> "the inverters are still there: " + last(site));
            site.meterPlug.push();
            awaitOpen(site);
            assertTrue(site.gateway.faults().isEmpty(), () -> "" + site.gateway.faults());
        }
    }

    private static void awaitOpen(ZeroExportSite site) {
        site.awaitLimit("the limit opens", Duration.ofSeconds(60), LOAD_W - 150, LOAD_W + 50);
    }

    private static Emission last(ZeroExportSite site) {
        List<Emission> all = site.recorder.of("site", 0);
        return all.get(all.size() - 1);
    }

    private static boolean missesTheMeter(ZeroExportSite site) {
        Emission last = last(site);
        return last.text("missing").contains("meter/grid_power")
                && last.text("state").equals("incomplete")
                && !last.properties().containsKey("grid_power")
                && !last.properties().containsKey("load_power");
    }

    private static void assertAddsUp(ZeroExportSite site) {
        Duration lost = Machine.lost();
        Await.until(
                "the inverter follows",
                Duration.ofSeconds(60),
                () -> last(site).number("inverter_power") >= LOAD_W - 200 + SECOND_PV_W,
                () -> last(site).properties());
        Emission sum = last(site);
        assertEquals("complete", sum.text("state"), () -> sum + "");
        double inverters = sum.number("inverter_power");
        assertEquals(sum.number("grid_power") + inverters, sum.number("load_power"), WATT);
        assertEquals(Math.max(0, -sum.number("grid_power")), sum.number("grid_export_power"), WATT);
        double lostMs = Machine.lost().minus(lost).toMillis();
        assertTrue(sum.number("load_power_age_ms") < 3_000 + lostMs, () -> sum + "");
        Await.until(
                "each reading of the meter is one of the site",
                Duration.ofSeconds(60),
                () -> takesOneByOne(site),
                () -> stamps(site.recorder.of("site", 0)));
    }

    /** A thread that starves for a moment may miss one; so the last few count. */
    private static boolean takesOneByOne(ZeroExportSite site) {
        List<Long> measured = stamps(site.recorder.samples("meter", "grid_power"));
        List<Long> taken = stamps(site.recorder.of("site", 0));
        if (taken.isEmpty()) {
            return false;
        }
        long newest = taken.get(taken.size() - 1) + SAME_READING_MS;
        List<Long> seen = measured.stream().filter(stamp -> stamp <= newest).toList();
        return seen.size() >= IN_A_ROW
                && seen.subList(seen.size() - IN_A_ROW, seen.size()).stream()
                        .allMatch(stamp -> taken.stream().anyMatch(it -> same(it, stamp)));
    }

    /** The site knows an age, by another clock. */
    private static boolean same(long one, long other) {
        return Math.abs(one - other) <= SAME_READING_MS;
    }

    private static List<Long> stamps(List<Emission> emissions) {
        return emissions.stream()
                .map(emission -> emission.text("grid_power_timestamp"))
                .filter(stamp -> !stamp.isEmpty())
                .map(Long::valueOf)
                .toList();
    }
}
